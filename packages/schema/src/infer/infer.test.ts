import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { infer } from './infer.ts';

const bare = (messages: readonly unknown[], enough?: number) => {
  const { $schema: _, ...schema } = infer(messages, enough === undefined ? {} : { enough });
  return schema;
};

const order = (number: number) => ({
  id: `order-${number}`,
  status: ['placed', 'paid', 'lost'][number % 3],
  total: 10 + number,
  placedAt: `2026-03-${String(10 + (number % 10))}T09:26:53Z`,
  items: [{ sku: 'SKU-1', count: 1 + (number % 4) }],
  ...(number % 2 === 0 && { note: number % 4 === 0 ? null : 'some words' }),
});

test('types, what is always there, formats, lists of values and limits', () => {
  const messages = Array.from({ length: 30 }, (_, number) => order(number));
  expect(bare(messages)).toEqual({
    type: 'object',
    properties: {
      id: { type: 'string' },
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: { count: { type: 'integer', minimum: 1, maximum: 4 }, sku: { type: 'string', enum: ['SKU-1'] } },
          required: ['count', 'sku'],
        },
        minItems: 1,
      },
      note: { type: ['null', 'string'] },
      placedAt: { type: 'string', format: 'date-time' },
      status: { type: 'string', enum: ['lost', 'paid', 'placed'] },
      total: { type: 'integer', minimum: 10, maximum: 39 },
    },
    required: ['id', 'items', 'placedAt', 'status', 'total'],
  });
  expect(infer([...messages].reverse())).toEqual(infer(messages));
});

test('few messages are no ground for limits', () => {
  expect(bare([order(0), order(1)])).toMatchObject({
    properties: { status: { type: 'string' }, total: { type: 'integer' }, placedAt: { format: 'date-time' } },
  });
  expect(bare([1, 2, 3], 3)).toEqual({ type: 'integer', minimum: 1, maximum: 3 });
});

test('kinds that a member tells apart become alternatives', () => {
  const messages = Array.from({ length: 12 }, (_, number) =>
    number % 2 === 0 ? { type: 'placed', total: number } : { type: 'cancelled', reason: `because ${number}` },
  );
  expect(bare(messages)).toEqual({
    oneOf: [
      {
        type: 'object',
        properties: { reason: { type: 'string' }, type: { const: 'cancelled' } },
        required: ['reason', 'type'],
      },
      {
        type: 'object',
        properties: { total: { type: 'integer' }, type: { const: 'placed' } },
        required: ['total', 'type'],
      },
    ],
  });
});

test('several types in one place, and objects whose names are keys', () => {
  expect(bare([1.5, null, 2])).toEqual({ type: ['null', 'number'] });
  expect(bare([{ a: 1 }, [1]])).toMatchObject({ anyOf: [{ type: 'object' }, { type: 'array' }] });
  expect(bare([{ '1001': 1, '1002': 2, '1003': 3 }])).toEqual({
    type: 'object',
    additionalProperties: { type: 'integer' },
  });
  expect(bare([])).toEqual({});
});

test('whatever the messages, all of them fit', () => {
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(
        fc.constantFrom(
          'placed',
          'paid',
          '2026-03-14',
          '2026-03-14T09:26:53Z',
          'a@example.com',
          'https://example.com/',
          '',
        ),
        fc.integer({ min: -5, max: 5 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('type', 'a', 'b', '1', '2', '3', '__proto__'), tie('value'), {
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (messages, enough) => {
        const ajv = (addFormats as unknown as (ajv: Ajv2020) => Ajv2020)(new Ajv2020({ strict: false }));
        const fits = ajv.compile(infer(messages, { enough }));
        expect(messages.filter(message => !fits(message))).toEqual([]);
      },
    ),
    { numRuns: Number(process.env.PORTOLAN_FUZZ_RUNS ?? 200), seed: 2026 },
  );
});
