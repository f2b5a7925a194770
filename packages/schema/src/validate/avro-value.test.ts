import avsc from 'avsc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAvro } from '../avro/read.ts';
import { judgeAvro, type Writing } from './avro-value.ts';

const typeOf = (definition: unknown) => readAvro({ id: 'it', format: 'avro', definition }, () => undefined).type;
const told = (definition: unknown, value: unknown, writing: Writing = 'example') => {
  const verdict = judgeAvro(typeOf(definition), value, writing);
  if ('notChecked' in verdict) return `not checked: ${verdict.notChecked}`;
  return verdict.valid ? [] : verdict.problems.map(({ pointer, message }) => `${pointer} ${message}`);
};
const logical = (type: string, logicalType: string, more: object = {}) => ({ type, logicalType, ...more });
const fixed = (size: number, more: object = {}) => ({ type: 'fixed', name: 'F', size, ...more });

test('a union is written plainly or under the name of its branch', () => {
  const order = { type: 'record', name: 'Order', namespace: 'shop', fields: [{ name: 'id', type: 'string' }] };
  const union = ['null', 'long', order, { type: 'array', items: 'string' }];
  for (const right of [
    null,
    7,
    { long: 7 },
    { id: 'o' },
    { 'shop.Order': { id: 'o' } },
    { Order: { id: 'o' } },
    ['x'],
    { array: ['x'] },
  ])
    expect(told(union, right)).toEqual([]);
  expect(told(union, { 'shop.Order': { id: 1 } })).toEqual(['/shop.Order/id is an integer, but must be a string']);
  expect(told(union, { id: 1 })).toEqual(['/id is an integer, but must be a string']);
  expect(told(union, true)).toEqual([' is a boolean, which matches none of null, long, shop.Order, array']);
  expect(told(['null', 'string'], 1)).toEqual([' is an integer, but must be a string']);
  expect(told(['long', 'string'], null)).toEqual([' is null, which matches none of long, string']);
});

test('a field whose name is that of a branch is no wrapper', () => {
  const record = { type: 'record', name: 'R', fields: [{ name: 'string', type: 'int' }] };
  expect(told(['string', record], { string: 5 })).toEqual([]);
  expect(told(['string', record], { string: 'x' })).toEqual([]);
});

test('bytes and fixed: characters as bytes, base64, and hexadecimal digits where the size tells', () => {
  expect(told('bytes', '\u0000\u00ff')).toEqual([]);
  expect(told('bytes', '€')).toEqual([' holds “€”, which stands for no byte']);
  for (const right of ['abcd', 'AAECAw==', '00010203']) expect(told(fixed(4), right)).toEqual([]);
  expect(told(fixed(4), 'abc')).toEqual([' has 3 bytes, but must have 4']);
  expect(told(fixed(4), 'AAECAw==', 'default')).toEqual([' has 8 bytes, but must have 4']);
});

test('logical types as they are read, or as what they stand on', () => {
  const rows: [unknown, unknown[], unknown[]][] = [
    [logical('int', 'date'), [20_000, '2024-02-29'], ['2023-02-29', '29.2.2024', 1.5]],
    [logical('int', 'time-millis'), [0, '23:59:59.999'], [86_400_000, -1, '24:00:00', '10:00:00.0001']],
    [logical('long', 'time-micros'), ['10:00:00.000001'], [86_400_000_000, '10']],
    [
      logical('long', 'timestamp-millis'),
      [0, '2026-11-21T08:00:00Z', '2026-11-21T08:00:00.5+01:00'],
      ['2026-11-21', '2026-11-21T08:00:00'],
    ],
    [logical('long', 'timestamp-nanos'), ['2026-11-21T08:00:00.123456789Z'], ['now']],
    [logical('long', 'local-timestamp-micros'), ['2026-11-21T08:00:00.123456'], ['2026-11-21T08:00:00Z']],
    [logical('string', 'uuid'), ['3f2b87a9-fe7c-c9b1-3835-598c3981cd45'], ['3f2b87a9', 7]],
    [fixed(12, { logicalType: 'duration' }), ['P1M2DT3.5S', 'abcdefghijkl'], ['1 day']],
    [fixed(16, { logicalType: 'uuid' }), ['3f2b87a9-fe7c-c9b1-3835-598c3981cd45', '0123456789abcdef'], ['3f2b87a9']],
    [
      logical('bytes', 'decimal', { precision: 5, scale: 2 }),
      [12.5, '123.45', '-0.10', 1e2, '\u0001'],
      [1234.5, '1.005', 1e9, true],
    ],
    [logical('int', 'com.example.colour'), [7], ['red']],
    // Stands on the wrong type and is ignored, so that only the plain type counts.
    [logical('string', 'date'), ['soon'], [7]],
  ];
  for (const [schema, right, wrong] of rows) {
    for (const value of right) expect([value, told(schema, value)]).toEqual([value, []]);
    for (const value of wrong) expect([value, told(schema, value)]).not.toEqual([value, []]);
  }
});

