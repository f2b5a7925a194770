import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { SchemaSource } from '../../shape.ts';
import { compareJsonSchema } from './compare.ts';

const sourceOf = (id: string, definition: unknown, version = '2020-12'): SchemaSource => ({
  id,
  format: 'json-schema',
  schemaFormat: `application/schema+json;version=${version}`,
  definition,
});
const lookups = { writer: () => undefined, reader: () => undefined };
const compared = (writer: unknown, reader: unknown, version?: string) =>
  compareJsonSchema(sourceOf('writer', writer, version), sourceOf('reader', reader, version), lookups);

/** What is told, with the witness that another implementation took, too. */
function told(writer: unknown, reader: unknown, version = '2020-12'): [code: string, path: string, witness: unknown][] {
  return compared(writer, reader, version).differences.map(({ code, path, witness }) => {
    const ajv = () => {
      const made = version === '2020-12' ? new Ajv2020({ strict: false }) : new Ajv({ strict: false });
      return (addFormats as unknown as (ajv: Ajv) => Ajv)(made);
    };
    expect(ajv().compile(writer as object)(witness?.message)).toBe(true);
    expect(ajv().compile(reader as object)(witness?.message)).toBe(false);
    return [code, path, witness?.message];
  });
}

const order = {
  type: 'object',
  properties: {
    id: { type: 'string', description: 'who knows' },
    status: { enum: ['placed', 'paid', 'lost'] },
    total: { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] },
    items: {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: 'string' }, count: { type: 'integer' } } },
    },
  },
  required: ['id'],
};

test('what the reader asks and the writer does not promise is told with its place, a sentence and a message', () => {
  const reader = {
    type: 'object',
    properties: { ...order.properties, status: { enum: ['placed', 'paid'] } },
    required: ['id', 'status'],
  };
  const { verdict, differences, witness } = compared(order, reader);
  expect(verdict).toBe('incompatible');
  expect(differences).toEqual([
    {
      code: 'PROPERTY_REQUIRED',
      says: 'the reader needs `status`, which the writer may leave out',
      help: 'Let the writer require it and always send it, or let the reader do without.',
      path: 'status',
      writer: { schema: 'writer', pointer: '' },
      reader: { schema: 'reader', pointer: '/required' },
      breaks: 'yes',
      params: { name: 'status' },
      witness: { message: { id: '1001' }, problem: 'the message lacks `status`', effect: 'refused' },
    },
    {
      code: 'ENUM_VALUES_MISSING',
      says: '`status` may be “lost”, which the reader does not know',
      help: 'Teach the readers first, then let the writer use it.',
      path: 'status',
      writer: { schema: 'writer', pointer: '/properties/status/enum' },
      reader: { schema: 'reader', pointer: '/properties/status/enum' },
      breaks: 'yes',
      params: { values: '“lost”', count: 1 },
      witness: {
        message: { id: '1001', status: 'lost' },
        problem: '`/status` is "lost", but must be one of "placed" or "paid"',
        effect: 'refused',
      },
    },
  ]);
  expect(witness).toEqual(differences[0]?.witness);
});

test.for<
  [what: string, writer: unknown, reader: unknown, ...expected: [code: string, path: string, witness: unknown][]]
