import { expect, test } from 'vitest';
import { baseOf, follow } from './reference.ts';
import type { SchemaSource } from './shape.ts';

const order: SchemaSource = {
  id: 'order',
  format: 'json-schema',
  definition: {
    $id: 'https://example.com/schemas/order',
    properties: { total: { $ref: 'money' } },
    $defs: {
      money: { $id: 'money', properties: { currency: { $anchor: 'currency', type: 'string' } } },
      id: { type: 'string' },
    },
  },
};
const customer: SchemaSource = {
  id: 'https://example.com/schemas/customer',
  format: 'json-schema',
  definition: { definitions: { name: { type: 'string' } } },
};
const lookup = (id: string) => [order, customer].find(source => source.id === id);
const at = (reference: string) => {
  const target = follow(reference, baseOf(order), lookup);
  return typeof target === 'string' ? target : `${target.base.id} ${target.pointer} ${JSON.stringify(target.schema)}`;
};

test('pointers and anchors stay within a definition, ids lead to others', () => {
  expect(at('#/$defs/id')).toBe('order /$defs/id {"type":"string"}');
  expect(at('#currency')).toMatch(/^order \/\$defs\/money\/properties\/currency /);
  expect(at('#/schemas/order/$defs/id')).toBe('order /$defs/id {"type":"string"}');
  expect(at('#/$defs/gone')).toBe('refers to “#/$defs/gone”, which does not exist');
});

test('addresses lead to the schema whose `$id` they are, relative ones too', () => {
  expect(at('money#/properties/currency')).toMatch(/^order#\/\$defs\/money \/properties\/currency /);
  expect(at('https://example.com/schemas/money#currency')).toMatch(/^order#\/\$defs\/money \/properties\/currency /);
  expect(at('order')).toMatch(/^order {2}\{/);
  expect(at('customer#/definitions/name')).toMatch(/^https:\/\/example.com\/schemas\/customer \/definitions\/name /);
  expect(at('nobody')).toBe('refers to “nobody”, which is not loaded');
});
