import { outline } from '@portolan/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const shapeOf = (definition: unknown) => outline({ id: 'order', format: 'json-schema', definition }, () => undefined);
const rows = (before: unknown, after: unknown) =>
  sideBySide(shapeOf(before), shapeOf(after)).map(({ path, depth, change }) => [path, depth, change]);

const order = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    note: { type: 'string' },
    items: {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: 'string' }, pieces: { type: 'integer' } } },
    },
  },
};

test('members stand beside each other, what is gone stands where it stood', () => {
  const after = {
    type: 'object',
    required: ['id', 'total'],
    properties: {
      id: { type: 'string', minLength: 1 },
      items: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string' }, count: { type: 'integer' } } },
      },
      total: { type: 'number' },
    },
  };
  expect(rows(order, after)).toEqual([
    ['', 0, 'same'],
    ['id', 1, 'changed'],
    ['note', 1, 'removed'],
    ['items', 1, 'same'],
    ['items[].sku', 2, 'same'],
    ['items[].pieces', 2, 'removed'],
    ['items[].count', 2, 'added'],
    ['total', 1, 'added'],
  ]);
});

test('what becomes required has changed', () => {
  expect(rows(order, { ...order, required: ['id', 'note'] }).filter(([, , change]) => change !== 'same')).toEqual([
    ['note', 1, 'changed'],
  ]);
});

test('items of plain lists and values of plain maps count for the list and the map', () => {
  const holding = (type: string) => ({ type: 'object', properties: { tags: { type: 'array', items: { type } } } });
  expect(rows(holding('string'), holding('integer'))).toEqual([
    ['', 0, 'same'],
    ['tags', 1, 'changed'],
  ]);
});

test('alternatives are found again by their names', () => {
  const union = (...names: string[]) => ({
    oneOf: names.map(title => ({ title, type: 'object', properties: { [title]: { type: 'string' } } })),
  });
  const told = sideBySide(shapeOf(union('card', 'cash')), shapeOf(union('cash', 'voucher')));
  expect(told.map(({ name, change }) => [name, change])).toEqual([
    ['', 'same'],
    ['card', 'removed'],
    ['card', 'removed'],
    ['cash', 'same'],
    ['cash', 'same'],
    ['voucher', 'added'],
    ['voucher', 'added'],
  ]);
});

test('a version that is missing makes everything added or removed', () => {
  expect(new Set(sideBySide(undefined, shapeOf(order)).map(({ change }) => change))).toEqual(new Set(['added']));
  expect(new Set(sideBySide(shapeOf(order), undefined).map(({ change }) => change))).toEqual(new Set(['removed']));
});

test('a schema beside itself has not changed, and the other way round what was added was removed', () => {
  const definition = fc.letrec(tie => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.record({ type: fc.constantFrom('string', 'integer', 'boolean') }),
      fc.record({ type: fc.constant('array'), items: tie('schema') }),
      fc.record({
        type: fc.constant('object'),
        properties: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('schema')),
      }),
    ),
  })).schema;
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      expect(new Set(rows(before, before).map(([, , change]) => change))).toEqual(new Set(['same']));
      const swapped = { added: 'removed', removed: 'added', same: 'same', changed: 'changed' };
      const there = rows(before, after).map(([path, , change]) => `${path} ${swapped[change as 'same']}`);
      expect(there.sort()).toEqual(
        rows(after, before)
          .map(([path, , change]) => `${path} ${change}`)
          .sort(),
      );
    }),
  );
});
