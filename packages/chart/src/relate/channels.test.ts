import { expect, test } from 'vitest';
import { chartOf, type Texts } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

const EAST = { production: 'kafka://east.example.com' };
const WEST = { production: 'kafka://west.example.com' };
const BOTH = { east: 'kafka://east.example.com', west: 'kafka://west.example.com' };

/** Documents of each channel of the chart, as letters; the channels in the order of these. */
async function channels(texts: Texts) {
  const chart = await chartOf(texts);
  return chart.channels.map(({ described }) => described.map(({ document }) => document.slice(-6, -5)).join('')).sort();
}

function at(title: string, servers: Record<string, string>, address: string, action = 'send') {
  return short({ title, servers, operations: [`${action} ${address} Placed`] });
}

test('the same address on the same broker is one channel', async () => {
  expect(await channels({ 'a.json': at('A', EAST, 'orders'), 'b.json': at('B', EAST, 'orders') })).toEqual(['ab']);
});

test('the same address on two brokers is two channels', async () => {
  expect(await channels({ 'a.json': at('A', EAST, 'orders'), 'b.json': at('B', WEST, 'orders') })).toEqual(['a', 'b']);
});

test('names of parameters make no difference', async () => {
  const texts = { 'a.json': at('A', EAST, 'orders/{id}/{step}'), 'b.json': at('B', EAST, 'orders/{orderId}/{s}') };
  expect(await channels(texts)).toEqual(['ab']);
});

test('what is no parameter does', async () => {
  const texts = {
    'a.json': at('A', EAST, 'orders/{id}'),
    'b.json': at('B', EAST, 'orders/id'),
    'c.json': at('C', EAST, 'Orders/{id}'),
  };
  expect(await channels(texts)).toHaveLength(3);
});

test('a document that names two brokers says that they are equal, so others meet through it', async () => {
  const texts = {
    'a.json': at('A', EAST, 'orders'),
    'b.json': at('B', WEST, 'orders'),
    'c.json': at('C', BOTH, 'orders'),
  };
  expect(await channels(texts)).toEqual(['abc']);
});

test('that they are equal for one address says nothing about another', async () => {
  const texts = {
    'a.json': at('A', EAST, 'bills'),
    'b.json': at('B', WEST, 'bills'),
    'c.json': at('C', BOTH, 'orders'),
  };
  expect(await channels(texts)).toEqual(['a', 'b', 'c']);
});

test('a document without servers means the only channel of that address', async () => {
  expect(await channels({ 'a.json': at('A', EAST, 'orders'), 'b.json': at('B', {}, 'orders') })).toEqual(['ab']);
});

test('of several channels nobody knows which one it means, so it stays its own', async () => {
  const texts = {
    'a.json': at('A', EAST, 'orders'),
    'b.json': at('B', WEST, 'orders'),
    'c.json': at('C', {}, 'orders'),
    'd.json': at('D', {}, 'orders'),
  };
  expect(await channels(texts)).toEqual(['a', 'b', 'c', 'd']);
});

test('where no document names a server, the address is all there is', async () => {
  expect(await channels({ 'a.json': at('A', {}, 'orders'), 'b.json': at('B', {}, 'orders') })).toEqual(['ab']);
});

test('a channel that names its servers is on those alone', async () => {
  const document = {
    asyncapi: '3.1.0',
    info: { title: 'B', version: '1.0.0' },
    servers: {
      east: { host: 'east.example.com', protocol: 'kafka' },
      west: { host: 'west.example.com', protocol: 'kafka' },
    },
    channels: { orders: { address: 'orders', servers: [{ $ref: '#/servers/west' }] } },
  };
  const chart = await chartOf({ 'a.json': at('A', EAST, 'orders'), 'b.json': JSON.stringify(document) });
  expect(chart.channels.map(channel => channel.brokers).sort()).toEqual([
    ['kafka://east.example.com'],
    ['kafka://west.example.com'],
  ]);
});

