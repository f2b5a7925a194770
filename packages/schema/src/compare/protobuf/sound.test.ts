import { describe, expect, test } from 'vitest';
import { compared, message, source, text } from './cases.test-support.ts';
import { compareProtobuf } from './compare.ts';
import { orderIn, problemOf } from './oracle.test-support.ts';

const proto2 = (fields: string) => `syntax = "proto2";\nmessage Order { ${fields} }`;
const edition = (statements: string) => `edition = "2023";\n${statements}`;

/** Changes that no message shows: whatever is written is read as what it is. */
const safe: readonly (readonly [string, string, string, string[]])[] = [
  ['nothing changes', message('string id = 1;'), message('string id = 1;'), []],
  ['a field is added', message('string id = 1;'), message('string id = 1; int32 n = 2;'), ['PROPERTY_ADDED']],
  ['a field is removed', message('string id = 1; int32 n = 2;'), message('string id = 1;'), ['PROPERTY_REMOVED']],
  ['a field is renamed', message('int32 n = 1;'), message('int32 count = 1;'), ['PROPERTY_RENAMED']],
  ['a number gets wider', message('int32 n = 1;'), message('int64 n = 1;'), ['TYPE_WIDENED']],
  ['yes and no become a number', message('bool n = 1;'), message('uint32 n = 1;'), ['TYPE_WIDENED']],
  ['a text becomes bytes', message('string s = 1;'), message('bytes s = 1;'), ['TYPE_WIDENED']],
  ['a value becomes a list', message('string s = 1;'), message('repeated string s = 1;'), ['SINGLE_BECAME_LIST']],
  [
    'a map becomes a list of its entries',
    message('map<string, int32> m = 1;'),
    text('message Entry { string key = 1; int32 value = 2; } message Order { repeated Entry m = 1; }'),
    ['MAP_BECAME_LIST'],
  ],
  [
    'one field moves into a oneof',
    message('string a = 1;'),
    message('oneof o { string a = 1; }'),
    ['ONEOF_CHANGED', 'PRESENCE_CHANGED'],
  ],
  [
    'a name for a number of an open enum is missing',
    text('enum E { A = 0; B = 1; } message Order { E e = 1; }'),
    text('enum E { A = 0; } message Order { E e = 1; }'),
    ['ENUM_VALUES_UNNAMED'],
  ],
  [
    'an unset field can be told from zero',
    message('int32 n = 1;'),
    message('optional int32 n = 1;'),
    ['PRESENCE_CHANGED'],
  ],
  [
    'lists are packed otherwise',
    message('repeated int32 n = 1;'),
    message('repeated int32 n = 1 [packed = false];'),
    ['PACKING_CHANGED'],
  ],
  [
    'a requirement is dropped',
    proto2('required string id = 1;'),
    proto2('optional string id = 1;'),
    ['REQUIREMENT_DROPPED'],
  ],
  [
    'an edition says the same in features',
    message('int32 n = 1;'),
    edition('option features.field_presence = IMPLICIT; message Order { int32 n = 1; }'),
    [],
  ],
];

describe('nothing is lost when', () => {
  test.each(safe)('%s', (_, writer, reader, codes) => {
    const { verdict, differences, witness } = compared(writer, reader);
    expect(differences.map(({ code }) => code).sort()).toEqual(codes.toSorted());
    expect({ verdict, witness }).toEqual({ verdict: 'compatible', witness: undefined });
  });
});

/** Changes with a message that shows them, and what becomes of it. */
const breaking: readonly (readonly [string, string, string, string, 'refused' | 'changed' | 'lost'])[] = [
  ['a field gets another number', message('string id = 1;'), message('string id = 2;'), 'PROPERTY_RENUMBERED', 'lost'],
  [
    'two fields change their numbers',
    message('string a = 1; string b = 2;'),
    message('string a = 2; string b = 1;'),
    'PROPERTY_RENUMBERED',
    'changed',
  ],
  ['a number becomes a text', message('int32 n = 1;'), message('string n = 1;'), 'TYPE_CHANGED', 'lost'],
  ['a number gets narrower', message('int64 n = 1;'), message('int32 n = 1;'), 'TYPE_REINTERPRETED', 'changed'],
  ['a sign appears', message('uint32 n = 1;'), message('int32 n = 1;'), 'TYPE_REINTERPRETED', 'changed'],
  ['a number is zigzag', message('int32 n = 1;'), message('sint32 n = 1;'), 'TYPE_REINTERPRETED', 'changed'],
  ['fixed bits become a fraction', message('fixed32 n = 1;'), message('float n = 1;'), 'TYPE_REINTERPRETED', 'changed'],
  ['bytes become a text', message('bytes s = 1;'), message('string s = 1;'), 'TYPE_REINTERPRETED', 'refused'],
  [
    'a list becomes one value',
    message('repeated string s = 1;'),
    message('string s = 1;'),
    'LIST_BECAME_SINGLE',
    'lost',
  ],
  [
    'a list of numbers becomes one',
    message('repeated int32 n = 1;'),
    message('int32 n = 1;'),
    'LIST_BECAME_SINGLE',
    'lost',
  ],
  [
    'a list of entries becomes a map',
    text('message Entry { string key = 1; int32 value = 2; } message Order { repeated Entry m = 1; }'),
    message('map<string, int32> m = 1;'),
    'LIST_BECAME_MAP',
    'lost',
  ],
  [
    'two fields move into one oneof',
    message('string a = 1; string b = 2;'),
    message('oneof o { string a = 1; string b = 2; }'),
    'ONEOF_JOINED',
    'lost',
  ],
  [
    'a closed enum does not know a value',
    'syntax = "proto2"; enum E { A = 0; B = 1; } message Order { optional E e = 1; }',
    'syntax = "proto2"; enum E { A = 0; } message Order { optional E e = 1; }',
    'ENUM_VALUES_MISSING',
    'lost',
  ],
  [
    'an enum is closed',
    edition('enum E { A = 0; } message Order { E e = 1; }'),
    edition('enum E { option features.enum_type = CLOSED; A = 0; } message Order { E e = 1; }'),
    'ENUM_CLOSED',
    'lost',
  ],
  [
    'values of an enum change their numbers',
    text('enum E { A = 0; B = 1; C = 2; } message Order { E e = 1; }'),
    text('enum E { A = 0; B = 2; C = 1; } message Order { E e = 1; }'),
    'ENUM_VALUE_MOVED',
    'changed',
  ],
  [
    'a field is required',
    proto2('optional string id = 1;'),
    proto2('required string id = 1;'),
    'PROPERTY_REQUIRED',
    'refused',
  ],
  ['a required field is new', proto2(''), proto2('required string id = 1;'), 'PROPERTY_REQUIRED', 'refused'],
  [
    'a default changes',
    proto2('optional int32 n = 1 [default = 5];'),
    proto2('optional int32 n = 1 [default = 6];'),
    'DEFAULT_CHANGED',
    'changed',
  ],
  [
    'a message is written as a group',
    edition('message Line { int32 n = 1; } message Order { Line line = 1 [features.message_encoding = DELIMITED]; }'),
    edition('message Line { int32 n = 1; } message Order { Line line = 1; }'),
    'TYPE_CHANGED',
    'lost',
  ],
  [
    'it changes deep inside, in a list of maps that contain themselves',
    text(
      'message Node { map<string, Node> nodes = 1; repeated int64 n = 2; } message Order { repeated Node nodes = 1; }',
    ),
    text(
      'message Node { map<string, Node> nodes = 1; repeated int32 n = 2; } message Order { repeated Node nodes = 1; }',
    ),
    'TYPE_REINTERPRETED',
    'changed',
  ],
];

