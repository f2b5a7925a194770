import { expect, test } from 'vitest';
import { declarationsOf } from './declarations.ts';

test('a text declares itself, its types, their fields and values', () => {
  const found = declarationsOf(
    'syntax = "proto3";\npackage shop;\n// An order.\nmessage Order {\n  reserved 3;\n  map<string, int32> counts = 1 [deprecated = true];\n  State state = 2;\n}\nenum State { OPEN = 0; }\n',
  );
  expect(found.map(({ kind, name, number, facts }) => [kind, name, number, facts])).toEqual([
    ['file', 'shop', undefined, { syntax: 'proto3', package: 'shop', imports: '' }],
    ['message', 'shop.Order', undefined, { reserved: '3' }],
    ['field', 'shop.Order.counts', 1, { type: 'map<string, int32>', 'option deprecated': 'true' }],
    ['field', 'shop.Order.state', 2, { type: 'State' }],
    ['enum', 'shop.State', undefined, {}],
    ['value', 'shop.OPEN', 0, {}],
  ]);
  expect(found[2]?.range).toEqual({ start: { line: 6, column: 22 }, end: { line: 6, column: 28 } });
});
