import { expect, test } from 'vitest';
import { readText } from '../read.ts';
import { writtenIn } from '../written-in.ts';

const orders = `specversion: 1.0-rc4
name: Orders
labels: { owner: sales, tier: '1' }
endpoints:
  tell:
    usage: [producer]
    channel: orders
    envelope: CloudEvents/1.0
    protocol: KAFKA
    protocoloptions:
      endpoints: [{ bootstrap.servers: [one.example.com:9092, two.example.com:9092] }]
      topic: orders.placed
    messagegroups: [/messagegroups/orders]
  hear:
    usage: [consumer]
    channel: orders
    protocol: KAFKA
    protocoloptions:
      endpoints: [{ bootstrap.servers: [one.example.com:9092, two.example.com:9092] }]
      topic: orders.placed
      consumergroup: billing
    messagegroups: [/messagegroups/orders]
messagegroups:
  orders:
    envelope: CloudEvents/1.0
    messages:
      com.example.order.placed:
        name: Order placed
        description: An order was placed.
        documentation: https://example.com/placed
        envelopemetadata:
          type: { value: com.example.order.placed }
          source: { value: '/shops/{shop}', type: uritemplate }
          time: { required: true }
          shopid: { type: integer, description: Number of the shop. }
        protocoloptions: { key: '{orderid}' }
        dataschemaformat: JsonSchema/draft-07
        dataschemauri: /schemagroups/orders/schemas/placed
  unsent:
    messages:
      com.example.order.lost: { basemessage: /messagegroups/orders/messages/com.example.order.placed, description: Lost. }
schemagroups:
  orders:
    schemas:
      placed:
        format: JsonSchema/draft-07
        versions:
          '9': { schema: { type: string } }
          '10':
            schema: { type: object, properties: { to: { $ref: '#/definitions/address' } }, definitions: { address: { type: string } } }
`;

async function contractOf(text: string) {
  const { contract, findings } = await readText('orders.xreg.yaml', text, () => undefined);
  if (!contract) throw new Error(findings.map(({ message }) => message).join(' '));
  const schema = (id: string | undefined) => contract.schemas.find(known => known.id === id);
  return { contract, schema, codes: findings.map(({ code }) => code) };
}

test('endpoints are channels on their servers; a producer sends there and a consumer receives', async () => {
  const { contract, codes } = await contractOf(orders);
  expect(codes).toEqual([]);
  expect(writtenIn(contract)).toBe('xRegistry 1.0-rc4');
  expect(contract.info).toMatchObject({ title: 'Orders', extensions: { 'x-owner': 'sales' } });
  expect(contract.servers).toMatchObject([
    { host: 'one.example.com:9092', protocol: 'kafka' },
    { host: 'two.example.com:9092', protocol: 'kafka' },
  ]);
  expect(contract.channels).toMatchObject([
    { id: 'orders', address: 'orders.placed', messages: ['com.example.order.placed'] },
    { id: 'unsent', address: null, servers: [], messages: ['com.example.order.lost'] },
  ]);
  expect(contract.operations).toMatchObject([
    { id: 'tell', action: 'send', channel: 'orders', direction: { evidence: [{ says: 'producer' }] } },
    { id: 'hear', action: 'receive', channel: 'orders', bindings: { kafka: { groupId: { const: 'billing' } } } },
  ]);
});

test('in binary mode the attributes are headers, as the protocol writes them', async () => {
  const { contract, schema } = await contractOf(orders);
  const [placed] = contract.messages;
  expect(placed).toMatchObject({
    name: 'com.example.order.placed',
    title: 'Order placed',
    contentType: 'application/json',
    externalDocs: { url: 'https://example.com/placed' },
    bindings: { kafka: { key: { type: 'string', pattern: '^.+$' } } },
  });
  expect(schema(placed?.headers)?.definition).toEqual({
    type: 'object',
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: { type: 'string' },
      ce_source: { type: 'string', pattern: '^\\/shops\\/.+$' },
      ce_type: { type: 'string', const: 'com.example.order.placed' },
      ce_time: { type: 'string', format: 'date-time' },
      ce_shopid: { type: 'integer', description: 'Number of the shop.' },
    },
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'],
  });
});

