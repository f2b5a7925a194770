import { beforeAll, expect, test } from 'vitest';
import { outline } from '../outline/outline.ts';
import { prepare } from '../prepare.ts';
import type { SchemaSource } from '../shape.ts';
import { protobufFlaws } from './check.ts';

beforeAll(() => prepare(['protobuf']));

const source = (definition: string, more: Partial<SchemaSource> = {}): SchemaSource => ({
  id: 'it',
  format: 'protobuf',
  definition,
  ...more,
});
const told = (from: SchemaSource | string, others: readonly SchemaSource[] = []) =>
  protobufFlaws(typeof from === 'string' ? source(from) : from, id => others.find(other => other.id === id)).map(
    ({ kind, inside, message }) =>
      `${kind === 'invalid' ? '' : `${kind} `}${inside?.start.line}:${inside?.start.column} ${message}`,
  );
const proto3 = (body: string) =>
  told(`syntax = "proto3"; message M { ${body} }`).map(text => text.replace(/^\S+ /, ''));
const proto2 = (body: string) =>
  told(`syntax = "proto2"; message M { ${body} }`).map(text => text.replace(/^\S+ /, ''));
const edition = (body: string) =>
  told(`edition = "2023"; message M { ${body} }`).map(text => text.replace(/^\S+ /, ''));

test('numbers of fields', () => {
  expect(proto3('string a = 0; string b = 536870912; string c = 19500; string d = 1; string e = 1;')).toEqual([
    'the field `a` has the number 0',
    'the field `b` has the number 536870912',
    'the field `c` has the number 19500, which Protobuf keeps for itself',
    'the field `e` has the number 1, which `d` has already',
  ]);
  expect(proto3('reserved 2, 5 to max; reserved "old"; string a = 2; string b = 99; string old = 1;')).toEqual([
    'the field `a` has the number 2, which is reserved',
    'the field `b` has the number 99, which is reserved',
    'the name of the field `old` is reserved',
  ]);
  expect(proto3('reserved 1 to 5, 4; reserved 9 to 7; reserved "a", "a";')).toEqual([
    'the number 4 is listed twice',
    'the range from 9 to 7 ends before it begins',
    'the name `a` is reserved twice',
  ]);
  expect(proto2('extensions 10 to 20; optional int32 a = 15;')).toEqual([
    'the field `a` has the number 15, which is kept for extensions',
  ]);
});

test('labels are those of the syntax', () => {
  expect(
    proto2(
      'string a = 1; optional string b = 2; required string c = 3; map<string, int32> d = 4; oneof e { int32 f = 5; }',
    ),
  ).toEqual(['the field `a` is neither `optional`, `required` nor `repeated`, as proto2 demands']);
  expect(proto3('required string a = 1; optional string b = 2; repeated string c = 3;')).toEqual([
    'the field `a` is `required`, which proto3 does not know',
  ]);
  expect(
    edition('optional string a = 1; required string b = 2; string c = 3 [features.field_presence = LEGACY_REQUIRED];'),
  ).toEqual([
    'the field `a` is `optional`, which editions do not know',
    'the field `b` is `required`, which editions do not know',
  ]);
  expect(proto2('optional group Part = 1 { optional int32 n = 1; }')).toEqual([]);
  expect(proto3('oneof a { repeated int32 b = 1; map<string, int32> c = 2; } oneof d {}')).toEqual([
    'the field `b` of the oneof `a` is `repeated`',
    'the field `c` of the oneof `a` is a map',
    'the oneof `d` has no fields',
  ]);
});

test('types of fields and of keys', () => {
  expect(proto3('map<double, int32> a = 1; map<bool, M> b = 2; repeated map<string, int32> c = 3;')).toEqual([
    '`double` cannot be the type of the keys of a map',
    'the map `c` is `repeated`',
  ]);
  expect(proto3('Statu a = 1; enum Status { NONE = 0; } string foo_bar = 2; string fooBar = 3;')).toEqual([
    'the type `Statu` of the field `a` is defined nowhere',
    'the fields `foo_bar` and `fooBar` have one name in JSON, `fooBar`',
  ]);
  const [flaw] = protobufFlaws(
    source('syntax = "proto3"; message M { Statu a = 1; enum Status { NONE = 0; } }'),
    () => undefined,
  );
  expect(flaw?.help).toContain('Did you mean `Status`?');
});