>([
  ['a type', { type: ['string', 'null'] }, { type: 'string' }, ['TYPE_CHANGED', '', null]],
  ['whole numbers', { type: 'number' }, { type: 'integer' }, ['WHOLE_NUMBER_EXPECTED', '', 0.5]],
  ['a least number', { type: 'integer', minimum: 1 }, { minimum: 2 }, ['MINIMUM_RAISED', '', 1]],
  ['a limit that is excluded', { maximum: 5 }, { exclusiveMaximum: 5 }, ['EXCLUSIVE_MAXIMUM_LOWERED', '', 5]],
  ['multiples', { type: 'integer', multipleOf: 2 }, { multipleOf: 4 }, ['MULTIPLE_CHANGED', '', 2]],
  ['a length', { type: 'string', maxLength: 5 }, { maxLength: 4 }, ['LENGTH_LOWERED', '', 'extra']],
  ['a pattern', { type: 'string', pattern: '^[A-Z]+$' }, { pattern: '^[A-Z]{3}$' }, ['PATTERN_CHANGED', '', 'A']],
  ['a format', { type: 'string', format: 'date' }, { format: 'uuid' }, ['FORMAT_CHANGED', '', '2026-03-14']],
  ['values', { type: 'boolean' }, { const: true }, ['VALUES_LIMITED', '', false]],
  ['a number of items', { type: 'array', maxItems: 2 }, { maxItems: 1 }, ['ITEMS_LOWERED', '', ['text', 'text']]],
  [
    'different items',
    { type: 'array', items: { type: 'string' } },
    { uniqueItems: true },
    ['UNIQUE_ITEMS_EXPECTED', '', ['text', 'text']],
  ],
  [
    'an item of a kind',
    { type: 'array', items: { type: 'integer' }, minItems: 1 },
    { contains: { minimum: 3 } },
    ['CONTAINS_CHANGED', '', [2]],
  ],
  [
    'items that are not known',
    { type: 'array', items: { type: 'integer' } },
    { prefixItems: [{ type: 'integer' }], items: false },
    ['MORE_ITEMS_NOT_ALLOWED', '', [1, 1]],
  ],
  [
    'members that are not known',
    { type: 'object', properties: { a: { type: 'string' } } },
    { properties: { b: true }, additionalProperties: false },
    ['PROPERTY_NOT_ALLOWED', 'a', { a: 'a' }],
    ['PROPERTIES_NOT_ALLOWED', '', { extra: 'extra' }],
  ],
  [
    'a member deep inside',
    order,
    { properties: { items: { items: { properties: { count: { minimum: 1 } } } } } },
    ['MINIMUM_RAISED', 'items[].count', { id: '1001', items: [{ count: 0 }] }],
  ],
  [
    'members by pattern',
    { type: 'object', patternProperties: { '^x-': { type: ['integer', 'null'] } }, additionalProperties: false },
    { patternProperties: { '^x-': { type: 'integer' } } },
    ['TYPE_CHANGED', '/^x-/', { 'x-': null }],
  ],
  [
    'names of members',
    { type: 'object', properties: { long: true }, additionalProperties: false },
    { propertyNames: { maxLength: 3 } },
    ['PROPERTY_NAMES_LIMITED', '', { long: 'long' }],
  ],
  [
    'members that belong together',
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } },
    { dependentRequired: { a: ['b'] } },
    ['DEPENDENT_PROPERTY_REQUIRED', 'b', { a: 'a' }],
  ],
  [
    'what is left over',
    { type: 'object', properties: { a: true, b: true }, additionalProperties: false },
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    ['UNEVALUATED_NOT_ALLOWED', '', { b: 'b' }],
  ],
  [
    'an alternative',
    { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
    { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    ['ALTERNATIVE_MISSING', '', null],
  ],
  [
    'alternatives that must be one',
    { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'string', maxLength: 3 }] },
    ['ALTERNATIVES_OVERLAP', '', 'a'],
  ],
  [
    'what lies inside the one alternative that comes into question',
    {
      oneOf: [
        { properties: { kind: { const: 'card' }, number: { type: 'string' } }, required: ['kind'], type: 'object' },
      ],
    },
    {
      oneOf: [
        { properties: { kind: { const: 'cash' } }, required: ['kind'] },
        { properties: { kind: { const: 'card' } }, required: ['kind', 'number'] },
      ],
    },
    ['PROPERTY_REQUIRED', 'number', { kind: 'card' }],
  ],
  ['what is forbidden', { type: 'string' }, { not: { const: 'text' } }, ['FORBIDDEN', '', 'text']],
  [
    'conditions',
    { type: 'object', properties: { a: { type: 'boolean' }, b: { type: 'string' } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
    { if: { properties: { a: { const: true } }, required: ['a'] }, then: { required: ['b'] } },
    ['CONDITION_CHANGED', '', { a: true }],
  ],
  ['everything', { type: 'string' }, false, ['NOTHING_ALLOWED', '', 'text']],
])('the reader asks more: %s', ([, writer, reader, ...expected]) => {
  expect(told(writer, reader)).toEqual(expected);
});

