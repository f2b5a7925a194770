import { beforeAll, expect, test } from 'vitest';
import { fields, fieldsWithShapes } from '../fields.ts';
import { prepare } from '../prepare.ts';
import type { Lookup, SchemaSource, Shape } from '../shape.ts';
import { outline } from './outline.ts';

beforeAll(() => prepare(['protobuf'], ['outline']));

const none: Lookup = () => undefined;
const draw = (definition: unknown, format = 'asyncapi', lookup = none, schemaFormat?: string) =>
  outline({ id: 'order', format, definition, ...(schemaFormat && { schemaFormat }) } as SchemaSource, lookup);

/** A shape in a few letters, so that expectations can be read: `object{id!:string items:array<object>}`. */
function brief(shape: Shape): string {
  const inner = (shape.properties ?? []).map(
    ({ name, required, shape }) => `${name}${required ? '!' : ''}:${brief(shape)}`,
  );
  const items = shape.items ? `[${brief(shape.items)}]` : '';
  const variants = shape.variants ? `(${shape.variants.map(brief).join('|')})` : '';
  const marks = `${shape.nullable ? '?' : ''}${shape.recursive ? '↺' : ''}`;
  return `${shape.kind}${inner.length > 0 ? `{${inner.join(' ')}}` : ''}${items}${variants}${marks}`;
}

test('objects, lists, maps and scalars, with what is required and what limits them', () => {
  const shape = draw({
    type: 'object',
    required: ['id', 'unseen'],
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 40, pattern: '^o-' },
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      labels: { type: 'object', additionalProperties: { type: 'integer' } },
      note: { type: ['string', 'null'], description: 'Free text', deprecated: true },
    },
  });
  expect(brief(shape)).toBe('object{id!:string tags:list[string] labels:map[integer] note:string? unseen!:any}');
  expect(shape.properties?.[0]?.shape.constraints).toEqual([
    { name: 'minLength', value: 1 },
    { name: 'maxLength', value: 40 },
    { name: 'pattern', value: '^o-' },
  ]);
  expect(shape.properties?.[3]?.shape).toMatchObject({ description: 'Free text', deprecated: true });
});

test('allOf is one shape, oneOf and anyOf are unions, null makes nullable', () => {
  const base = { properties: { id: { type: 'string' } }, required: ['id'] };
  expect(
    brief(
      draw({
        allOf: [
          { type: 'object', ...base },
          { type: 'object', properties: { total: { type: 'number' } } },
        ],
      }),
    ),
  ).toBe('object{id!:string total:number}');
  expect(brief(draw({ oneOf: [{ type: 'string' }, { type: 'integer' }] }))).toBe('union(string|integer)');
  expect(brief(draw({ anyOf: [{ type: 'string' }, { type: 'null' }] }))).toBe('string?');
  const tightened = draw({
    allOf: [
      { type: 'integer', minimum: 1 },
      { minimum: 5, maximum: 9 },
    ],
  });
  expect(tightened.constraints).toContainEqual({ name: 'minimum', value: 5 });
  expect(tightened.constraints).not.toContainEqual({ name: 'minimum', value: 1 });
});

test('true, false and what is no schema', () => {
  expect([brief(draw(true)), brief(draw(false)), brief(draw(7))]).toEqual(['any', 'never', 'opaque']);
  expect(draw({ type: 'strng' }).notChecked).toMatch(/strng/);
});

test('references lead to other definitions and inside their own; a missing one says so', () => {
  const money: SchemaSource = {
    id: 'common/money',
    format: 'asyncapi',
    definition: {
      definitions: { code: { type: 'string' } },
      properties: { currency: { $ref: '#/definitions/code' } },
      type: 'object',
    },
  };
  const lookup: Lookup = id => (id === money.id ? money : undefined);
  const shape = draw(
    { type: 'object', properties: { total: { $ref: '#/schemas/common~1money' }, gone: { $ref: '#/schemas/x' } } },
    'asyncapi',
    lookup,
  );
  expect(brief(shape)).toBe('object{total:object{currency:string} gone:opaque}');
  expect(shape.properties?.[0]?.shape.name).toBe('common/money');
  expect(shape.properties?.[1]?.shape.notChecked).toMatch(/does not exist/);
});