test('a channel without an address belongs to its document alone', async () => {
  const document = (title: string) =>
    JSON.stringify({
      asyncapi: '3.1.0',
      info: { title, version: '1.0.0' },
      servers: { production: { host: 'east.example.com', protocol: 'kafka' } },
      channels: { replies: { address: null, title: 'Replies' } },
    });
  const chart = await chartOf({ 'a.json': document('A'), 'b.json': document('B') });
  expect(chart.channels).toMatchObject([
    { address: null, name: 'Replies' },
    { address: null, name: 'Replies' },
  ]);
});

test('2.x and 3.x meet', async () => {
  const old = {
    asyncapi: '2.6.0',
    info: { title: 'B', version: '1.0.0' },
    servers: { production: { url: 'kafka://east.example.com:9092', protocol: 'kafka' } },
    channels: {
      'orders/{no}': { parameters: { no: { schema: { type: 'string' } } }, publish: { message: { name: 'Placed' } } },
    },
  };
  expect(await channels({ 'a.json': at('A', EAST, 'orders/{id}'), 'b.json': JSON.stringify(old) })).toEqual(['ab']);
});

test('ids are the addresses, with a hash only where two would be the same', async () => {
  const one = await chartOf({ 'a.json': at('A', EAST, 'orders.placed/{id}') });
  expect(one.channels.map(channel => channel.id)).toEqual(['orders.placed-id']);
  const two = await chartOf({
    'a.json': at('A', EAST, 'orders'),
    'b.json': at('B', WEST, 'orders'),
    'c.json': at('C', WEST, 'bills'),
  });
  expect(two.channels.map(channel => channel.id)).toEqual([
    'bills',
    expect.stringMatching(/^orders-[0-9a-f]{6}$/),
    expect.stringMatching(/^orders-[0-9a-f]{6}$/),
  ]);
});

test('ids do not depend on who else is on the chart', async () => {
  const two = await chartOf({ 'a.json': at('A', EAST, 'orders'), 'b.json': at('B', WEST, 'orders') });
  const more = await chartOf({
    '0.json': at('Z', EAST, 'orders', 'receive'),
    'a.json': at('A', EAST, 'orders'),
    'b.json': at('B', WEST, 'orders'),
  });
  expect(more.channels.map(channel => channel.id)).toEqual(two.channels.map(channel => channel.id));
});

test('the sender speaks for the channel, receivers fill in what it leaves out', async () => {
  const document = (title: string, action: string, channel: object) =>
    JSON.stringify({
      asyncapi: '3.1.0',
      info: { title, version: '1.0.0', 'x-owner': `${title} team`, 'x-domain': title },
      servers: { production: { host: 'east.example.com', protocol: 'kafka' } },
      channels: { orders: channel },
      operations: { it: { action, channel: { $ref: '#/channels/orders' } } },
    });
  const chart = await chartOf({
    'a.json': document('A', 'receive', {
      address: 'orders/{no}',
      title: 'My orders',
      description: 'As A sees it.',
      parameters: { no: { description: 'Number.' } },
      tags: [{ name: 'inbound' }],
      bindings: { kafka: { partitions: 1 }, http: {} },
    }),
    'b.json': document('B', 'send', {
      address: 'orders/{id}',
      title: 'Orders',
      parameters: { id: {} },
      tags: [{ name: 'core' }],
      bindings: { kafka: { partitions: 6 } },
    }),
  });
  expect(chart.channels).toEqual([
    {
      id: 'orders-id',
      address: 'orders/{id}',
      name: 'Orders',
      description: 'As A sees it.',
      protocols: ['kafka'],
      brokers: ['kafka://east.example.com'],
      messages: [],
      parameters: [{ name: 'id' }],
      bindings: { kafka: { partitions: 6 }, http: {} },
      owner: 'b-team',
      domain: 'b',
      described: [
        { document: 'shop/a.json', id: 'orders', origin: { source: 'a.json', pointer: '/channels/orders' } },
        { document: 'shop/b.json', id: 'orders', origin: { source: 'b.json', pointer: '/channels/orders' } },
      ],
      tags: ['core', 'inbound'],
    },
  ]);
});

