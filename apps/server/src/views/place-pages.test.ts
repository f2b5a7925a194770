import { prepare } from '@portolan/schema';
import { expect, test } from 'vitest';
import { document, EXAMPLES, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { domainPage } from './domain-page.ts';
import { fieldPage } from './field-page.ts';
import { schemaPage, schemasOf } from './schema-page.ts';
import { serverPage } from './server-page.ts';

test('a domain is tied to others by the messages between their services, not to itself', async () => {
  const page = domainPage(await knownOf(...EXAMPLES), 'sales');
  expect(page?.domain).toMatchObject({ services: 2, teams: 2 });
  expect(page?.dependsOn.map(({ name }) => name)).toEqual(['supply', 'payments', 'logistics']);
  expect(page?.dependedOnBy.map(({ domain }) => domain)).not.toContain('sales');
  expect(domainPage(await knownOf(...EXAMPLES), 'none')).toBeUndefined();
});

test('documents that say the same of a server stand together, and a secret in them is masked', async () => {
  const secret = `ghp_${'a'.repeat(36)}`;
  const said = (words: string) =>
    document(words).replace('protocol: kafka }', `protocol: kafka, description: key ${secret} }`);
  const files = { 'a.yaml': said('Orders'), 'b.yaml': said('Billing'), 'c.yaml': document('Third') };
  const page = serverPage(await knownOf(filled(temporaryFolder(), files)), 'kafka://kafka.example.com');
  expect(page?.described.map(({ documents }) => documents.map(({ title }) => title))).toEqual([
    ['Orders', 'Billing'],
    ['Third'],
  ]);
  expect(JSON.stringify(page)).not.toContain(secret);
  expect(page?.server).toMatchObject({ channels: 1, services: 3 });
});

const SHARED = (type: string) =>
  document('Orders')
    .replace('total: { type: number }', "total: { $ref: '#/components/schemas/Money' }")
    .concat(`components: { schemas: { Money: { type: object, properties: { amount: { type: ${type} } } } } }\n`);

test('a schema knows the messages that have it anywhere inside, and its twins that say something else', async () => {
  const files = { 'a.yaml': SHARED('integer'), 'b.yaml': SHARED('string'), 'c.yaml': SHARED('integer') };
  const folder = filled(temporaryFolder(), files);
  const known = await knownOf(folder);
  const id = `${folder.split('/').at(-1)}/a.yaml`;
  const page = schemaPage(known, id, 'Money');
  expect(page?.messages.map(({ name }) => name)).toEqual(['OrderPlaced']);
  expect(page?.usedIn).toHaveLength(1);
  expect(page?.elsewhere.map(({ same }) => same)).toEqual([false, true]);
  expect(page?.examples[0]?.payload).toHaveProperty('amount');
  expect(
    schemasOf(known, id)
      ?.filter(({ named }) => named)
      .map(schema => schema.id),
  ).toEqual(['Money']);
  expect(schemasOf(known, 'none')).toBeUndefined();
});

test('a receiver reads a field, does not, or nobody knows because it takes the message whole', async () => {
  await prepare(['protobuf'], ['outline']);
  const receiver = (title: string, payload: string) =>
    document(title, 'receive').replace(/payload: .*/, `payload: ${payload}`);
  const files = {
    'orders.yaml': document('Orders'),
    'reads.yaml': receiver('Reads', '{ type: object, properties: { total: { type: number } } }'),
    'other.yaml': receiver('Other', '{ type: object, properties: { orderId: { type: string } } }'),
    'whole.yaml': receiver('Whole', '{ type: object }'),
  };
  const page = fieldPage(await knownOf(filled(temporaryFolder(), files)), 'orderplaced', 'total');
  expect(page?.receivers.map(({ serviceName, reads }) => [serviceName, reads])).toEqual([
    ['Other', 'no'],
    ['Reads', 'yes'],
    ['Whole', 'unknown'],
  ]);
  expect(page?.definitions.map(({ serviceName }) => serviceName)).toEqual(['Orders', 'Reads']);
});
