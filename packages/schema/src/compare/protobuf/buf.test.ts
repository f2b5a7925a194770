import { describe, expect, test } from 'vitest';
import { compared, message, text } from './cases.test-support.ts';

/**
 * The rules of Buf’s categories WIRE and WIRE_JSON as its documentation tells them (buf.build/docs/breaking/rules), each
 * with a change of its own: the old text is the writer, the new one the reader. Which of the two categories minds it?
 */
const proto2 = (statements: string) => `syntax = "proto2";\n${statements}`;
const states = (values: string) => text(`enum State { ${values} } message Order { State state = 1; }`);
const format = (value: string) =>
  `edition = "2023";\nmessage Order { option features.json_format = ${value}; int32 n = 1; }`;

type Minds = 'both' | 'json' | 'neither';
const rules: readonly (readonly [string, string, Minds, string, string])[] = [
  [
    'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
    'a field goes',
    'both',
    message('int32 a = 1; int32 n = 2;'),
    message('int32 a = 1;'),
  ],
  [
    'FIELD_NO_DELETE_UNLESS_NAME_RESERVED',
    'a field goes and its number is reserved',
    'json',
    message('int32 a = 1; int32 n = 2;'),
    message('int32 a = 1; reserved 2;'),
  ],
  [
    'FIELD_NO_DELETE_UNLESS_NAME_RESERVED',
    'a field goes and both are reserved',
    'neither',
    message('int32 a = 1; int32 n = 2;'),
    message('int32 a = 1; reserved 2; reserved "n";'),
  ],
  ['FIELD_SAME_NAME', 'a field is renamed', 'json', message('int32 n = 1;'), message('int32 count = 1;')],
  [
    'FIELD_SAME_JSON_NAME',
    'the name in JSON changes',
    'json',
    message('int32 n = 1;'),
    message('int32 n = 1 [json_name = "N"];'),
  ],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'int32 becomes int64', 'json', message('int32 n = 1;'), message('int64 n = 1;')],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'int32 becomes bool', 'json', message('int32 n = 1;'), message('bool n = 1;')],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'int32 becomes uint32', 'neither', message('int32 n = 1;'), message('uint32 n = 1;')],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'sint32 becomes sint64', 'json', message('sint32 n = 1;'), message('sint64 n = 1;')],
  [
    'FIELD_WIRE_COMPATIBLE_TYPE',
    'fixed32 becomes sfixed32',
    'neither',
    message('fixed32 n = 1;'),
    message('sfixed32 n = 1;'),
  ],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'string becomes bytes', 'json', message('string s = 1;'), message('bytes s = 1;')],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'bytes becomes string', 'both', message('bytes s = 1;'), message('string s = 1;')],
  ['FIELD_WIRE_COMPATIBLE_TYPE', 'int32 becomes sint32', 'both', message('int32 n = 1;'), message('sint32 n = 1;')],
  [
    'FIELD_WIRE_COMPATIBLE_TYPE',
    'an enum becomes a number',
    'both',
    states('NONE = 0;'),
    text('enum State { NONE = 0; } message Order { int32 state = 1; }'),
  ],
  [
    'FIELD_WIRE_COMPATIBLE_TYPE',
    'another message stands there',
    'both',
    text('message A {} message B {} message Order { A a = 1; }'),
    text('message A {} message B {} message Order { B a = 1; }'),
  ],
  [
    'FIELD_WIRE_COMPATIBLE_CARDINALITY',
    'one value becomes a list',
    'both',
    message('string s = 1;'),
    message('repeated string s = 1;'),
  ],
  [
    'FIELD_WIRE_COMPATIBLE_CARDINALITY',
    'presence changes',
    'neither',
    message('string s = 1;'),
    message('optional string s = 1;'),
  ],
  [
    'MESSAGE_SAME_REQUIRED_FIELDS',
    'a required field is new',
    'both',
    proto2('message Order {}'),
    proto2('message Order { required int32 n = 1; }'),
  ],
  [
    'MESSAGE_SAME_REQUIRED_FIELDS',
    'a requirement goes',
    'both',
    proto2('message Order { required int32 n = 1; }'),
    proto2('message Order { optional int32 n = 1; }'),
  ],
  [
    'FIELD_SAME_ONEOF',
    'a field moves into a oneof',
    'both',
    message('string a = 1;'),
    message('oneof o { string a = 1; }'),
  ],
  [
    'FIELD_SAME_ONEOF',
    'a field moves out of one',
    'both',
    message('oneof o { string a = 1; }'),
    message('string a = 1;'),
  ],
  [
    'FIELD_SAME_DEFAULT',
    'a default changes',
    'both',
    proto2('message Order { optional int32 n = 1 [default = 5]; }'),
    proto2('message Order { optional int32 n = 1 [default = 6]; }'),
  ],
  [
    'ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED',
    'a value goes',
    'both',
    states('NONE = 0; SENT = 1;'),
    states('NONE = 0;'),
  ],
  [
    'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    'a value goes and its number is reserved',
    'json',
    states('NONE = 0; SENT = 1;'),
    states('NONE = 0; reserved 1;'),
  ],
  [
    'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    'a value goes and both are reserved',
    'neither',
    states('NONE = 0; SENT = 1;'),
    states('NONE = 0; reserved 1; reserved "SENT";'),
  ],
  ['ENUM_VALUE_SAME_NAME', 'a value is renamed', 'json', states('NONE = 0; SENT = 1;'), states('NONE = 0; GONE = 1;')],
  [
    'RESERVED_MESSAGE_NO_DELETE',
    'a reserved number comes back',
    'both',
    message('reserved 2 to 4;'),
    message('reserved 2 to 3;'),
  ],
  [
    'RESERVED_MESSAGE_NO_DELETE',
    'ranges are cut otherwise',
    'neither',
    message('reserved 2 to 4;'),
    message('reserved 3 to 9, 2;'),
  ],
  [
    'RESERVED_ENUM_NO_DELETE',
    'a reserved name comes back',
    'both',
    states('NONE = 0; reserved "OLD";'),
    states('NONE = 0;'),
  ],
  [
    'FILE_SAME_PACKAGE',
    'the package changes',
    'both',
    text('package a; message Order {}'),
    text('package b; message Order {}'),
  ],
  [
    'MESSAGE_SAME_JSON_FORMAT',
    'the form in JSON is no longer promised',
    'json',
    format('ALLOW'),
    format('LEGACY_BEST_EFFORT'),
  ],
  [
    'MESSAGE_NO_DELETE',
    'a message goes: only stricter categories mind',
    'neither',
    text('message Order {} message B {}'),
    text('message Order {}'),
  ],
  [
    'ENUM_SAME_TYPE',
    'an enum is closed: only stricter categories mind',
    'neither',
    'edition = "2023";\nenum E { A = 0; } message Order { E e = 1; }',
    'edition = "2023";\nenum E { option features.enum_type = CLOSED; A = 0; } message Order { E e = 1; }',
  ],
];

describe.each(rules)('%s: %s', (_, __, minds, writer, reader) => {
  test(`is minded by ${minds}`, () => {
    const wire = compared(writer, reader, 'protobuf-wire');
    const json = compared(writer, reader, 'protobuf-json');
    expect([wire.verdict, json.verdict]).toEqual([
      minds === 'both' ? 'incompatible' : 'compatible',
      minds === 'neither' ? 'compatible' : 'incompatible',
    ]);
  });
});

test('what only JSON shows has a witness in JSON', () => {
  const { witness } = compared(message('int32 order_count = 1;'), message('int32 amount = 1;'), 'protobuf-json');
  expect(witness).toEqual({
    message: { orderCount: 2 },
    effect: 'refused',
    problem: 'in JSON, `/orderCount` is a field that the schema does not have',
  });
});
