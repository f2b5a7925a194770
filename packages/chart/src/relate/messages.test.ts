import { expect, test } from 'vitest';
import { chartOf, documentsOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { relate } from './relate.ts';

/** A 2.x document with one operation on `orders`; more operations by their address. */
function old(title: string, channels: object) {
  const servers = { production: { url: 'kafka://kafka.example.com', protocol: 'kafka' } };
  return JSON.stringify({ asyncapi: '2.6.0', info: { title, version: '1.0.0' }, servers, channels });
}

test('the same name on the same channel is the same message', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders Placed'] }),
  });
  expect(chart.messages).toMatchObject([{ id: 'placed', name: 'Placed', channels: ['orders'] }]);
  expect(chart.messages[0]?.described.map(described => described.document)).toEqual(['shop/a.json', 'shop/b.json']);
});

test('another letter is another message', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders placed'] }),
  });
  expect(chart.messages.map(message => message.name).sort()).toEqual(['Placed', 'placed']);
  expect(new Set(chart.messages.map(message => message.id)).size).toBe(2);
});

test('the same name on two channels is two messages', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Changed', 'send bills Changed'] }),
  });
  expect(chart.messages.map(message => message.channels)).toHaveLength(2);
  expect(chart.messages.map(message => message.id)).toEqual([
    expect.stringMatching(/^changed-[0-9a-f]{6}$/),
    expect.stringMatching(/^changed-[0-9a-f]{6}$/),
  ]);
});

test('one message object on two channels is one message, and joins what others call so on either', async () => {
  const shared = { $ref: '#/components/messages/Changed' };
  const hub = {
    asyncapi: '3.1.0',
    info: { title: 'Hub', version: '1.0.0' },
    servers: { production: { host: 'kafka.example.com', protocol: 'kafka' } },
    channels: {
      a: { address: 'orders', messages: { Changed: shared } },
      b: { address: 'bills', messages: { Changed: shared } },
    },
    components: { messages: { Changed: { payload: { type: 'object' } } } },
  };
  const chart = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Changed'] }),
    'b.json': short({ title: 'B', operations: ['receive bills Changed'] }),
    'hub.json': JSON.stringify(hub),
  });
  expect(chart.messages).toMatchObject([{ id: 'changed', channels: ['bills', 'orders'] }]);
});

test('messages on no channel are on no chart', async () => {
  const text = {
    asyncapi: '3.1.0',
    info: { title: 'A', version: '1.0.0' },
    components: { messages: { Unused: { payload: { type: 'object' } } } },
  };
  expect((await chartOf({ 'a.json': JSON.stringify(text) })).messages).toEqual([]);
});

test('a message without a name is the only message of its channel', async () => {
  const chart = await chartOf({
    'a.json': old('A', { orders: { publish: { message: { payload: { type: 'object' } } } } }),
    'b.json': short({ title: 'B', operations: ['send orders Placed'] }),
    'c.json': old('C', { orders: { publish: { operationId: 'onOrder', message: { payload: { type: 'object' } } } } }),
  });
  expect(chart.messages).toMatchObject([{ id: 'placed', name: 'Placed' }]);
  expect(chart.links.map(link => link.message)).toEqual(['placed', 'placed', 'placed']);
});

test('two sides without a name mean the same message', async () => {
  const chart = await chartOf({
    'a.json': old('A', { orders: { publish: { message: { payload: { type: 'object' } } } } }),
    'b.json': old('B', { orders: { subscribe: { message: { payload: { type: 'object' } } } } }),
  });
  expect(chart.messages).toHaveLength(1);
});

test('where a document has a request and an answer without names, nobody knows which is which', async () => {
  const both = { publish: { message: { payload: {} } }, subscribe: { message: { payload: {} } } };
  const chart = await chartOf({
    'a.json': old('A', { orders: both }),
    'b.json': old('B', { orders: { subscribe: { message: { payload: {} } } } }),
  });
  expect(chart.messages).toHaveLength(3);
});

