import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { lines, short } from '../../test-support/short.ts';

/** A 3.x document with these channels and operations. */
function document(title: string, channels: object, operations: object, more: object = {}) {
  const servers = { production: { host: 'kafka.example.com', protocol: 'kafka' } };
  return JSON.stringify({
    asyncapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers,
    channels,
    operations,
    ...more,
  });
}

test('a link for each service, action, channel and message', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Placed, Cancelled', 'receive bills Paid'] }),
    'b.json': short({ title: 'B', operations: ['receive orders Placed'] }),
  });
  expect(lines(chart)).toEqual([
    'A receive bills Paid',
    'A send orders Cancelled',
    'A send orders Placed',
    'B receive orders Placed',
  ]);
});

test('operations and documents that say the same are evidence for one link', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Placed', 'send orders Placed'] }),
    'b.json': short({ title: 'A', operations: ['send orders Placed'] }),
  });
  expect(chart.links).toHaveLength(1);
  expect(chart.links[0]?.evidence).toEqual([
    expect.objectContaining({ kind: 'document', document: 'shop/a.json', operation: 'operation0', verb: 'send' }),
    expect.objectContaining({ document: 'shop/a.json', operation: 'operation1' }),
    expect.objectContaining({
      document: 'shop/b.json',
      operation: 'operation0',
      origin: { source: 'b.json', pointer: '/operations/operation0' },
    }),
  ]);
});

test('an operation that names no messages means all of the channel', async () => {
  const text = document(
    'A',
    { orders: { address: 'orders', messages: { Placed: {}, Cancelled: {} } } },
    { it: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  );
  expect(lines(await chartOf({ 'a.json': text }))).toEqual(['A send orders Cancelled', 'A send orders Placed']);
});

test('where a channel has no messages the link stands without one, and none is invented', async () => {
  const chart = await chartOf({ 'a.json': short({ title: 'A', operations: ['send orders'] }) });
  expect(lines(chart)).toEqual(['A send orders -']);
  expect(chart.links[0]).not.toHaveProperty('message');
  expect(chart.messages).toEqual([]);
});

test('who sends a request receives the reply, and the other way round', async () => {
  const channels = {
    requests: { address: 'requests', messages: { Ask: {} } },
    replies: { address: 'replies', messages: { Yes: {}, No: {} } },
  };
  const it = (action: string) => ({
    it: {
      action,
      channel: { $ref: '#/channels/requests' },
      reply: { channel: { $ref: '#/channels/replies' }, messages: [{ $ref: '#/channels/replies/messages/Yes' }] },
    },
  });
  const chart = await chartOf({
    'asker.json': document('Asker', channels, it('send')),
    'teller.json': document('Teller', channels, it('receive')),
  });
  expect(lines(chart)).toEqual([
    'Asker receive replies Yes',
    'Asker send requests Ask',
    'Teller receive requests Ask',
    'Teller send replies Yes',
  ]);
  expect(chart.links.map(link => link.evidence[0]?.reply)).toEqual([true, undefined, undefined, true]);
  expect(chart.messages.find(message => message.name === 'No')).toMatchObject({ channels: ['replies'] });
});

test('a reply without a channel is known at run time only', async () => {
  const text = document(
    'A',
    { requests: { address: 'requests', messages: { Ask: {} } } },
    {
      it: {
        action: 'send',
        channel: { $ref: '#/channels/requests' },
        reply: { address: { location: '$message.header#/replyTo' } },
      },
    },
  );
  expect(lines(await chartOf({ 'a.json': text }))).toEqual(['A send requests Ask']);
});

test('2.x speaks from the other side: publish receives, subscribe sends', async () => {
  const text = {
    asyncapi: '2.6.0',
    info: { title: 'A', version: '1.0.0' },
    channels: { orders: { publish: { message: { name: 'In' } }, subscribe: { message: { name: 'Out' } } } },
  };
  const chart = await chartOf({ 'a.json': JSON.stringify(text) });
  expect(lines(chart)).toEqual(['A receive orders In', 'A send orders Out']);
  expect(chart.links.map(link => link.evidence[0]?.verb)).toEqual(['publish', 'subscribe']);
});

test('the best evidence gives the confidence', async () => {
  const channels = { orders: { address: 'orders', messages: { Placed: {} } } };
  const operation = { action: 'send', channel: { $ref: '#/channels/orders' } };
  const doubtful = document('A', channels, { receiveOrder: operation });
  expect((await chartOf({ 'a.json': doubtful })).links[0]?.confidence).toBe('uncertain');
  const stated = document('A', channels, { orders: operation });
  expect((await chartOf({ 'a.json': doubtful, 'b.json': stated })).links[0]?.confidence).toBe('stated');
  const supported = document('A', channels, { sendOrder: operation });
  expect((await chartOf({ 'a.json': doubtful, 'b.json': stated, 'c.json': supported })).links[0]?.confidence).toBe(
    'supported',
  );
});

test('a receiver’s fields are those of its own schema', async () => {
  const text = (title: string, action: string, payload?: object) =>
    document(
      title,
      { orders: { address: 'orders', messages: { Placed: { ...(payload && { payload }) } } } },
      { it: { action, channel: { $ref: '#/channels/orders' } } },
    );
  const items = { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } };
  const amount = { type: 'object', properties: { currency: { type: 'string' } } };
  const chart = await chartOf({
    'a.json': text('A', 'send', { type: 'object', properties: { id: { type: 'string' }, items, amount, note: {} } }),
    'b.json': text('B', 'receive', { type: 'object', properties: { items, amount } }),
    'c.json': text('C', 'receive', { type: 'object' }),
    'd.json': text('D', 'receive'),
    'e.json': text('E', 'receive', { schemaFormat: 'application/raml+yaml;version=1.0', schema: 'type: object' }),
    'f.json': text('B', 'receive', { type: 'object', properties: { id: { type: 'string' } } }),
  });
  expect(chart.links.map(link => [link.service, link.fields])).toEqual([
    ['a', undefined],
    ['b', ['amount.currency', 'id', 'items[].sku']],
    ['c', []],
    ['d', undefined],
    ['e', undefined],
  ]);
});
