import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outline } from '../outline/outline.ts';
import { sample } from './sample.ts';

const shapeOf = (definition: unknown, format = 'asyncapi') =>
  outline({ id: 'order', format, definition }, () => undefined);
const ajv = (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv({ strict: false }));

/** Schemas as people write them, with limits that can be met. */
const text = fc.oneof(
  fc.record({ type: fc.constant('string'), minLength: fc.nat(5), maxLength: fc.integer({ min: 5, max: 40 }) }),
  fc.record({
    type: fc.constant('string'),
    pattern: fc.constantFrom('^[A-Z]{3}$', '^\\d{4,6}$', '^(ab|cd)+[xyz]?$', '^ord-[0-9a-f]{8}$'),
  }),
  fc.record({
    type: fc.constant('string'),
    format: fc.constantFrom('uuid', 'date-time', 'date', 'time', 'email', 'uri', 'ipv4', 'hostname'),
  }),
  fc.record({ type: fc.constant('string'), enum: fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 }) }),
);
const number = fc.oneof(
  fc.record({
    type: fc.constant('integer'),
    minimum: fc.integer({ min: -50, max: 50 }),
    maximum: fc.integer({ min: 51, max: 500 }),
  }),
  fc.record({ type: fc.constant('number'), exclusiveMinimum: fc.integer({ min: -5, max: 5 }) }),
  fc.record({
    type: fc.constant('integer'),
    multipleOf: fc.integer({ min: 1, max: 30 }),
    minimum: fc.integer({ min: 0, max: 99 }),
  }),
);
const { schema } = fc.letrec(tie => ({
  leaf: fc.oneof(
    text,
    number,
    fc.constant({ type: 'boolean' }),
    fc.constant({ type: 'null' }),
    fc.constant({ const: 7 }),
  ),
  list: fc.record({
    type: fc.constant('array'),
    items: tie('schema'),
    minItems: fc.nat(3),
  }),
  object: fc
    .dictionary(fc.constantFrom('orderId', 'price', 'currency', 'createdAt', 'items', 'status', 'note'), tie('schema'))
    .chain(properties =>
      fc.record({
        type: fc.constant('object'),
        properties: fc.constant(properties),
        required: fc.subarray(Object.keys(properties)),
        additionalProperties: fc.boolean(),
      }),
    ),
  union: fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
  schema: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('object'), tie('list'), tie('union')),
}));

test('a sample is what its schema says, for any schema and seed', () => {
  fc.assert(
    fc.property(schema, fc.integer({ min: 1, max: 9 }), (definition, seed) => {
      const value = sample(shapeOf(definition), seed);
      expect(value).toBeDefined();
      const check = ajv.compile(definition as object);
      expect({ ok: check(value), errors: check.errors, value }).toMatchObject({ ok: true });
    }),
    { numRuns: 300 },
  );
});

test('samples read like what they stand for, and are the same every time', () => {
  const definition = {
    type: 'object',
    properties: {
      orderId: { type: 'string' },
      customer: {
        type: 'object',
        properties: { email: { type: 'string', format: 'email' }, city: { type: 'string' } },
      },
      total: {
        type: 'object',
        properties: { amount: { type: 'number' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
      },
      items: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string' }, quantity: { type: 'integer' } } },
      },
      placedAt: { type: 'string', format: 'date-time' },
    },
  };
  expect(sample(shapeOf(definition))).toEqual({
    orderId: 'order-1001',
    customer: { email: 'alex@example.com', city: 'Lisbon' },
    total: { amount: 19.5, currency: 'EUR' },
    items: [{ sku: 'SKU-1001', quantity: 2 }],
    placedAt: '2026-03-14T09:26:53Z',
  });
  expect(sample(shapeOf(definition), 5)).toEqual(sample(shapeOf(definition), 5));
});

test('what the author wrote comes first: const, examples, defaults', () => {
  const definition = {
    properties: { a: { const: 1 }, b: { type: 'string', examples: ['x', 'y'] }, c: { type: 'integer', default: 9 } },
  };
  expect(sample(shapeOf(definition))).toEqual({ a: 1, b: 'x', c: 9 });
});

test('recursion ends, and what nothing can match is left out', () => {
  const node = {
    type: 'object',
    properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/schemas/node' } } },
  };
  const source = { id: 'node', format: 'asyncapi', definition: node };
  expect(JSON.stringify(sample(outline(source, () => source))).length).toBeLessThan(500);
  expect(
    sample(shapeOf({ properties: { odd: { type: 'string', pattern: '(?!x)x' }, fine: { type: 'boolean' } } })),
  ).toEqual({ fine: true });
});

test('Avro is sampled like everything else', () => {
  const definition = {
    type: 'record',
    name: 'Payment',
    fields: [
      { name: 'paymentId', type: 'string' },
      { name: 'amount', type: 'double' },
      { name: 'method', type: { type: 'enum', name: 'Method', symbols: ['CARD', 'TRANSFER'] } },
    ],
  };
  expect(sample(shapeOf(definition, 'avro'))).toEqual({ paymentId: 'payment-1001', amount: 19.5, method: 'CARD' });
});

test('other seeds give other identifiers, moments and amounts, the same seed the same ones', () => {
  const shape = shapeOf({
    type: 'object',
    required: ['orderId', 'placedAt', 'price', 'email', 'trace'],
    properties: {
      orderId: { type: 'string' },
      placedAt: { type: 'string', format: 'date-time' },
      price: { type: 'number' },
      email: { type: 'string', format: 'email' },
      trace: { type: 'string', format: 'uuid' },
    },
  });
  const messages = Array.from({ length: 50 }, (_, seed) => sample(shape, seed) as Record<string, unknown>);
  for (const name of ['orderId', 'placedAt', 'email', 'trace'])
    expect(new Set(messages.map(message => message[name])).size, name).toBeGreaterThan(40);
  expect(new Set(messages.map(({ price }) => price)).size).toBeGreaterThan(20);
  expect(sample(shape, 7)).toEqual(messages[7]);
});