test('in structured mode the event is the payload and holds the data', async () => {
  const text = orders.replace(
    '    messages:\n      com.example.order.placed',
    '    envelopeoptions: { mode: structured }\n$&',
  );
  const { contract, schema } = await contractOf(text);
  const [placed] = contract.messages;
  expect(placed).toMatchObject({ contentType: 'application/cloudevents+json' });
  expect(placed).not.toHaveProperty('headers');
  expect(schema(placed?.payload)?.definition).toMatchObject({
    required: ['specversion', 'id', 'source', 'type', 'time'],
    properties: { type: { const: 'com.example.order.placed' }, data: { $ref: '#/schemas/placed' } },
  });
});

test('a schema is that of the default version, else of the newest, and a document of its own', async () => {
  const { schema } = await contractOf(orders);
  expect(schema('placed')).toMatchObject({
    format: 'json-schema',
    definition: { properties: { to: { $ref: '#/schemas/address' } } },
    origin: { source: 'orders.xreg.yaml', pointer: '/schemagroups/orders/schemas/placed/versions/10/schema' },
  });
  const older = await contractOf(
    orders.replace("        versions:\n          '9'", "        defaultversionid: '9'\n$&"),
  );
  expect(older.schema('placed')?.definition).toEqual({ type: 'string' });
});

test('a message that extends another one has what it does not say itself', async () => {
  const { contract, schema } = await contractOf(orders);
  const lost = contract.messages.find(({ id }) => id === 'com.example.order.lost');
  expect(lost).toMatchObject({ description: 'Lost.', payload: 'placed' });
  expect(schema(lost?.headers)?.definition).toMatchObject({ properties: { shopid: { type: 'integer' } } });
});

test('the words of earlier drafts are understood', async () => {
  const { contract, schema, codes } = await contractOf(`specversion: 0.5-wip
endpoints:
  crm:
    usage: producer
    config: { protocol: HTTP, endpoints: ['https://crm.example.com/events'] }
    definitionGroups: ['#/definitionGroups/customers']
definitionGroups:
  customers:
    definitions:
      customerCreated:
        format: CloudEvents/1.0
        metadata: { attributes: { type: { value: customerCreated }, time: { type: datetime, required: true } } }
        schemaurl: '#/schemagroups/customers/schemas/created'
schemagroups:
  customers: { schemas: { created: { format: Avro/1.11.1, versions: { v1: { schema: '{"type": "string"}' } } } } }
`);
  expect(codes).toEqual([]);
  expect(contract.channels).toMatchObject([{ id: 'crm', address: '/events', servers: ['crm.example.com'] }]);
  expect(contract.operations[0]?.bindings).toEqual({ http: { method: 'POST', bindingVersion: '0.3.0' } });
  const [created] = contract.messages;
  expect(schema(created?.headers)?.definition).toMatchObject({ properties: { 'ce-time': { format: 'date-time' } } });
  expect(schema(created?.payload)).toMatchObject({ format: 'avro', definition: { type: 'string' } });
});

test('where subscriptions are managed over HTTP no message goes: the subscriber chooses where', async () => {
  const { contract } = await contractOf(`endpoints:
  subscribe:
    usage: [subscriber]
    protocol: HTTP
    protocoloptions: { endpoints: [{ uri: 'https://example.com/subscriptions' }] }
    messages: { placed: { envelope: CloudEvents/1.0, envelopemetadata: {} } }
`);
  expect(contract.channels).toMatchObject([{ id: 'subscribe', address: null, elsewhere: true, servers: [] }]);
  expect(contract.operations).toMatchObject([{ action: 'receive' }]);
});

test('what is wrong is told where it stands', async () => {
  const { codes } = await contractOf(
    orders
      .replace('usage: [consumer]', 'usage: [listener]')
      .replace(
        'dataschemauri: /schemagroups/orders/schemas/placed',
        'dataschemauri: /schemagroups/orders/schemas/plased',
      )
      .replace('shopid:', 'shop_id:'),
  );
  expect(codes).toEqual([
    'GRAMMAR_VALUE_NOT_ALLOWED',
    'XREGISTRY_ATTRIBUTE_NAME',
    'XREGISTRY_REFERENCE_BROKEN',
    'XREGISTRY_REFERENCE_BROKEN',
  ]);
});
