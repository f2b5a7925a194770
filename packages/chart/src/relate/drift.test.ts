import { prepare, validate } from '@portolan/schema';
import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { printChartJson } from '../print/json.ts';
import { chartJsonSchema } from '../print/json-schema.ts';
import { evidenceOf } from './evidence.test-support.ts';
import { relate } from './relate.ts';

const orders = short({ title: 'Orders', info: { 'x-owner': 'sales' }, operations: ['send orders.placed Placed'] });
const billing = short({ title: 'Billing', operations: ['receive orders.placed Placed'] });

/** What drifts, as lines, when this is what the broker has. */
async function drift(yaml: string, texts: Record<string, string> = { 'orders.json': orders, 'billing.json': billing }) {
  const chart = relate(await documentsOf(texts), [evidenceOf(`portolan: evidence/1\n${yaml}`)]);
  return chart.drift?.map(({ kind, says }) => `${kind}: ${says}`);
}

const ALL = 'orders.placed: { senders: [orders], receivers: [billing] }';

test('without evidence there is nothing to compare with', async () => {
  expect(relate(await documentsOf({ 'orders.json': orders }))).not.toHaveProperty('drift');
});

test('nothing drifts where documents and evidence agree', async () => {
  expect(await drift(`complete: true\nchannels: { ${ALL} }`)).toEqual([]);
});

test('documented and not there, there and not documented: one may be the other', async () => {
  expect(
    await drift('complete: true\nchannels: { order.placed: { senders: [orders], receivers: [billing] } }'),
  ).toEqual([
    'channel-undocumented: `order.placed` is there, and no document describes it. Did you mean `orders.placed`?',
    'channel-absent: `orders.placed` is documented, and not there. Did you mean `order.placed`?',
  ]);
});

test('what is missing in a file that is not complete proves nothing', async () => {
  expect(await drift('channels: {}')).toEqual([]);
  expect(await drift('channels: { orders.placed: { senders: [orders] } }')).toEqual([]);
});

test('a service that does more than its documents say', async () => {
  expect(
    await drift('channels: { orders.placed: { senders: [orders, billing], receivers: [billing, orders] } }'),
  ).toEqual([
    'receiver-undocumented: `Orders` receives from `orders.placed`, and its documents do not say so.',
    'sender-undocumented: `Billing` sends on `orders.placed`, and its documents do not say so.',
  ]);
});

test('somebody whom no document describes, unless the file says who that is', async () => {
  const yaml = 'channels: { orders.placed: { receivers: [ml-features, biling] } }';
  expect(await drift(yaml)).toEqual([
    'receiver-unknown: `biling` receives from `orders.placed`, and no document describes who that is. Did you mean `Billing`?',
    'receiver-unknown: `ml-features` receives from `orders.placed`, and no document describes who that is.',
  ]);
  expect(await drift(`${yaml}\nservices: { Billing: { names: [ml-features, biling] } }`)).toEqual([]);
});

test('a channel that is there for nobody', async () => {
  expect(
    await drift(`complete: true\nchannels: { ${ALL}, a: { senders: [orders] }, b: { receivers: [orders] }, c: }`),
  ).toEqual([
    'channel-dead: `a` is there, and nobody receives from it.',
    'channel-undocumented: `a` is there, and no document describes it.',
    'channel-dead: `b` is there, and nobody sends on it.',
    'channel-undocumented: `b` is there, and no document describes it.',
    'channel-dead: `c` is there, and nobody sends on it or receives from it.',
    'channel-undocumented: `c` is there, and no document describes it.',
  ]);
});

test('two owners', async () => {
  expect(await drift('channels: { orders.placed: { owner: finance } }')).toEqual([
    'owners-differ: `orders.placed` belongs to `finance` here, and to `sales` by its documents.',
  ]);
  expect(await drift('channels: { orders.placed: { owner: Sales } }')).toEqual([]);
});

test('what documents say somebody does, and nobody there knows of', async () => {
  expect(await drift('complete: true\nchannels: { orders.placed: { senders: [orders], receivers: [x] } }')).toEqual([
    'receiver-absent: `Billing` receives from `orders.placed` by its documents, and is not known to do so here.',
    'receiver-unknown: `x` receives from `orders.placed`, and no document describes who that is.',
  ]);
});

test('a broker’s evidence is about its channels only: the same name elsewhere is another channel', async () => {
  const servers = { production: 'kafka://west.example.com' };
  const west = short({ title: 'West', servers, operations: ['send orders.placed Placed'] });
  const texts = { 'orders.json': orders, 'billing.json': billing, 'west.json': west };
  expect(await drift(`broker: kafka://kafka.example.com\ncomplete: true\nchannels: { ${ALL} }`, texts)).toEqual([]);
  expect(await drift('broker: kafka://west.example.com\ncomplete: true\nchannels: {}', texts)).toEqual([
    'channel-absent: `orders.placed` is documented, and not there.',
  ]);
});

test('each drift stands where it was seen', async () => {
  const yaml = 'portolan: evidence/1\ncomplete: true\nchannels: { order.placed: { senders: [a], receivers: [b] } }';
  const { drift: found = [] } = relate(await documentsOf({ 'orders.json': orders }), [
    evidenceOf(yaml, 'infra/evidence.yaml'),
  ]);
  expect(found.map(({ document, origin }) => [document, origin.source, origin.pointer])).toEqual([
    [undefined, 'infra/evidence.yaml', '/channels/order.placed'],
    ['shop/orders.json', 'orders.json', '/channels/orders.placed'],
  ]);
});

