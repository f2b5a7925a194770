import { expect, test } from 'vitest';
import { checkExample } from './testing.ts';

const head = 'asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n';
const inSchema = (schema: string) =>
  checkExample(`${head}components: {schemas: {s: ${schema}}}`).map(({ message }) => message);

test.each([
  'true',
  'false',
  '{}',
  '{type: [string, "null"], format: anything, unknown: keyword}',
  '{type: object, properties: {$ref: {type: string}}, required: [$ref], additionalProperties: false}',
  '{items: [{type: string}, true], additionalItems: false, contains: {const: 1}}',
  '{allOf: [{if: {const: 1}, then: false, else: true}], dependencies: {a: [b], c: {type: object}}}',
  '{multipleOf: 0.01, minimum: -1, exclusiveMaximum: 2.5, maxLength: 0}',
  '{externalDocs: {url: "https://example.com"}, discriminator: kind, deprecated: true, x-any: 1}',
  '{default: {type: nonsense}, enum: [{type: nonsense}], examples: [{$ref: 1}], const: {items: 5}}',
])('%s is a schema', schema => {
  expect(inSchema(schema)).toEqual([]);
});

test.each([
  ['1', '`s` in `schemas` must be an object, `true` or `false`, but is the number 1.'],
  [
    '{type: date}',
    '`type` of Schema `s` must be one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`, but is "date".',
  ],
  [
    '{type: [string, text]}',
    'Item 2 of `type` must be one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`, but is "text".',
  ],
  ['{required: true}', '`required` of Schema `s` must be a list, but is `true`.'.replaceAll('`true`', 'true')],
  ['{exclusiveMinimum: true}', '`exclusiveMinimum` of Schema `s` must be a number, but is true.'],
  ['{maxLength: 1.5}', '`maxLength` of Schema `s` must be an integer of at least 0, but is the number 1.5.'],
  ['{minItems: -1}', '`minItems` of Schema `s` must be an integer of at least 0, but is the number -1.'],
  ['{multipleOf: 0}', '`multipleOf` of Schema `s` must be a number greater than 0, but is the number 0.'],
  ['{allOf: []}', '`allOf` of Schema `s` must be a list of at least 1, but is an empty list.'],
  [
    '{properties: {a: {items: 1}}}',
    '`items` of Schema `a` must be an object, `true`, `false` or a list of at least 1, but is the number 1.',
  ],
  ['{discriminator: {propertyName: kind}}', '`discriminator` of Schema `s` must be a string, but is an object.'],
])('%s is none', (schema, message) => {
  expect(inSchema(schema)).toEqual([message]);
});

const payload3 = (format: string, schema: string) =>
  checkExample(`${head}components: {messages: {m: {payload: {schemaFormat: '${format}', schema: ${schema}}}}}`).map(
    ({ origin }) => origin.pointer.replace('/components/messages/m/payload', ''),
  );

test.each([
  ['application/vnd.aai.asyncapi+json;version=3.1.0', '{type: nonsense}', ['/schema/type']],
  ['application/schema+json;version=draft-07', '{type: nonsense}', ['/schema/type']],
  ['application/schema+json;version=2020-12', '{type: nonsense}', []],
  ['application/vnd.oai.openapi;version=3.0.0', '{type: string, nullable: true, exclusiveMinimum: true}', []],
  ['application/vnd.apache.avro;version=1.9.0', '{type: record, name: Placed, fields: []}', []],
  ['application/vnd.apache.avro;version=1.9.0', '\'{"type": "record"}\'', ['/schema']],
  ['application/vnd.apache.avro;version=1.9.0', "['null', string]", []],
  ['application/vnd.google.protobuf;version=3', "'message Placed {}'", []],
  ['application/vnd.google.protobuf;version=3', '{message: Placed}', ['/schema']],
  ['application/raml+yaml;version=1.0', '{type: nonsense}', []],
  ['application/vnd.example', '{type: nonsense}', []],
])('a payload in %s: %s', (format, schema, wrong) => {
  expect(payload3(format, schema)).toEqual(wrong);
});

test('a multi format schema without a schema lacks it', () => {
  const [finding] = checkExample(`${head}components: {schemas: {s: {schemaFormat: application/vnd.example}}}`);
  expect(finding?.message).toBe('Multi Format Schema `s` lacks `schema`.');
});

const payload2 = (message: string) =>
  checkExample(
    `asyncapi: 2.6.0\ninfo: {title: Orders, version: 1.0.0}\nchannels: {}\ncomponents: {messages: {m: ${message}}}`,
  );

test('2.x says the format beside the payload, or in a trait', () => {
  const avro = "schemaFormat: 'application/vnd.apache.avro;version=1.9.0'";
  const payload = 'payload: {type: record, name: Placed, fields: []}';
  expect(payload2(`{${payload}}`).map(({ code }) => code)).toEqual(['GRAMMAR_VALUE_NOT_ALLOWED']);
  expect(payload2(`{${avro}, ${payload}}`)).toEqual([]);
  expect(payload2(`{${payload}, traits: [{${avro}}]}`)).toEqual([]);
  const trait = `messageTraits: {t: {${avro}}}`;
  expect(
    payload2(`{${payload}, traits: [{$ref: '#/components/messageTraits/t'}]}, n: {}}, ${trait}`.slice(0, -1)),
  ).toEqual([]);
});
