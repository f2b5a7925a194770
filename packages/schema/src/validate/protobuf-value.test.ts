import fc from 'fast-check';
import protobuf from 'protobufjs';
import { beforeAll, expect, test } from 'vitest';
import { prepare } from '../prepare.ts';
import type { SchemaSource } from '../shape.ts';
import { validate } from './validate.ts';

beforeAll(() => prepare(['protobuf']));

const told = (definition: string, value: unknown, more: Partial<SchemaSource> = {}) => {
  const verdict = validate({ id: 'it', format: 'protobuf', definition, ...more }, () => undefined, value);
  if ('notChecked' in verdict) return `not checked: ${verdict.notChecked}`;
  return verdict.valid ? [] : verdict.problems.map(({ pointer, message }) => `${pointer} ${message}`);
};

const scalars = `syntax = "proto3";
message M {
  int32 small = 1; uint64 big_number = 2; double ratio = 3; bool on = 4; string text = 5; bytes data = 6;
  Colour colour = 7; repeated int32 list = 8; map<int32, string> by_id = 9; map<bool, M> flags = 10; float short = 11;
}
enum Colour { RED = 0; BLUE = 5; }`;

test('scalars by the JSON mapping: numbers as texts, bytes in base64, enums by name or number, null for not set', () => {
  const right: Record<string, unknown[]> = {
    small: [1, '-5', 1e3, '1e3', null],
    bigNumber: ['18446744073709551615', 7],
    big_number: [0],
    ratio: [1, 'NaN', '-Infinity', '1.5e3'],
    on: [true],
    data: ['AAEC', 'AA==', 'AA', '-_8'],
    colour: ['BLUE', 5, 99],
    list: [[1, '2'], []],
    byId: [{ 1: 'a', '-2': 'b' }],
    flags: [{ true: {}, false: { on: true } }],
  };
  for (const [name, values] of Object.entries(right))
    for (const value of values) expect([name, value, told(scalars, { [name]: value })]).toEqual([name, value, []]);
  expect(told(scalars, { small: 1.5 })).toEqual(['/small is 1.5, but must be an int32']);
  expect(told(scalars, { small: 2 ** 31 })).toEqual(['/small is 2147483648, which does not fit into int32']);
  expect(told(scalars, { bigNumber: -1 })).toEqual(['/bigNumber is -1, which does not fit into uint64']);
  expect(told(scalars, { on: 'true' })).toEqual(['/on is a string, but must be a bool']);
  expect(told(scalars, { data: 'a b' })).toEqual(['/data is "a b", which is no base64']);
  expect(told(scalars, { colour: 'GREEN' })).toEqual(['/colour is "GREEN", but must be one of RED, BLUE']);
  expect(told(scalars, { list: [1, null] })).toEqual(['/list/1 is null, which no item may be']);
  expect(told(scalars, { byId: { x: 'a' } })).toEqual(['/byId/x has a key that is a string, but must be an int32']);
  expect(told(scalars, { flags: { yes: {} } })).toEqual(['/flags/yes is the key "yes", but must be true or false']);
  expect(told(scalars, { bigNumber: 1, big_number: 1 })).toEqual([
    ' has `bigNumber` and `big_number`, which are one field',
  ]);
  expect(told(scalars, { smal: 1 })).toEqual(['/smal is a field that the schema does not have, which has `small`']);
  expect(told(scalars, 'x')).toEqual([' is a string, but must be a message']);
});

test('a oneof has one field, and required fields are those of proto2 and of editions that say so', () => {
  const choice = 'syntax = "proto3"; message M { oneof kind { string a = 1; int32 b = 2; } }';
  expect(told(choice, { a: 'x', b: null })).toEqual([]);
  expect(told(choice, { a: 'x', b: 1 })).toEqual([' has `a` and `b`, of which only one may be set']);
  const old = 'syntax = "proto2"; message M { required string a = 1; optional E e = 2; enum E { A = 1; } }';
  expect(told(old, { e: 7 })).toEqual([' lacks `a`', '/e is 7, which is no value of the enum `E`']);
  const edition =
    'edition = "2023"; message M { string a = 1 [features.field_presence = LEGACY_REQUIRED]; string b = 2; }';
  expect(told(edition, {})).toEqual([' lacks `a`']);
});