test.for<[what: string, writer: unknown, reader: unknown]>([
  [
    'the same in other words',
    { type: 'integer', minimum: 1 },
    { allOf: [{ type: 'number' }, { exclusiveMinimum: 0 }] },
  ],
  [
    'a pattern inside another',
    { type: 'string', pattern: '^[A-Z]{3}$' },
    { pattern: '^[A-Z]*$', minLength: 3, maxLength: 3 },
  ],
  ['a reference and what it leads to', { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }, { type: 'string' }],
  ['alternatives in another order', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: ['null', 'string'] }],
  [
    'alternatives that are told apart',
    { oneOf: [{ const: 'a' }, { const: 'b' }] },
    { oneOf: [{ enum: ['b', 'c'] }, { enum: ['a'] }] },
  ],
  [
    'a condition that decides nothing',
    { type: 'object', required: ['a', 'b'] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
    { if: { required: ['a'] }, then: { required: ['b'] } },
  ],
  [
    'what is closed by other means',
    { allOf: [{ properties: { a: true } }, { properties: { b: true } }], unevaluatedProperties: false, type: 'object' },
    { properties: { a: true, b: true }, additionalProperties: false },
  ],
  ['few different values', { type: 'array', items: { type: 'boolean' }, uniqueItems: true }, { maxItems: 2 }],
  ['what can never be', { type: 'object', required: ['a'], properties: { a: false } }, { type: 'string' }],
])('compatible: %s', ([, writer, reader]) => {
  expect(compared(writer, reader)).toEqual({ verdict: 'compatible', differences: [], notCompared: [] });
});

const tree = (label: unknown) => ({
  type: 'object',
  properties: { label, kids: { type: 'array', items: { $ref: '#' } } },
  required: ['label'],
});

test('what contains itself is compared once, and differences inside are found', () => {
  expect(compared(tree({ type: 'integer' }), tree({ type: 'number' })).verdict).toBe('compatible');
  expect(told(tree({ type: ['integer', 'null'] }), tree({ type: 'integer' }))).toEqual([
    ['TYPE_CHANGED', 'label', { label: null }],
  ]);
  // Each label of the reader's tree must be of the other kind than the one around it.
  const other = {
    $ref: '#/$defs/even',
    $defs: {
      even: { properties: { kids: { items: { $ref: '#/$defs/odd' } } } },
      odd: { properties: { label: { type: 'string' }, kids: { items: { $ref: '#/$defs/even' } } } },
    },
  };
  expect(told(tree({ type: 'integer' }), other)).toEqual([
    ['TYPE_CHANGED', 'kids[].label', { label: 1, kids: [{ label: 1 }] }],
  ]);
});

test('references that depend on the way are followed as the evaluator does', () => {
  const extensible = (extra: object) => ({
    $id: 'https://example.com/strict',
    $dynamicAnchor: 'node',
    ...extra,
    $ref: 'tree',
    $defs: {
      tree: {
        $id: 'tree',
        $dynamicAnchor: 'node',
        type: 'object',
        properties: { data: true, kids: { type: 'array', items: { $dynamicRef: '#node' } } },
      },
    },
  });
  const { verdict, differences } = compared(extensible({}), extensible({ unevaluatedProperties: false }));
  expect(verdict).toBe('incompatible');
  expect(differences[0]?.code).toBe('UNEVALUATED_NOT_ALLOWED');
  expect(compared(extensible({ unevaluatedProperties: false }), extensible({})).verdict).toBe('compatible');
});