test('a definition that contains itself stops there', () => {
  const node: SchemaSource = {
    id: 'node',
    format: 'asyncapi',
    definition: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/schemas/node' } } } },
  };
  expect(brief(outline(node, () => node))).toBe('object{children:list[object↺]}');
});

test('sixty-four levels that double each time are bounded, and say where they stop', () => {
  const lookup: Lookup = id => {
    const next = { $ref: `#/schemas/s${Number(id.slice(1)) + 1}` };
    return { id, format: 'asyncapi', definition: { type: 'object', properties: { a: next, b: next } } };
  };
  const shape = outline(lookup('s0') as SchemaSource, lookup);
  const text = JSON.stringify(shape);
  expect(text.length).toBeLessThan(1_500_000);
  expect(text).toContain('notChecked');
});

test('OpenAPI: nullable, and exclusive limits as flags', () => {
  const shape = draw({ type: 'integer', nullable: true, minimum: 0, exclusiveMinimum: true }, 'openapi');
  expect(brief(shape)).toBe('integer?');
  expect(shape.constraints).toEqual([{ name: 'exclusiveMinimum', value: 0 }]);
});

test('Avro: records, unions with null, logical types, names defined once', () => {
  const shape = draw(
    {
      type: 'record',
      name: 'Order',
      namespace: 'com.example',
      fields: [
        { name: 'id', type: 'string', doc: 'The id' },
        { name: 'total', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 } },
        { name: 'note', type: ['null', 'string'], default: null },
        { name: 'ship', type: { type: 'record', name: 'Address', fields: [{ name: 'city', type: 'string' }] } },
        { name: 'bill', type: 'com.example.Address' },
        { name: 'lines', type: { type: 'array', items: 'int' } },
      ],
    },
    'avro',
  );
  expect(brief(shape)).toBe(
    'object{id!:string total!:bytes note:string? ship!:object{city!:string} bill!:object{city!:string} lines!:list[integer]}',
  );
  expect(shape.properties?.[0]?.shape.description).toBe('The id');
  expect(shape.properties?.[1]?.shape.format).toBe('decimal');
});

test('Protobuf: the outermost message, nested types, enums, maps, comments; imports say what is missing', () => {
  const shape = draw(
    `syntax = "proto3";
import "money.proto";
// A thing in store.
message Stock {
  string sku = 1;
  map<string, int32> shelves = 2;
  repeated Move moves = 3;
  Status status = 4;
  Money price = 5;
}
message Move { int64 delta = 1; }
enum Status { UNKNOWN = 0; OPEN = 1; }
`,
    'protobuf',
  );
  expect(brief(shape)).toBe(
    'object{sku:string shelves:map[integer] moves:list[object{delta:integer}] status:string price:opaque}',
  );
  expect(shape).toMatchObject({ name: 'Stock', description: 'A thing in store.' });
  expect(shape.properties?.[4]?.shape.notChecked).toMatch(/money\.proto/);
});

test('what Portolan does not read is opaque and says so, and nothing ever throws', () => {
  expect(draw('#%RAML 1.0', 'raml')).toMatchObject({ kind: 'opaque', notChecked: 'Portolan does not read raml' });
  expect(draw('message {', 'protobuf').notChecked).toMatch(/no.* Protobuf/);
  for (const odd of [
    null,
    [],
    'x',
    { properties: 7 },
    { items: [null] },
    { allOf: {} },
    { enum: 'x' },
    { $ref: '#/%zz' },
  ]) {
    for (const format of ['asyncapi', 'avro', 'protobuf', 'openapi'])
      expect(draw(odd, format).kind).toBeTypeOf('string');
  }
});

test('fields are the leaves by path', () => {
  const shape = draw({
    type: 'object',
    required: ['items'],
    properties: {
      amount: { type: 'object', properties: { value: { type: 'number' }, currency: { type: 'string' } } },
      items: { type: 'array', items: { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } } },
      tags: { type: 'array', items: { type: 'string' } },
      labels: { type: 'object', additionalProperties: { type: 'object', properties: { on: { type: 'boolean' } } } },
      free: { type: 'object' },
    },
  });
  expect(fields(shape)).toEqual(['amount.currency', 'amount.value', 'free', 'items[].sku', 'labels{}.on', 'tags']);
  expect(fieldsWithShapes(shape).find(({ path }) => path === 'items[].sku')).toMatchObject({
    shape: { type: 'string' },
  });
});