test('what fits into a number', () => {
  expect(told('int', 2 ** 31)).toEqual([' is 2147483648, which does not fit into int']);
  expect(told('long', 2 ** 70)).not.toEqual([]);
  expect(told('double', 'NaN')).toEqual([]);
  expect(told('double', 'NaN', 'default')).not.toEqual([]);
  expect(told('float', 1e39)).toEqual([' is 1e+39, which does not fit into float']);
});

test('a mistyped field says which one is meant', () => {
  const order = { type: 'record', name: 'Order', fields: [{ name: 'orderId', type: 'string' }] };
  expect(told(order, { orderid: 'x' })).toEqual([
    ' lacks `orderId`',
    '/orderid is a field that the schema does not have, which has `orderId`',
  ]);
});

test('deep values are judged, those that nobody writes and alternatives that multiply are not', () => {
  const node = { type: 'record', name: 'Node', fields: [{ name: 'next', type: ['null', 'Node'], default: null }] };
  let deep: unknown = null;
  for (let level = 0; level < 150; level++) deep = { next: deep };
  expect(told(node, deep)).toEqual([]);
  for (let level = 0; level < 900; level++) deep = { next: deep };
  expect(told(node, deep)).toBe('not checked: the value is nested deeper than 600 levels');
  const twins = (name: string) => ({ type: 'record', name, fields: [{ name: 'a', type: ['null', 'L', 'R'] }] });
  const bomb = { type: 'record', name: 'T', fields: [{ name: 'a', type: [twins('L'), twins('R')] }] };
  let value: unknown = 1;
  for (let level = 0; level < 60; level++) value = { a: value };
  expect(told(bomb, value)).toBe('not checked: judging it could take too long: its alternatives multiply');
});

/** Schemas with names of their own, and no logical types: what avsc and the specification see alike. */
const definitions = fc.letrec(tie => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    tie('array'),
    tie('map'),
    tie('record'),
    tie('union'),
  ),
  leaf: fc.oneof(
    fc.constantFrom('null', 'boolean', 'int', 'long', 'double', 'string', 'bytes'),
    fc.record({ type: fc.constant('enum'), symbols: fc.constant(['A', 'B']) }),
    fc.record({ type: fc.constant('fixed'), size: fc.nat(3) }),
  ),
  array: fc.record({ type: fc.constant('array'), items: tie('any') }),
  map: fc.record({ type: fc.constant('map'), values: tie('any') }),
  record: fc.record({ type: fc.constant('record'), fields: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
  union: fc.uniqueArray(fc.constantFrom('null', 'boolean', 'int', 'string', 'double'), { minLength: 1, maxLength: 4 }),
})).any;

/** Gives every named type of a generated schema a name of its own, and every field. */
function named(schema: unknown, count = { types: 0 }): unknown {
  if (Array.isArray(schema) || schema === null || typeof schema !== 'object') return schema;
  const { type, items, values, fields } = schema as Record<string, unknown>;
  const name = ['enum', 'fixed', 'record'].includes(type as string) ? { name: `T${count.types++}` } : {};
  return {
    ...schema,
    ...name,
    ...(items !== undefined && { items: named(items, count) }),
    ...(values !== undefined && { values: named(values, count) }),
    ...(Array.isArray(fields) && {
      fields: fields.map((inner, index) => ({ name: `f${index}`, type: named(inner, count) })),
    }),
  };
}

/** A value in the JSON encoding of Avro, which avsc reads with `fromString`. */
const encodes = (type: avsc.Type, value: unknown) => {
  try {
    type.fromString(JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

test('every value that avsc makes of a schema is right in its JSON encoding', () => {
  fc.assert(
    fc.property(definitions, schema => {
      const definition = named(schema);
      const type = avsc.Type.forSchema(definition as avsc.Schema, { wrapUnions: true });
      const value: unknown = JSON.parse(type.toString(type.random()));
      expect([value, told(definition, value)]).toEqual([value, []]);
    }),
    { numRuns: 300 },
  );
});

/** What avsc takes because it only looks for the fields that it knows. */
const PASSED_OVER = /is a field that the schema does not/;

test('what avsc reads in JSON is right here, but for what it passes over', () => {
  fc.assert(
    fc.property(definitions, fc.jsonValue({ maxDepth: 3 }), (schema, value) => {
      const definition = named(schema);
      const type = avsc.Type.forSchema(definition as avsc.Schema, { wrapUnions: true });
      const problems = [told(definition, value)].flat().filter(problem => !PASSED_OVER.test(problem));
      if (encodes(type, value)) expect([definition, value, problems]).toEqual([definition, value, []]);
    }),
    { numRuns: 1_000 },
  );
});