test('dialects may differ: null of OpenAPI 3.0, limits of draft-04, old tuples', () => {
  const openapi = { id: 'w', format: 'openapi', definition: { type: 'string', nullable: true } };
  const { differences } = compareJsonSchema(openapi, sourceOf('r', { type: 'string' }), lookups);
  expect(differences).toMatchObject([{ code: 'TYPE_CHANGED', witness: { message: null } }]);
  expect(compareJsonSchema(sourceOf('w', { type: 'null' }), openapi, lookups).verdict).toBe('compatible');
  const old = sourceOf('w', { type: 'integer', minimum: 0, exclusiveMinimum: true }, 'draft-04');
  expect(compareJsonSchema(old, sourceOf('r', { minimum: 1 }), lookups).verdict).toBe('compatible');
  const tuple = sourceOf('w', { type: 'array', items: [{ type: 'string' }], additionalItems: false }, 'draft-07');
  expect(
    compareJsonSchema(tuple, sourceOf('r', { prefixItems: [{ type: 'string' }], maxItems: 1 }), lookups).verdict,
  ).toBe('compatible');
});

test('definitions of the reader are looked up, and differences say in which one they are', () => {
  const money = (type: string) => ({
    id: 'money',
    format: 'asyncapi',
    definition: { properties: { amount: { type } } },
  });
  const definition = { type: 'object', properties: { price: { $ref: '#/schemas/money' } } };
  const { differences } = compareJsonSchema(
    { id: 'order', format: 'asyncapi', definition },
    { id: 'order', format: 'asyncapi', definition },
    { writer: () => money('number'), reader: () => money('integer') },
  );
  expect(differences).toMatchObject([
    {
      path: 'price.amount',
      writer: { schema: 'money', pointer: '/properties/amount' },
      reader: { schema: 'money', pointer: '/properties/amount/type' },
    },
  ]);
});

test('what cannot be judged is not checked, and never compatible', () => {
  const unread = compared({ type: 'string' }, { $ref: 'https://example.com/elsewhere' });
  expect(unread).toMatchObject({
    verdict: 'not-checked',
    notCompared: [{ reason: expect.stringContaining('not loaded') }],
  });
  expect(compared({ type: 'string', pattern: '^(?=a)' }, { pattern: '^(?=a|b)' }).verdict).toBe('not-checked');
  expect(compared({}, { $ref: '#' }).verdict).toBe('not-checked');
  // What is wrong elsewhere is wrong all the same.
  const both = compared({ type: 'object' }, { properties: { a: { $ref: '#/nowhere' } }, required: ['b'] });
  expect(both).toMatchObject({ verdict: 'incompatible', differences: [{ code: 'PROPERTY_REQUIRED' }] });
});

test('hostile schemas end', () => {
  const $defs: Record<string, unknown> = { d40: { type: 'string' } };
  for (let level = 0; level < 40; level++) {
    const next = { $ref: `#/$defs/d${level + 1}` };
    $defs[`d${level}`] = { oneOf: [{ properties: { [`p${level}`]: next } }, { required: [`q${level}`], not: next }] };
  }
  const doubled = { $ref: '#/$defs/d0', $defs };
  const closed = { additionalProperties: { $ref: '#/$defs/d0' }, $defs };
  expect(['not-checked', 'incompatible']).toContain(compared(doubled, closed).verdict);
  let deep: unknown = { type: 'string' };
  for (let level = 0; level < 3_000; level++) deep = { properties: { a: deep } };
  expect(compared(deep, { ...(deep as object), title: 'other' }).verdict).not.toBe('incompatible');
  const clauses = Array.from({ length: 24 }, (_, at) => ({
    anyOf: [
      { required: [`a${at % 8}`] },
      { required: [`b${(at * 5) % 8}`] },
      { not: { required: [`c${(at * 3) % 8}`] } },
    ],
  }));
  expect(['not-checked', 'incompatible', 'compatible']).toContain(
    compared({ type: 'object', allOf: clauses }, { not: { allOf: clauses.slice(1) } }).verdict,
  );
});