describe('a message shows it when', () => {
  test.each(breaking)('%s', (_, writer, reader, code, effect) => {
    const { verdict, differences } = compared(writer, reader);
    expect(verdict).toBe('incompatible');
    const difference = differences.find(one => one.breaks === 'yes');
    expect(difference).toMatchObject({ code, witness: { effect } });
    const problem = problemOf(
      orderIn(writer),
      orderIn(reader),
      difference?.witness?.message as Record<string, unknown>,
    );
    expect(problem).toEqual(expect.any(String));
  });
});

test('a sentence names both sides, the place, and what to do', () => {
  const { differences } = compared(
    text('message Line { int64 cents = 3; } message Order { repeated Line lines = 1; }'),
    text('message Line { int32 cents = 3; } message Order { repeated Line lines = 1; }'),
  );
  expect(differences).toEqual([
    expect.objectContaining({
      path: 'lines[].cents',
      says: '`lines[].cents` is written as int64 and read as int32, which takes some of its values for others: 2147483648 becomes -2147483648',
      writer: { schema: 'writer', pointer: 'Line.cents' },
      reader: { schema: 'reader', pointer: 'Line.cents' },
      witness: {
        message: { lines: [{ cents: '2147483648' }] },
        effect: 'changed',
        problem: '`lines[0].cents` is 2147483648, and the reader takes it for -2147483648',
      },
    }),
  ]);
});

test('what cannot be judged is not checked, and says why', () => {
  expect(compared(message('Missing m = 1;'), message('int32 m = 1;'))).toMatchObject({
    verdict: 'not-checked',
    notCompared: [{ reason: expect.stringContaining('`Missing`') }, { path: 'm' }],
  });
  expect(compared(text('message A {} message B {}'), text('message A {} message B {}')).verdict).toBe('not-checked');
  expect(compared('no protobuf at all', message('')).verdict).toBe('not-checked');
  const extended =
    'syntax = "proto2"; message Order { extensions 100 to 199; }\nextend Order { optional int32 n = 100; }';
  expect(compared(extended, extended)).toMatchObject({ verdict: 'not-checked' });
});

test('types of imported files are followed, and places stand where the types do', () => {
  const order = (id: string) => ({
    ...source(id, text('import "line.proto"; message Order { repeated Line lines = 1; }')),
    imports: { 'line.proto': ['line'] },
  });
  const line = (type: string) => {
    const only = source('line', text(`message Line { ${type} price = 1; }`));
    return () => only;
  };
  const lookups = { writer: line('int64'), reader: line('int32') };
  for (const profile of ['sound', 'confluent', 'protobuf-wire', 'protobuf-json'] as const)
    expect(compareProtobuf(order('old'), order('new'), lookups, { profile }).differences).toMatchObject([
      { path: 'lines[].price', writer: { schema: 'line', pointer: 'Line.price' } },
    ]);
});

test('hostile texts end: messages that require each other, and contain themselves', () => {
  const levels = Array.from(
    { length: 40 },
    (_, level) => `message L${level} { required L${level + 1} a = 1; required L${level + 1} b = 2; }`,
  ).join('\n');
  const doubling = (type: string) =>
    `syntax = "proto2";\nmessage Order { required L0 a = 1; }\n${levels}\nmessage L40 { required ${type} n = 1; }`;
  const { verdict, witness } = compared(doubling('int64'), doubling('string'));
  // The message would be larger than anybody writes: it is claimed without one.
  expect([verdict, witness]).toEqual(['incompatible', undefined]);
  const endless = 'syntax = "proto2";\nmessage Order { required Order a = 1; required int32 n = 2; }';
  expect(compared(endless, endless.replace('int32', 'string'))).toMatchObject({ verdict: 'incompatible' });
});