test('enums', () => {
  expect(proto3('enum E { A = 1; B = 1; C = 3000000000; reserved 7; D = 7; }')).toEqual([
    'the first value of the enum `E` is 1, and must be 0',
    'the number 1 of `B` is that of `A`',
    'the number 3000000000 of `C` does not fit into 32 bits',
    'the value `D` has the number 7, which is reserved',
  ]);
  expect(proto3('enum E {} enum F { option allow_alias = true; X = 0; }')).toEqual([
    'the enum `E` has no values',
    'the enum `F` allows aliases and has none',
  ]);
  expect(proto2('enum E { A = 1; B = -1; }')).toEqual([]);
  expect(edition('enum E { option features.enum_type = CLOSED; A = 1; }')).toEqual([]);
  expect(edition('enum E { option features = { enum_type: OPEN }; A = 1; }')).toHaveLength(1);
  expect(proto3('enum E { NONE = 0; } enum F { NONE = 0; }')).toEqual([
    'the name `M.NONE` is taken by a value already',
  ]);
});

test('defaults are values of their field, where it may have one', () => {
  expect(
    proto2(`enum E { A = 0; } optional int32 a = 1 [default = 1.5]; optional bool b = 2 [default = yes];
      optional string c = 3 [default = x]; optional E d = 4 [default = Z]; optional uint32 e = 5 [default = -1];
      optional double f = 6 [default = inf]; optional E g = 7 [default = A]; repeated int32 h = 8 [default = 1];`),
  ).toEqual([
    'the default of the field `a` is `1.5`, and must be a whole number',
    'the default of the field `b` is `yes`, and must be `true` or `false`',
    'the default of the field `c` is `x`, and must be a text in quotes',
    'the default of the field `d` is `Z`, which is no value of the enum `E`',
    'the default of the field `e` is `-1`, and must be zero or more',
    'the default of the field `h` is not allowed on a list or a map',
  ]);
  expect(proto3('int32 a = 1 [default = 1];')).toEqual(['the default of the field `a` is not allowed in proto3']);
  expect(edition('int32 a = 1 [default = 1]; int32 b = 2 [default = 1, features.field_presence = IMPLICIT];')).toEqual([
    'the default of the field `b` is not allowed where presence is implicit',
  ]);
});

test('names are unique in their package, and the innermost scope that knows a name decides', () => {
  expect(told('syntax = "proto3"; package a; message M {} enum M { X = 0; }')).toEqual([
    '1:49 the name `a.M` is taken by a message already',
  ]);
  const scopes = `syntax = "proto3";
package a.b;
message Outer { message b { message In {} } b.In x = 1; }
message b { }`;
  expect(told(scopes)).toEqual([]);
  expect(told('syntax = "proto3"; package a; message M { message a {} a.M self = 1; .a.M right = 2; }')).toEqual([
    '1:56 the type `a.M` of the field `self` is defined nowhere',
  ]);
});

test('all mistakes of a text are told, each at its place', () => {
  expect(
    told(`syntax = "proto3";
message Order {
  string id 1;
  int32 = 2;
  string note = three;
  repeated Line lines = 4
}
message Line {
  string sku = 1;`),
  ).toEqual([
    '3:13 `=` is missing after the field `id`, before `1`',
    '4:9 the name of the field is missing, and `=` stands there',
    '5:17 a whole number is missing, and `three` stands there',
    '5:17 `;` is missing after the field `note`, before `three`',
    '7:1 `;` is missing after the field `lines`, before `}`',
    '9:18 the message `Line` is not closed',
  ]);
  expect(told('syntax = "proto4";\n}\nmessage A {}')).toEqual([
    '1:10 the syntax `"proto4"` is none that Portolan knows',
    '2:1 `}` begins no statement of Protobuf',
  ]);
});

test('the text and the schemaFormat beside it say one thing', () => {
  const beside = (text: string, version: number) =>
    told(source(text, { schemaFormat: `application/vnd.google.protobuf;version=${version}` }));
  expect(beside('message M { string a = 1; }', 3)).toEqual([
    '1:1 the text states no syntax, which makes it proto2, and the `schemaFormat` says version 3',
  ]);
  expect(beside('syntax = "proto3"; message M { string a = 1; }', 2)).toEqual([
    '1:1 the text is written in proto3, and the `schemaFormat` says version 2',
  ]);
  expect(beside('edition = "2024"; export message M { string a = 1; }', 3)).toEqual([]);
});

const order = 'syntax = "proto3"; package shop; import "common/money.proto"; message Order { common.Money total = 1; }';
const money = source('syntax = "proto3"; package common; message Money { int64 units = 1; }', { id: 'money' });
const common = source('syntax = "proto3"; import public "common/money.proto";', {
  id: 'common',
  imports: { 'common/money.proto': ['money'] },
});

