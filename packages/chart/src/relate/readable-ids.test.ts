import { expect, test } from 'vitest';
import { readableIds } from './readable-ids.ts';

test('an id is the slug of the name', () => {
  expect(readableIds(new Map([['1', 'Order Placed']]))).toEqual(new Map([['1', 'order-placed']]));
});

test('all who share a slug get a hash of what they are, whoever came first', () => {
  const ids = readableIds(
    new Map([
      ['1', 'Order'],
      ['2', 'order'],
      ['3', 'bill'],
    ]),
  );
  expect([...ids.values()].sort()).toEqual(['bill', 'order-6b86b2', 'order-d4735e']);
  expect(
    readableIds(
      new Map([
        ['2', 'order'],
        ['1', 'Order'],
      ]),
    ).get('1'),
  ).toBe(ids.get('1'));
});

test('a name that reads like such an id makes the hash longer', () => {
  const ids = readableIds(
    new Map([
      ['1', 'order'],
      ['2', 'Order'],
      ['3', 'order-6b86b2'],
    ]),
  );
  expect(ids.get('3')).toBe('order-6b86b2');
  expect(ids.get('1')).toBe('order-6b86b273');
});
