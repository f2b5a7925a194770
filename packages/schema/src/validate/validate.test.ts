import { beforeAll, expect, test } from 'vitest';
import { prepare } from '../prepare.ts';
import type { SchemaSource } from '../shape.ts';
import { validate } from './validate.ts';

beforeAll(() => prepare(['asyncapi', 'protobuf']));

const source = (definition: unknown, format = 'asyncapi', schemaFormat?: string) =>
  ({ id: 'x', format, definition, ...(schemaFormat && { schemaFormat }) }) as SchemaSource;
const messages = (schema: SchemaSource, value: unknown, others: readonly SchemaSource[] = []) => {
  const verdict = validate(schema, id => others.find(other => other.id === id), value);
  if ('notChecked' in verdict) return `not checked: ${verdict.notChecked}`;
  return verdict.valid ? [] : verdict.problems.map(({ pointer, message }) => `${pointer} ${message}`);
};

const order = source({
  type: 'object',
  required: ['id', 'total'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 3 },
    total: { type: 'number', minimum: 0 },
    status: { enum: ['NEW', 'PAID'] },
    at: { type: 'string', format: 'date-time' },
  },
});

test('problems are plain sentences at their places', () => {
  expect(messages(order, { id: 'o-1', total: 5, status: 'PAID', at: '2026-03-14T09:26:53Z' })).toEqual([]);
  expect(messages(order, { id: 'x', total: '5', status: 'GONE', at: 'soon', extra: 1 })).toEqual([
    '/id has 1 character, but must have at least 3',
    '/total is a string, but must be a number',
    '/status is "GONE", but must be one of "NEW" or "PAID"',
    '/at is "soon", which is no date-time',
    ' has `extra`, which the schema does not allow',
  ]);
  expect(messages(order, {})).toEqual([' lacks `id`', ' lacks `total`']);
});

test('references lead to other definitions, and recursion is no trouble', () => {
  const node = source({
    type: 'object',
    properties: { next: { $ref: '#/schemas/node' }, at: { $ref: '#/schemas/a~1b' } },
  });
  const others = [
    { ...node, id: 'node' },
    { ...source({ type: 'integer' }), id: 'a/b' },
  ];
  expect(messages(node, { next: { next: { at: 1 } } }, others)).toEqual([]);
  expect(messages(node, { next: { next: { at: 'x' } } }, others)).toEqual([
    '/next/next/at is a string, but must be an integer',
  ]);
  const dangling = source({ items: { $ref: '#/schemas/gone' } });
  expect(messages(dangling, [])).toEqual([]);
  expect(messages(dangling, [1])).toBe('not checked: the schema “gone” that it refers to is missing');
});

test('pointers inside a definition stay inside it, also when it is drawn in by another', () => {
  const inner = {
    ...source({ definitions: { id: { type: 'string' } }, properties: { id: { $ref: '#/definitions/id' } } }),
    id: 'inner',
  };
  expect(messages(inner, { id: 1 })).toEqual(['/id is an integer, but must be a string']);
  const outer = source({ properties: { inner: { $ref: '#/schemas/inner' } } });
  expect(messages(outer, { inner: { id: 1 } }, [inner])).toEqual(['/inner/id is an integer, but must be a string']);
});

test('each dialect means what it says', () => {
  const draft04 = source(
    { $schema: 'http://json-schema.org/draft-04/schema#', minimum: 1, exclusiveMinimum: true },
    'json-schema',
  );
  expect(messages(draft04, 1)).toEqual([' is 1, but must be more than 1']);
  const openapi = source({ type: 'string', nullable: true }, 'openapi');
  expect([messages(openapi, null), messages(openapi, 1)]).toMatchObject([[], [expect.stringContaining('')]]);
  const tuple = source(
    { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }], items: false },
    'json-schema',
  );
  expect(messages(tuple, ['a', 1]).length).toBe(1);
});

test('a pattern that could run for ages on a long text is not tried', () => {
  const bomb = source({ type: 'string', pattern: '^(a+)+$' });
  expect(messages(bomb, 'aaa')).toEqual([]);
  expect(messages(bomb, `${'a'.repeat(40)}!`)).toBe(
    'not checked: trying its patterns on a text this long could take too long',
  );
});

test('alternatives are told once, not branch by branch', () => {
  expect(messages(source({ oneOf: [{ type: 'string' }, { type: 'integer' }] }), true)).toEqual([
    ' matches none of the alternatives',
  ]);
});

test('Avro examples are judged, plain or in Avro’s own JSON encoding', () => {
  const avro = source(
    {
      type: 'record',
      name: 'Payment',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'note', type: ['null', 'string'], default: null },
        { name: 'method', type: { type: 'enum', name: 'Method', symbols: ['CARD'] } },
      ],
    },
    'avro',
  );
  expect(messages(avro, { id: 'p', method: 'CARD', note: 'x' })).toEqual([]);
  expect(messages(avro, { id: 'p', method: 'CARD', note: { string: 'x' } })).toEqual([]);
  expect(messages(avro, { method: 'CASH' })).toEqual([' lacks `id`', '/method is "CASH", but must be one of CARD']);
});

test('Protobuf values are judged in their JSON form', () => {
  const proto = source(
    'syntax = "proto3"; message Stock { string sku = 1; int64 on_hand = 2; repeated string tags = 3; }',
    'protobuf',
  );
  expect(messages(proto, { sku: 'a', onHand: '12', tags: ['x'] })).toEqual([]);
  expect(messages(proto, { sku: 1, on_hand: true })).toEqual([
    '/sku is an integer, but must be a string',
    '/on_hand is a boolean, but must be an int64',
  ]);
});

test('what cannot be judged says so, and is never called valid', () => {
  expect(messages(source('<xsd/>', 'other'), {})).toBe(
    'not checked: Portolan does not judge values by this schema format',
  );
  expect(messages(source({ pattern: '(' }), 'x')).toMatch(/^not checked: /);
  expect(messages(source('message {', 'protobuf'), {})).toMatch(/^not checked: this is not Protobuf/);
});
