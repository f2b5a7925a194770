import { expect, test } from 'vitest';
import { deedOf, highestRole, ownedWords } from './roles.ts';

test('the highest role is named, because it includes the others', () => {
  expect(highestRole(['administrator', 'reader'])).toBe('Administrator');
  expect(highestRole(['reader'])).toBe('Reader');
  expect(highestRole([])).toBe('No role');
});

test('what somebody owns is said by kind', () => {
  expect(ownedWords({ services: ['orders', 'billing'], teams: [], sources: ['*'] })).toBe(
    'services orders, billing; all sources',
  );
  expect(ownedWords({ services: [], teams: [], sources: [] })).toBeUndefined();
});

test('a deed without words of its own is said as it is', () => {
  expect(deedOf({ action: 'session.started' })).toBe('signed in');
  expect(deedOf({ action: 'thing.done' })).toBe('thing.done');
});