const known = (type: string, file: string) =>
  `syntax = "proto3"; import "google/protobuf/${file}.proto"; message M { google.protobuf.${type} f = 1; }`;

test('the types that come with the language have forms of their own', () => {
  const rows: [type: string, file: string, right: unknown[], wrong: unknown[]][] = [
    [
      'Timestamp',
      'timestamp',
      ['2026-11-21T08:00:00Z', '2026-11-21T08:00:00.123456789+01:00'],
      ['2026-11-21', 0, '2026-02-30T00:00:00Z'],
    ],
    ['Duration', 'duration', ['1.5s', '-3s', '0.000000001s'], ['1.5', 90, '1m', '999999999999s']],
    ['FieldMask', 'field_mask', ['status,amount.currencyCode', ''], ['a b', 'a.', []]],
    ['Struct', 'struct', [{ a: [1, null] }], [[], 'x']],
    ['Value', 'struct', [null, 1, 'x', [], {}], []],
    ['ListValue', 'struct', [[1, null]], [{}]],
    ['NullValue', 'struct', [null, 'NULL_VALUE'], ['x', 7]],
    ['Int64Value', 'wrappers', ['5', 5, null], ['x', true]],
    ['BoolValue', 'wrappers', [false, null], ['false']],
    ['BytesValue', 'wrappers', ['AA=='], ['%']],
    ['Empty', 'empty', [{}], [{ a: 1 }, 'x']],
    [
      'Any',
      'any',
      [{}, { '@type': 'type.googleapis.com/M', f: {} }, { '@type': 'x/google.protobuf.Duration', value: '1s' }],
      [{ a: 1 }, { '@type': 'x/M', g: 1 }, { '@type': 'x/google.protobuf.Duration', value: 1 }],
    ],
  ];
  for (const [type, file, right, wrong] of rows) {
    for (const f of right) expect([type, f, told(known(type, file), { f })]).toEqual([type, f, []]);
    for (const f of wrong) expect([type, f, told(known(type, file), { f })]).toEqual([type, f, [expect.any(String)]]);
  }
  expect(told(known('Any', 'any'), { f: { '@type': 'example.com/Gone' } })).toMatch(/^not checked: /);
});

test('what is not at hand is not called valid', () => {
  expect(told('syntax = "proto3"; import "gone.proto"; message M { Gone gone = 1; }', { gone: {} })).toBe(
    'not checked: the type `Gone` is not at hand',
  );
  const two = 'syntax = "proto3"; message A { string a = 1; } message B { int32 b = 1; }';
  expect(told(two, {})).toBe(
    'not checked: the Protobuf text defines several messages (A, B), and nothing says which of them is meant',
  );
  expect(told(two, { b: 'x' }, { root: 'B' })).toEqual(['/b is a string, but must be an int32']);
  expect(told('syntax = "proto3"; message A { B b = 1; } message B { int32 c = 1; }', { b: { c: 1 } })).toEqual([]);
  expect(told('syntax = "proto3"; message A { string a 1; }', {})).toBe(
    'not checked: this is not Protobuf: `=` is missing after the field `a`, before `1` (line 1)',
  );
});

/** What protobufjs makes of a message in JSON, which is the JSON mapping but for the types that come with the language. */
const oracle = protobuf.parse(scalars).root.lookupType('M');

test('every message of protobufjs is right in its JSON form', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const message = fc.record(
    {
      small: fc.integer(),
      bigNumber: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
      ratio: finite,
      on: fc.boolean(),
      text: fc.string(),
      data: fc.uint8Array(),
      colour: fc.constantFrom(0, 5),
      list: fc.array(fc.integer()),
      byId: fc.dictionary(fc.integer().map(String), fc.string()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(message, fields => {
      const made = oracle.fromObject(fields);
      const json: unknown = JSON.parse(
        JSON.stringify(oracle.toObject(made, { longs: String, enums: String, bytes: String, json: true })),
      );
      expect([json, told(scalars, json)]).toEqual([json, []]);
    }),
    { numRuns: 300 },
  );
});
