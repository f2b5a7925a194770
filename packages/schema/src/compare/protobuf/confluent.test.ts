import { describe, expect, test } from 'vitest';
import { compared, message, text } from './cases.test-support.ts';

/** What Confluent’s registry lets pass when a new text (the reader) replaces an old one (the writer), row by row. */
const compatible: readonly (readonly [string, string, string])[] = [
  [
    'a message is added',
    message('string id = 1;'),
    text('message Order { string id = 1; } message Line { int32 n = 1; }'),
  ],
  [
    'a message moves to another place in the file',
    text('message Line { int32 n = 1; } message Order { Line line = 1; }'),
    text('message Order { Line line = 1; } message Line { int32 n = 1; }'),
  ],
  ['an enum is added', message('string id = 1;'), text('message Order { string id = 1; } enum State { NONE = 0; }')],
  ['an enum is removed', text('message Order { string id = 1; } enum State { NONE = 0; }'), message('string id = 1;')],
  [
    'a constant of an enum is added',
    text('enum State { NONE = 0; } message Order { State state = 1; }'),
    text('enum State { NONE = 0; SENT = 1; } message Order { State state = 1; }'),
  ],
  [
    'a constant of an enum is removed',
    text('enum State { NONE = 0; SENT = 1; } message Order { State state = 1; }'),
    text('enum State { NONE = 0; } message Order { State state = 1; }'),
  ],
  [
    'a constant of an enum is changed',
    text('enum State { NONE = 0; SENT = 1; } message Order { State state = 1; }'),
    text('enum State { NONE = 0; GONE = 1; } message Order { State state = 1; }'),
  ],
  ['an optional field is added', message('string id = 1;'), message('string id = 1; string note = 2;')],
  ['an optional field is removed', message('string id = 1; string note = 2;'), message('string id = 1;')],
  ['an optional field is renamed', message('string note = 1;'), message('string remark = 1;')],
  ['the label of a string changes', message('string note = 1;'), message('repeated string note = 1;')],
  ['the label of bytes changes', message('repeated bytes seal = 1;'), message('bytes seal = 1;')],
  ['a oneof is added', message('string id = 1;'), message('string id = 1; oneof how { string a = 2; string b = 3; }')],
  [
    'a whole oneof is removed',
    message('string id = 1; oneof how { string a = 2; string b = 3; }'),
    message('string id = 1;'),
  ],
  [
    'a field of a oneof is added',
    message('oneof how { string a = 1; }'),
    message('oneof how { string a = 1; string b = 2; }'),
  ],
  [
    'a field of a oneof moves to the top level',
    message('oneof how { string a = 1; string b = 2; }'),
    message('string a = 1; oneof how { string b = 2; }'),
  ],
  [
    'one field of the top level moves into a new oneof',
    message('string a = 1;'),
    message('oneof how { string a = 1; string b = 2; }'),
  ],
  ...(
    [
      ['int32', 'int64'],
      ['int64', 'uint32'],
      ['uint64', 'bool'],
      ['sint32', 'sint64'],
      ['string', 'bytes'],
      ['bytes', 'string'],
      ['fixed32', 'sfixed32'],
      ['sfixed64', 'fixed64'],
    ] as const
  ).map(([from, to]) => [`${from} becomes ${to}`, message(`${from} n = 1;`), message(`${to} n = 1;`)] as const),
  [
    'an enum becomes a whole number',
    text('enum State { NONE = 0; } message Order { State n = 1; }'),
    text('enum State { NONE = 0; } message Order { int32 n = 1; }'),
  ],
];

const incompatible: readonly (readonly [string, string, string, string])[] = [
  ['the package changes', text('package a; message Order {}'), text('package b; message Order {}'), 'PACKAGE_CHANGED'],
  ['a message is removed', text('message Order {} message Line {}'), text('message Order {}'), 'MESSAGE_REMOVED'],
  [
    'a scalar becomes a message',
    text('message Line {} message Order { string line = 1; }'),
    text('message Line {} message Order { Line line = 1; }'),
    'TYPE_CHANGED',
  ],
  [
    'a message becomes a map',
    text('message Line {} message Order { Line line = 1; }'),
    text('message Line {} message Order { map<string, string> line = 1; }'),
    'SINGLE_BECAME_LIST',
  ],
  ...(
    [
      ['int32', 'sint32', 'TYPE_REINTERPRETED'],
      ['int32', 'string', 'TYPE_CHANGED'],
      ['fixed32', 'fixed64', 'TYPE_CHANGED'],
      ['float', 'double', 'TYPE_CHANGED'],
      ['fixed32', 'float', 'TYPE_REINTERPRETED'],
    ] as const
  ).map(
    ([from, to, code]) => [`${from} becomes ${to}`, message(`${from} n = 1;`), message(`${to} n = 1;`), code] as const,
  ),
  [
    'a field takes another named type',
    text('message Line { int32 n = 1; } message Item { int32 n = 1; } message Order { Line line = 1; }'),
    text('message Line { int32 n = 1; } message Item { int32 n = 1; } message Order { Item line = 1; }'),
    'TYPE_RENAMED',
  ],
  [
    'a message that a field holds changes',
    text('message Line { int32 n = 1; } message Order { Line line = 1; }'),
    text('message Line { string n = 1; } message Order { Line line = 1; }'),
    'TYPE_CHANGED',
  ],
  ['the label of a number changes', message('int32 n = 1;'), message('repeated int32 n = 1;'), 'SINGLE_BECAME_LIST'],
  [
    'a required field is added',
    'syntax = "proto2"; message Order {}',
    'syntax = "proto2"; message Order { required string id = 1; }',
    'PROPERTY_REQUIRED',
  ],
  [
    'a required field is removed',
    'syntax = "proto2"; message Order { required string id = 1; }',
    'syntax = "proto2"; message Order {}',
    'PROPERTY_REMOVED',
  ],
  [
    'a member of a oneof is removed',
    message('oneof how { string a = 1; string b = 2; }'),
    message('oneof how { string a = 1; }'),
    'PROPERTY_REMOVED',
  ],
  [
    'fields of the top level become mutually exclusive',
    message('string a = 1; string b = 2;'),
    message('oneof how { string a = 1; string b = 2; }'),
    'ONEOF_JOINED',
  ],
  [
    'a field moves into a oneof that is there',
    message('oneof how { string a = 1; } string b = 2;'),
    message('oneof how { string a = 1; string b = 2; }'),
    'ONEOF_JOINED',
  ],
];

describe('Confluent’s registry lets pass that', () => {
  test.each(compatible)('%s', (_, writer, reader) => {
    expect(compared(writer, reader, 'confluent').differences.filter(({ breaks }) => breaks !== 'no')).toEqual([]);
    expect(compared(writer, reader, 'confluent').verdict).toBe('compatible');
  });
});

describe('Confluent’s registry refuses that', () => {
  test.each(incompatible)('%s', (_, writer, reader, code) => {
    const { verdict, differences } = compared(writer, reader, 'confluent');
    expect(verdict).toBe('incompatible');
    expect(differences.filter(({ breaks }) => breaks === 'yes').map(difference => difference.code)).toEqual([code]);
  });
});
