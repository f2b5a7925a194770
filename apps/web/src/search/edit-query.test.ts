import { expect, test } from 'vitest';
import { asksFor, chipsOf, narrowed, withoutPart } from './edit-query.ts';

const FILTERS = ['owner', 'kind'];

test('the filters of a query are its chips; what only looks like one is not', () => {
  expect(chipsOf('refund owner:"Shop Team" -kind:field colour:red', FILTERS)).toEqual([
    { typed: 'owner:"Shop Team"', filter: 'owner', value: 'Shop Team', not: false },
    { typed: '-kind:field', filter: 'kind', value: 'field', not: true },
  ]);
});

test('a chip that is taken away leaves the rest as it was typed', () => {
  expect(withoutPart('refund owner:"Shop Team" "order placed"', 'owner:"Shop Team"')).toBe('refund "order placed"');
  expect(withoutPart('owner:a owner:a', 'owner:a')).toBe('owner:a');
});

test('a query is narrowed to one value of a filter at a time', () => {
  expect(narrowed('refund kind:field -kind:team', 'kind', 'message')).toBe('refund -kind:team kind:message');
  expect(narrowed('refund', 'owner', 'Shop Team')).toBe('refund owner:"Shop Team"');
  expect(asksFor('refund owner:"Shop Team"', 'owner', 'Shop Team')).toBe(true);
  expect(asksFor('-owner:a', 'owner', 'a')).toBe(false);
});