test('of several names on a channel, none is given to a message without one', async () => {
  const chart = await chartOf({
    'a.json': old('A', { orders: { publish: { message: { payload: {} } } } }),
    'b.json': short({ title: 'B', operations: ['send orders Placed', 'send orders Cancelled'] }),
  });
  expect(chart.messages.map(message => message.name)).toEqual(['Cancelled', 'orders publish.message', 'Placed']);
});

test('the sender speaks for the message, receivers fill in what it leaves out', async () => {
  const document = (title: string, action: string, message: object) =>
    JSON.stringify({
      asyncapi: '3.1.0',
      info: { title, version: '1.0.0', 'x-owner': title, 'x-domain': 'Shop' },
      servers: { production: { host: 'kafka.example.com', protocol: 'kafka' } },
      channels: { orders: { address: 'orders', messages: { Placed: message } } },
      operations: { it: { action, channel: { $ref: '#/channels/orders' } } },
    });
  const chart = await chartOf({
    'a.json': document('A', 'receive', {
      title: 'An order',
      summary: 'As A sees it.',
      contentType: 'text/plain',
      deprecated: true,
      tags: [{ name: 'in' }],
    }),
    'b.json': document('B', 'send', {
      title: 'Order placed',
      contentType: 'application/json',
      tags: [{ name: 'core' }],
    }),
  });
  expect(chart.messages).toEqual([
    {
      id: 'placed',
      name: 'Placed',
      title: 'Order placed',
      summary: 'As A sees it.',
      contentType: 'application/json',
      channels: ['orders'],
      owner: 'b',
      domain: 'shop',
      described: [
        {
          document: 'shop/a.json',
          id: 'Placed',
          origin: { source: 'a.json', pointer: '/channels/orders/messages/Placed' },
        },
        {
          document: 'shop/b.json',
          id: 'Placed',
          origin: { source: 'b.json', pointer: '/channels/orders/messages/Placed' },
        },
      ],
      tags: ['core', 'in'],
    },
  ]);
});

test('two names of one schema are one message, unless a document tells two of them apart', async () => {
  const document = (title: string, action: string, messages: Readonly<Record<string, object>>) =>
    JSON.stringify({
      asyncapi: '3.0.0',
      info: { title, version: '1' },
      servers: { main: { host: 'kafka.example.com', protocol: 'kafka' } },
      channels: { orders: { address: 'orders', messages } },
      operations: { o: { action, channel: { $ref: '#/channels/orders' } } },
    });
  const payload = (schema: object) => ({ payload: schema });
  const avro = (name: string) => ({
    payload: {
      schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
      schema: { type: 'record', name, namespace: 'com.example', fields: [{ name: 'id', type: 'string' }] },
    },
  });
  const count = async (sent: Record<string, object>, received: Record<string, object>) => {
    const texts = {
      'a.json': document('A', 'send', sent),
      'b.json': document('B', 'receive', received),
      'order.json': '{ "type": "object", "properties": { "id": {} } }',
    };
    const read = await documentsOf({ 'a.json': texts['a.json'], 'b.json': texts['b.json'] }, 'shop', path =>
      path === 'order.json' ? texts['order.json'] : undefined,
    );
    return relate(read).messages.map(({ name }) => name);
  };
  const file = payload({ $ref: 'order.json' });
  expect(await count({ OrderPlaced: file }, { placed: file })).toEqual(['OrderPlaced']);
  const id = payload({ $id: 'https://example.com/order', type: 'object' });
  expect(await count({ OrderPlaced: id }, { placed: id })).toEqual(['OrderPlaced']);
  expect(await count({ OrderPlaced: avro('Order') }, { placed: avro('Order') })).toEqual(['OrderPlaced']);
  expect(await count({ OrderPlaced: avro('Order') }, { placed: avro('Bill') })).toEqual(['OrderPlaced', 'placed']);
  expect(await count({ OrderPlaced: file, OrderClosed: file }, { placed: file })).toHaveLength(3);
  const own = payload({ type: 'object', properties: { id: {}, name: {} } });
  expect(await count({ OrderPlaced: own }, { placed: own })).toEqual(['OrderPlaced', 'placed']);
});