test('bindings tell the protocol where no server does', async () => {
  const text = JSON.stringify({
    asyncapi: '3.1.0',
    info: { title: 'A', version: '1.0.0' },
    channels: { orders: { address: 'orders', bindings: { mqtt5: {}, kafka: {} } } },
  });
  const chart = await chartOf({ 'a.json': text });
  expect(chart.channels[0]?.protocols).toEqual(['kafka', 'mqtt']);
  expect(chart.services[0]?.protocols).toEqual(['kafka', 'mqtt']);
});

test('a channel that refers to another document’s is that document’s, wherever it is', async () => {
  const referring = (title: string, servers: object = {}) =>
    JSON.stringify({
      asyncapi: '3.0.0',
      info: { title, version: '1' },
      servers,
      channels: { mine: { $ref: 'a.json#/channels/orders' } },
    });
  const texts = { 'a.json': at('A', EAST, 'orders'), 'b.json': at('B', WEST, 'orders') };
  expect(await channels({ ...texts, 'c.json': at('C', {}, 'orders') })).toEqual(['a', 'b', 'c']);
  expect(await channels({ ...texts, 'c.json': referring('C') })).toEqual(['ac', 'b']);
  const west = { west: { host: 'west.example.com', protocol: 'kafka' } };
  expect(await channels({ 'a.json': at('A', EAST, 'orders'), 'c.json': referring('C', west) })).toEqual(['a', 'c']);
});

test('a channel without an address is one for those who refer to it', async () => {
  const document = (channel: object) =>
    JSON.stringify({ asyncapi: '3.1.0', info: { title: 'A', version: '1' }, channels: { replies: channel } });
  const texts = {
    'a.json': document({ address: null }),
    'b.json': document({ $ref: 'a.json#/channels/replies' }),
    'c.json': document({ address: null }),
  };
  expect(await channels(texts)).toEqual(['ab', 'c']);
});

test('what is received from a subscription belongs to its topic', async () => {
  const bus = { bus: 'amqps://shop.servicebus.windows.net' };
  const texts = {
    'a.json': at('A', bus, 'orders'),
    'b.json': at('B', bus, 'orders/subscriptions/billing', 'receive'),
    'c.json': at('C', bus, 'orders/stock', 'receive'),
    'd.json': at('D', bus, 'bills/stock', 'receive'),
  };
  expect(await channels(texts)).toEqual(['abc', 'd']);
  const chart = await chartOf(texts);
  expect(chart.channels.map(({ address }) => address)).toEqual(['bills/stock', 'orders']);
  const rabbit = { rabbit: 'amqps://rabbit.example.com' };
  expect(
    await channels({ 'a.json': at('A', rabbit, 'orders'), 'b.json': at('B', rabbit, 'orders/stock') }),
  ).toHaveLength(2);
});

test('a variable with listed or default values means the brokers that others name', async () => {
  const variable = (region: object) =>
    JSON.stringify({
      ...JSON.parse(at('B', EAST, 'orders', 'receive')),
      servers: { any: { host: '{region}.example.com', protocol: 'kafka', variables: { region } } },
    });
  const one = { 'a.json': at('A', EAST, 'orders') };
  expect(await channels({ ...one, 'b.json': variable({ default: 'east' }) })).toEqual(['ab']);
  expect(await channels({ ...one, 'b.json': variable({ enum: ['west', 'east'] }) })).toEqual(['ab']);
  expect(await channels({ ...one, 'b.json': variable({ enum: ['west'] }) })).toEqual(['a', 'b']);
  expect(await channels({ ...one, 'b.json': variable({}) })).toEqual(['a', 'b']);
});
