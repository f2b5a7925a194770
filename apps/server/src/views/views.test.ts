import { describe, expect, test } from 'vitest';
import { document, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { channelPage } from './channel-page.ts';
import { findingsList } from './findings.ts';
import { mapView } from './map.ts';
import { messagePage } from './message-page.ts';
import { overview } from './overview.ts';
import { searchResults } from './search.ts';
import { servicePage } from './service-page.ts';
import { documentSummary, serviceSummary, teamSummary } from './summaries.ts';
import { teamPage } from './team-page.ts';

/** Orders sends to Billing; both have owners, and Billing reads less than Orders sends. */
const SHOP = {
  'orders.yaml': document('Orders').replace('version: 1.0.0', 'version: 1.0.0, x-owner: Sales'),
  'billing.yaml': document('Billing', 'receive')
    .replace('version: 1.0.0', 'version: 1.0.0, x-owner: Finance')
    .replace(', total: { type: number }', ''),
};

const shop = (files: Readonly<Record<string, string>> = SHOP) => knownOf(filled(temporaryFolder(), files));

describe('a service page', () => {
  test('says what the service sends, to whom, and whose it is', async () => {
    const page = servicePage(await shop(), 'orders');
    expect(page?.service).toMatchObject({ name: 'Orders', sends: 1, receives: 0, ownerName: 'Sales' });
    expect(page?.team).toMatchObject({ name: 'Sales' });
    expect(page?.sends).toMatchObject([
      { messageName: 'OrderPlaced', channelAddress: 'orders.placed', serviceName: 'Orders', ownerName: 'Sales' },
    ]);
    expect(page?.receives).toEqual([]);
    expect(page?.dependsOn).toEqual([]);
    expect(page?.dependedOnBy).toMatchObject([{ serviceName: 'Billing', messages: [{ name: 'OrderPlaced' }] }]);
    expect(page?.documents).toMatchObject([{ path: 'orders.yaml', asyncapi: '3.0.0', service: 'orders' }]);
  });

  test('is missing for a service that is not there', async () => {
    const known = await shop();
    expect(servicePage(known, 'none')).toBeUndefined();
    expect(channelPage(known, 'none')).toBeUndefined();
    expect(messagePage(known, 'none')).toBeUndefined();
    expect(teamPage(known, 'none')).toBeUndefined();
  });

  test('a link that names no message has no message name', async () => {
    const bare = document('Orders').replace(/ {4}messages:\n.*\n.*\n.*\n/, '');
    const page = servicePage(await shop({ 'orders.yaml': bare }), 'orders');
    expect(page?.sends).toMatchObject([{ channelAddress: 'orders.placed' }]);
    expect(page?.sends[0]).not.toHaveProperty('messageName');
    expect(page?.service.sends).toBe(1);
  });
});

describe('a message page', () => {
  test('shows the sender’s definition first, with its schema as a tree and where it stands', async () => {
    const known = await shop();
    const [message] = known.messages.keys();
    const page = messagePage(known, message as string);
    expect(page?.message).toMatchObject({ senders: 1, receivers: 1, payloadFormat: 'asyncapi' });
    expect(page?.definitions.map(definition => [definition.serviceName, definition.actions])).toEqual([
      ['Orders', ['send']],
      ['Billing', ['receive']],
    ]);
    const [sent, received] = page?.definitions ?? [];
    const fields = (definition: typeof sent) => definition?.payload?.shape.properties?.map(property => property.name);
    expect(fields(sent)).toEqual(['orderId', 'total']);
    expect(fields(received)).toEqual(['orderId']);
    expect(sent).toMatchObject({ file: 'orders.yaml', line: 9, contentType: 'application/json' });
    expect(JSON.parse(sent?.payload?.source ?? '')).toMatchObject({ type: 'object' });
  });

  test('makes an example from the schema where none is written, and says so', async () => {
    const written = SHOP['billing.yaml'].replace(
      'contentType: application/json',
      'contentType: application/json\n        examples: [{ name: small, payload: { orderId: o-1 } }]',
    );
    const known = await shop({ ...SHOP, 'billing.yaml': written });
    const [message] = known.messages.keys();
    const [made, given] = messagePage(known, message as string)?.definitions.map(({ examples }) => examples) ?? [];
    expect(made).toMatchObject([
      { generated: true, payload: { orderId: expect.any(String), total: expect.any(Number) } },
    ]);
    expect(given).toEqual([{ name: 'small', payload: { orderId: 'o-1' }, generated: false }]);
  });
});

test('a channel page names its broker, its messages, and who is at both ends', async () => {
  const known = await shop();
  const [channel] = known.channels.keys();
  const page = channelPage(known, channel as string);
  expect(page?.channel).toMatchObject({ address: 'orders.placed', senders: 1, receivers: 1, ownerName: 'Sales' });
  expect(page?.brokers).toMatchObject([{ host: 'kafka.example.com:9092', protocol: 'kafka' }]);
  expect(page?.messages).toMatchObject([{ name: 'OrderPlaced' }]);
  expect(page?.senders).toMatchObject([{ serviceName: 'Orders' }]);
  expect(page?.receivers).toMatchObject([{ serviceName: 'Billing', fields: ['orderId'] }]);
});

test('a team page lists what the team owns, and its summary counts it', async () => {
  const known = await shop();
  const page = teamPage(known, 'sales');
  expect(page?.team).toMatchObject({ name: 'Sales', services: 1, channels: 1, messages: 1 });
  expect(page?.services.map(service => service.name)).toEqual(['Orders']);
  const finance = known.teams.get('finance');
  expect(finance && teamSummary(known, finance)).toMatchObject({ services: 1, channels: 0, messages: 0 });
});

test('the map has one edge for each direction in which a service uses a channel', async () => {
  const twice = document('Orders').replace(
    'operations:',
    '      OrderClosed: { payload: { type: object } }\noperations:',
  );
  const { nodes, edges } = mapView(await shop({ ...SHOP, 'orders.yaml': twice }));
  expect(nodes.map(({ kind, name }) => [kind, name])).toEqual([
    ['service', 'Billing'],
    ['service', 'Orders'],
    ['channel', 'orders.placed'],
  ]);
  expect(edges.map(({ service, action, messages }) => [service, action, messages.length])).toEqual([
    ['billing', 'receive', 1],
    ['orders', 'send', 2],
  ]);
});

test('the overview counts everything and says what is wrong with a source', async () => {
  const known = await shop({ ...SHOP, 'broken.yaml': 'asyncapi: @\n' });
  const seen = overview(known, '1.2.3');
  expect(seen).toMatchObject({
    version: '1.2.3',
    digest: known.snapshot.digest,
    counts: { services: 2, channels: 1, messages: 1, documents: 3, teams: 2 },
    sources: [{ documents: 3, services: 2 }],
    protocols: [{ protocol: 'kafka', channels: 1 }],
  });
  expect(seen.findings.error).toBeGreaterThan(0);
  expect(seen.recent).toHaveLength(3);
});

test('findings of a document are its own and those that only the whole chart shows, each with its place', async () => {
  const alone = await shop({ 'billing.yaml': SHOP['billing.yaml'] });
  const found = findingsList(alone, {}).find(finding => finding.code === 'MESSAGE_NEVER_SENT');
  expect(found).toMatchObject({ title: 'Billing', range: { start: { line: 9 } } });
  expect(findingsList(alone, { code: 'MESSAGE_NEVER_SENT', severity: 'error' })).toEqual([]);
  expect(findingsList(alone, { source: 'none' })).toEqual([]);
  const service = alone.services.get('billing');
  expect(service && serviceSummary(alone, service).findings.info).toBeGreaterThan(0);
  expect(findingsList(await shop(), {}).map(finding => finding.code)).not.toContain('MESSAGE_NEVER_SENT');
});

test('a document that cannot be read has no version of the specification and belongs to no service', async () => {
  const known = await shop({ 'broken.yaml': 'asyncapi: @\n' });
  const [broken] = [...known.snapshot.documents.values()];
  const summary = broken && documentSummary(known, broken);
  expect(summary).toMatchObject({ title: 'broken.yaml', version: '', findings: { error: 1 } });
  expect(summary).not.toHaveProperty('asyncapi');
  expect(summary).not.toHaveProperty('service');
});

test('a document in the middle of an edit says that an older revision is shown', async () => {
  const known = await shop();
  const [current] = [...known.snapshot.documents.values()];
  expect(current && documentSummary(known, current)).not.toHaveProperty('stale');
  const edited = current && documentSummary(known, { ...current, stale: true });
  expect(edited).toMatchObject({ title: 'Billing', version: '1.0.0', stale: true });
  expect(edited).not.toHaveProperty('asyncapi');
});

test('search finds things by their names and fields, counts them, and knows what may be typed', async () => {
  const known = await shop();
  const items = (query: string, limit: number) => searchResults(known, query, limit).items;
  expect(items('billing', 5)[0]).toMatchObject({ kind: 'service', id: 'billing' });
  expect(items('total', 5)[0]).toMatchObject({ kind: 'field', name: 'total' });
  expect(items('orders', 1)).toHaveLength(1);
  expect(searchResults(known, 'orders', 1).total).toBeGreaterThan(1);
  expect(searchResults(known, 'owner:s', 1).suggestions).toMatchObject([{ query: 'owner:sales', name: 'Sales' }]);
});

test('search follows from one snapshot to another and back', async () => {
  const [one, other] = [await shop(), await shop({ 'mail.yaml': document('Mail') })];
  const first = searchResults(one, 'kind:service', 5);
  expect(searchResults(other, 'kind:service', 5).items).toMatchObject([{ name: 'Mail' }]);
  expect(searchResults(one, 'kind:service', 5)).toEqual(first);
});
