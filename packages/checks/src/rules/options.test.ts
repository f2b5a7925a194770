import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { runRules } from '../engine.ts';
import { rules } from './index.gen.ts';

/** What the options of rules change. */

async function messages(code: string, options: Readonly<Record<string, unknown>>, rest: string): Promise<string[]> {
  const text = `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  if (!contract) throw new Error('the document cannot be read');
  const chosen = rules.filter(rule => rule.code === code);
  const findings = await runRules(contract, chosen, { [code]: options });
  return findings.map(({ message }) => message);
}

const at = (address: string) => `channels: { a: { address: '${address}' } }\n`;

test.each([
  ['kebab-case unless said otherwise', {}, 'sales.order-placed', 'sales.orderPlaced'],
  ['a case', { case: 'snake_case' }, 'sales/order_placed', 'sales/order-placed'],
  ['any case', { case: 'any', pattern: '^sales' }, 'sales.Order_placed', 'orders.placed'],
  ['separators', { separators: '/' }, 'sales/orders', 'sales.orders'],
  ['a pattern', { pattern: '^[a-z]+\\.(events|commands)\\.' }, 'sales.events.placed', 'sales.placed'],
  ['expressions are no words', {}, 'users/{userId}/#', 'Users/{userId}/#'],
] as const)('the grammar of addresses: %s', async (_, options, good, bad) => {
  expect(await messages('CHANNEL_ADDRESS_GRAMMAR', options, at(good))).toEqual([]);
  expect(await messages('CHANNEL_ADDRESS_GRAMMAR', options, at(bad))).toHaveLength(1);
});

test('a finding says which part of the grammar an address breaks', async () => {
  const [said] = await messages('CHANNEL_ADDRESS_GRAMMAR', { pattern: '^sales' }, at('orders.orderPlaced'));
  expect(said).toContain('`orderPlaced` is not in kebab-case, and it does not match `^sales`');
});

test('ids may be tied to one case', async () => {
  const channel = (id: string) => `channels: { ${id}: { address: a } }\n`;
  expect(await messages('CHANNEL_ID_NAMING', {}, channel('order-placed'))).toEqual([]);
  expect(await messages('CHANNEL_ID_NAMING', { case: 'camelCase' }, channel('order-placed'))).toHaveLength(1);
});

test('the names of members may be tied to one case', async () => {
  const payload = (name: string) =>
    `channels: { a: { messages: { m: { payload: { type: object, properties: { ${name}: {}, $schema: {} } } } } } }\n`;
  expect(await messages('SCHEMA_PROPERTY_NAMING', { case: 'snake_case' }, payload('order_id'))).toEqual([]);
  expect(await messages('SCHEMA_PROPERTY_NAMING', { case: 'snake_case' }, payload('orderId'))).toHaveLength(1);
});

test('how big a document may be is for a team to say', async () => {
  const two = 'channels: { a: { address: a }, b: { address: b } }\n';
  expect(await messages('DOCUMENT_SIZE', {}, two)).toEqual([]);
  expect(await messages('DOCUMENT_SIZE', { channels: 1 }, two)).toEqual([
    'The document describes 2 channels, which is more than 1.',
  ]);
});
