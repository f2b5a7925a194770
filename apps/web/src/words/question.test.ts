import { expect, test } from 'vitest';
import { isAsked, messageOf } from './question.ts';

test('removing needs no more than a thing, and the other changes need what it becomes', () => {
  expect(isAsked({})).toBe(false);
  expect(isAsked({ of: 'message:placed' })).toBe(true);
  expect(isAsked({ of: 'message:placed', field: 'total', change: 'rename' })).toBe(false);
  expect(isAsked({ of: 'message:placed', field: 'total', change: 'rename', to: 'sum' })).toBe(true);
  expect(isAsked({ of: 'message:placed', field: 'state', change: 'narrow', values: ' ' })).toBe(false);
  expect(isAsked({ of: 'message:placed', field: 'state', change: 'optional' })).toBe(true);
});

test('only what says so is a message', () => {
  expect(messageOf('message:orders:placed')).toBe('orders:placed');
  expect(messageOf('schema:Address')).toBeUndefined();
});
