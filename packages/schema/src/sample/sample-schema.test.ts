import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { compareJsonSchema } from '../compare/json/compare.ts';
import { randomDocument } from '../compare/json/random.test-support.ts';
import type { SchemaSource } from '../shape.ts';
import { sequence } from './random.ts';
import { sampleOf } from './sample-schema.ts';

const LOOKUPS = { writer: () => undefined, reader: () => undefined };

const RUNS = Number(process.env.PORTOLAN_FUZZ_RUNS ?? 300);

const sourceOf = (definition: unknown, version = '2020-12'): SchemaSource => ({
  id: 'order',
  format: 'json-schema',
  schemaFormat: `application/schema+json;version=${version}`,
  definition,
});
const sampled = (definition: unknown, seed?: number) => sampleOf(sourceOf(definition), () => undefined, seed);

test('a sample is what its schema says, or there is none', { timeout: 120_000 }, () => {
  let none = 0;
  for (let run = 0; run < RUNS; run++) {
    const random = sequence('sample', run);
    const draft = run % 2 ? '2020-12' : 'draft-07';
    const definition = randomDocument(random, draft);
    const ajv =
      draft === '2020-12' ? new Ajv2020({ strict: false, logger: false }) : new Ajv({ strict: false, logger: false });
    (addFormats as unknown as (ajv: Ajv) => Ajv)(ajv as Ajv);
    const value = sampleOf(sourceOf(definition, draft), () => undefined, 1 + (run % 7));
    if (value === undefined) {
      none++;
      const nothing = compareJsonSchema(sourceOf(definition, draft), sourceOf(false), LOOKUPS);
      expect({ definition, verdict: nothing.verdict }).toMatchObject({ verdict: 'compatible' });
    } else expect({ definition, value, ok: ajv.compile(definition)(value) }).toMatchObject({ ok: true });
  }
  console.info(`${none} of ${RUNS} schemas allow nothing`);
});

const order = {
  type: 'object',
  properties: {
    orderId: { type: 'string' },
    status: { enum: ['placed', 'paid', 'lost'] },
    note: { type: 'string' },
    items: { type: 'array', items: { type: 'object', properties: { quantity: { type: 'integer', minimum: 1 } } } },
  },
  required: ['orderId', 'status'],
};

test('seeds differ in values, in what is there, and in how much of it', () => {
  const samples = Array.from({ length: 20 }, (_, seed) => sampled(order, seed + 1) as Record<string, unknown>);
  expect(Object.keys(samples[0] ?? {})).toEqual(['orderId', 'status', 'note', 'items']);
  expect(new Set(samples.map(({ status }) => status)).size).toBe(3);
  expect(samples.some(({ note }) => note === undefined)).toBe(true);
  expect(new Set(samples.map(({ items }) => (items as unknown[] | undefined)?.length)).size).toBeGreaterThan(2);
  expect(sampled(order, 7)).toEqual(sampled(order, 7));
});

test('what a shape does not show is heeded, too', () => {
  const definition = {
    ...order,
    allOf: [
      {
        if: { properties: { status: { const: 'placed' } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
        then: { properties: { note: { const: 'new' } }, required: ['note'] },
      },
    ],
    not: { properties: { orderId: { const: 'order-1001' } } },
  };
  expect(sampled(definition)).toMatchObject({ status: expect.any(String) });
  expect(sampled({ type: 'string', not: { type: 'string' } })).toBeUndefined();
});
