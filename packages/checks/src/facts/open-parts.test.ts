import { outline } from '@portolan/schema';
import { expect, test } from 'vitest';
import { openParts } from './open-parts.ts';

const drawn = (definition: unknown, format = 'json-schema') =>
  outline({ id: 'it', format, definition }, id => (id === 'it' ? { id, format, definition } : undefined));

test.each([
  ['nothing', {}],
  ['true', true],
  ['an object without members', { type: 'object' }],
  ['a list without items', { type: 'array', minItems: 1 }],
  ['an alternative that is open', { oneOf: [{ type: 'string' }, { type: 'object' }] }],
])('%s is open as a whole', (_, schema) => {
  expect(openParts(drawn(schema))).toEqual(['']);
});

test.each([
  ['a scalar', { type: 'string' }],
  ['one of some values', { enum: [1, 'a'] }],
  ['an object that may have no member', { type: 'object', additionalProperties: false }],
  ['a map of numbers', { type: 'object', additionalProperties: { type: 'number' } }],
  ['a list of numbers', { type: 'array', items: { type: 'number' } }],
  ['nothing at all', { type: 'null' }],
  [
    'a tree, whose inner end is known',
    { type: 'object', properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } } },
  ],
  [
    'an object with one of two members',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
  ],
])('%s is not open', (_, schema) => {
  expect(openParts(drawn(schema))).toEqual([]);
});

test('open members are named by their paths, each once', () => {
  const open = { type: 'object' };
  const schema = {
    type: 'object',
    required: ['promised'],
    properties: {
      id: { type: 'string' },
      data: {},
      meta: { type: 'object', properties: { extra: open } },
      items: { type: 'array', items: { type: 'object', properties: { more: true } } },
      labels: { type: 'object', additionalProperties: open },
      either: {
        anyOf: [
          { type: 'object', properties: { a: {} } },
          { type: 'object', properties: { a: {}, b: { const: 1 } } },
        ],
      },
    },
  };
  expect(openParts(drawn(schema))).toEqual(['data', 'meta.extra', 'items[].more', 'labels{}', 'either.a', 'promised']);
});

test('what is not readable is not claimed to be open', () => {
  expect(openParts(drawn('type: object', 'raml'))).toEqual([]);
});

test('an Avro record says what is inside', () => {
  const record = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] };
  expect(openParts(drawn(record, 'avro'))).toEqual([]);
});