test('evidence that says who really sends decides, and tells the reader of the document', async () => {
  const wrong = billing.replace('"receive"', '"send"');
  const { links, findings } = relate(await documentsOf({ 'billing.json': wrong }), [
    evidenceOf('portolan: evidence/1\nchannels: { orders.placed: { receivers: [billing] } }'),
  ]);
  expect(links).toMatchObject([{ service: 'billing', action: 'receive', confidence: 'supported' }]);
  expect(findings.find(({ code }) => code === 'DIRECTION_REVERSED')?.message).toBe(
    '`operation0` says that `Billing` sends on `orders.placed`, but it receives: billing receives from orders.placed (evidence.yaml).',
  );
});

test('evidence that somebody does both decides nothing', async () => {
  const { links } = relate(await documentsOf({ 'billing.json': billing }), [
    evidenceOf('portolan: evidence/1\nchannels: { orders.placed: { senders: [billing], receivers: [billing] } }'),
  ]);
  expect(links).toMatchObject([{ action: 'receive', confidence: 'stated' }]);
});

test('a principal of Kafka is the service of that name', async () => {
  expect(await drift('channels: { orders.placed: { senders: [User:orders], receivers: [User:other] } }')).toEqual([
    'receiver-unknown: `User:other` receives from `orders.placed`, and no document describes who that is.',
  ]);
});

test('as JSON it has the shape that the schema describes', async () => {
  const yaml =
    'portolan: evidence/1\ncomplete: true\nchannels: { order.placed: { senders: [orders], receivers: [b] } }';
  const chart = relate(await documentsOf({ 'orders.json': orders, 'billing.json': billing }), [evidenceOf(yaml)]);
  expect(chart.drift).not.toEqual([]);
  await prepare(['json-schema']);
  const source = { id: 'chart', format: 'json-schema' as const, definition: chartJsonSchema };
  expect(validate(source, () => undefined, JSON.parse(printChartJson(chart)))).toEqual({ valid: true });
});

test('a right to use what is neither there nor documented, unless it is about many channels', async () => {
  const texts = await documentsOf({ 'orders.json': orders, 'billing.json': billing });
  const evidence = evidenceOf(`portolan: evidence/1\ncomplete: true\nchannels: { ${ALL} }`);
  const { origin } = evidence.uses[0] as (typeof evidence.uses)[number];
  const use = (address: string, more: object = {}) =>
    ({ who: 'reports', action: 'receive', address, origin, ...more }) as const;
  const orphans = (...uses: ReturnType<typeof use>[]) =>
    (relate(texts, [{ ...evidence, uses: [...evidence.uses, ...uses] }]).drift ?? [])
      .filter(({ kind }) => kind.endsWith('-orphaned'))
      .map(({ kind, says }) => `${kind}: ${says}`);
  expect(orphans(use('orders.placd'), use('old', { action: 'send' }))).toEqual([
    'sender-orphaned: `reports` sends on `old`, which is not there.',
    'receiver-orphaned: `reports` receives from `orders.placd`, which is not there. Did you mean `orders.placed`?',
  ]);
  expect(orphans(use('old.', { match: 'prefix' }), use('old.*'), use('orders.placed'))).toEqual([]);
  expect(relate(texts, [{ ...evidence, complete: false, uses: [use('old')] }]).drift).toEqual([]);
});

test('a pattern is there when an address is that it means, and no address that it means is undocumented', async () => {
  const servers = { house: 'mqtt://mqtt.example.com' };
  const texts = {
    'a.json': short({ title: 'Kitchen', servers, operations: ['send sensors/kitchen/temp Read'] }),
    'b.json': short({
      title: 'Heating',
      servers,
      operations: ['receive sensors/+/temp Read', 'receive sensors/# Read'],
    }),
  };
  const there = 'sensors/kitchen/temp: { senders: [kitchen], receivers: [heating] }';
  expect(await drift(`complete: true\nchannels: { ${there} }`, texts)).toEqual([]);
  const also = 'sensors/attic/temp: { senders: [kitchen], receivers: [heating] }';
  expect(await drift(`complete: true\nchannels: { ${there}, ${also} }`, texts)).toEqual([]);
});

test('a binding with wildcards is a use of what it takes in', async () => {
  const texts = await documentsOf({
    'a.json': short({
      title: 'Billing',
      servers: { rabbit: 'amqp://rabbit.example.com' },
      operations: ['receive orders.placed Placed'],
    }),
  });
  const evidence = evidenceOf(`portolan: evidence/1
broker: amqp://rabbit.example.com
complete: true
channels: { orders.placed: { senders: [shop], receivers: [] } }`);
  const [sender] = evidence.uses;
  const binding = {
    ...sender,
    who: 'billing',
    address: 'orders.#',
    action: 'receive',
  } as (typeof evidence.uses)[number];
  const kinds = (uses: typeof evidence.uses) => relate(texts, [{ ...evidence, uses }]).drift?.map(({ kind }) => kind);
  expect(kinds(evidence.uses)).toEqual(['channel-dead', 'receiver-absent', 'sender-unknown']);
  expect(kinds([...evidence.uses, binding])).toEqual(['sender-unknown']);
});