test('imports: what they bring is known, what is missing is told, and so is a circle', () => {
  const linked = source(order, { imports: { 'common/money.proto': ['money'] } });
  expect(told(linked, [money])).toEqual([]);
  expect(outline(linked, () => money).properties?.[0]?.shape).toMatchObject({ name: 'Money', kind: 'object' });
  expect(told(order)).toEqual(['missing 1:41 the file `common/money.proto`, which is imported, is not there']);

  const publicly = source(order.replace('common/money', 'all'), { imports: { 'all.proto': ['common'] } });
  expect(told(publicly, [money, common])).toEqual([]);
  const privately = source(order.replace('common/money', 'shop'), { imports: { 'shop.proto': ['shop'] } });
  const shop = source(`${common.definition}`.replace('public', ''), { ...common, id: 'shop' });
  const through = { ...shop, definition: `${shop.definition}`.replace('public ', '') };
  const [hidden] = protobufFlaws(privately, id => (id === 'shop' ? through : id === 'money' ? money : undefined));
  expect(hidden).toMatchObject({
    message: 'the type `common.Money` of the field `total` is defined nowhere',
    help: 'Add `import "common/money.proto";`.',
  });

  const a = source('syntax = "proto3"; import "b.proto";', { id: 'a', imports: { 'b.proto': ['b'] } });
  const b = source('syntax = "proto3"; import "a.proto";', { id: 'b', imports: { 'a.proto': ['a'] } });
  expect(told(a, [a, b])).toEqual(['1:27 the file imports itself by way of `b.proto`']);
  const twice = source('syntax = "proto3"; package common; import "m.proto"; message Money {}', {
    imports: { 'm.proto': ['money'] },
  });
  expect(told(twice, [money])).toEqual(['1:62 the type `common.Money` is defined here and in `m.proto`']);
});

test('what comes with the language has to be imported, and needs no file', () => {
  expect(
    told(
      'syntax = "proto3"; import "google/protobuf/timestamp.proto"; message M { google.protobuf.Timestamp at = 1; }',
    ),
  ).toEqual([]);
  const [flaw] = protobufFlaws(
    source('syntax = "proto3"; message M { google.protobuf.Timestamp at = 1; }'),
    () => undefined,
  );
  expect(flaw?.help).toBe('Add `import "google/protobuf/timestamp.proto";`.');
});

test('a closed enum of proto2 is no type for proto3', () => {
  const old = source('syntax = "proto2"; enum Old { A = 1; }', { id: 'old' });
  const uses = source('syntax = "proto3"; import "old.proto"; message M { Old a = 1; }', {
    imports: { 'old.proto': ['old'] },
  });
  expect(told(uses, [old])).toEqual([
    '1:52 the enum `Old` of the field `a` is closed, and fields of proto3 need open ones',
  ]);
});

test('what is written for tools does not matter: services, options, extensions, comments', () => {
  expect(
    told(`// A file
edition = "2023";
package shop.v1;
import option "buf/validate/validate.proto";
option java_package = "com.example";
option (my.file).option = { a: 1 b { c: "}" } };
extend google.protobuf.FieldOptions { string title = 50001; }
service Orders {
  rpc Place(Order) returns (stream Order) { option (google.api.http) = { post: "/v1" body: "*" }; }
}
message Order {
  option deprecated = true;
  reserved removed, gone;
  string id = 1 [(title) = "Id", (buf.validate.field).string = { min_len: 1 }, json_name = "ID"]; // the id
  ;
}`).filter(text => !text.startsWith('missing')),
  ).toEqual([]);
});

test('hostile texts cost what their length costs, and no name is special', () => {
  for (const name of ['__proto__', 'constructor', 'hasOwnProperty'])
    expect(told(`syntax = "proto3"; message ${name} { ${name} ${name} = 1; enum E { ${name}_ = 0; } }`)).toEqual([]);
  expect(told(`syntax = "proto3"; ${'message M { '.repeat(5_000)}${'}'.repeat(5_000)}`).at(0)).toContain(
    'nested deeper than 64 levels',
  );
  expect(told(`option a = ${'{'.repeat(50_000)}`).length).toBeGreaterThan(0);
  expect(told('/* '.repeat(50_000))).toEqual(['1:1 `/*` begins no statement of Protobuf']);
  expect(told('"'.repeat(20_001)).length).toBeGreaterThan(0);
  expect(told('\u0000\ud800💥'.repeat(1_000)).length).toBe(100);
  const fields = Array.from({ length: 20_000 }, (_, index) => `string f${index} = ${index + 20_000};`).join('\n');
  expect(told(`syntax = "proto3"; message M { ${fields} }`)).toEqual([]);
  const chain = Array.from({ length: 1_500 }, (_, index) =>
    source(`syntax = "proto3"; import "${index + 1}.proto";`, {
      id: `${index}`,
      imports: { [`${index + 1}.proto`]: [`${(index + 1) % 1_500}`] },
    }),
  );
  expect(told(chain[0] as SchemaSource, chain).length).toBeLessThan(2);
});
