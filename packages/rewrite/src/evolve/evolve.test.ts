import { type Contract, readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { documents, examples, load } from '../documents.test-support.ts';
import { evolve } from './evolve.ts';
import { fieldChange } from './field-change.ts';
import type { EvolveOptions } from './model.ts';
import { versionedAddress, versionedName } from './names.ts';

const NEW = `# The orders of the shop.
asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: shop.orders # where they go
    messages:
      placed:
        $ref: '#/components/messages/OrderPlaced'
operations:
  sendOrders:
    action: send
    channel: { $ref: '#/channels/orders' }
    messages:
      - $ref: '#/channels/orders/messages/placed'
components:
  messages:
    OrderPlaced: # the only one
      name: OrderPlaced
      payload:
        $ref: '#/components/schemas/Order'
      examples:
        - payload: { id: '1', amount: 2 }
  schemas:
    Order:
      type: object
      required: [id, amount]
      properties:
        id: { type: string }
        amount: { type: number } # in euros
`;

const OLD = `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  shop/orders:
    subscribe:
      operationId: sendOrders
      message:
        # What everybody waits for.
        name: OrderPlaced
        payload:
          type: object
          properties:
            note: { type: string }
`;

async function evolved(
  text: string,
  options: Partial<EvolveOptions> & { readonly message: string },
  changes: string[] = [],
) {
  const { contract, files, findings } = await readText('orders.yaml', text, () => undefined);
  if (!contract) throw new Error(findings[0]?.message);
  const made = evolve(files, contract, { to: 'v2', beside: 'message', ...options, changes: changes.map(fieldChange) });
  const after = made.files[0]?.text ?? '';
  return { made, after, read: await readText('orders.yaml', after, () => undefined) };
}

/** What the services at the other end see. */
function offers({ channels, operations }: Contract): string[] {
  return operations.map(({ channel, action, messages }) => {
    const address = channels.find(({ id }) => id === channel)?.address;
    return `${action} ${address} ${messages.join(', ')}`;
  });
}

test('the new version stands beside the old one, which says that it is to go; comments and layout stay', async () => {
  const { made, after, read } = await evolved(NEW, { message: 'OrderPlaced', sunset: '2027-01-31' }, [
    'rename:amount=total',
    'add:currency=string',
  ]);
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(offers(read.contract as Contract)).toEqual(['send shop.orders OrderPlaced, OrderPlacedV2']);
  expect(made).toMatchObject({ name: 'OrderPlacedV2', mapping: { from: 'OrderPlaced', fields: { total: 'amount' } } });
  expect(after).toContain(`    OrderPlaced: # the only one
      name: OrderPlaced
      payload:
        $ref: '#/components/schemas/Order'
      examples:
        - payload: { id: '1', amount: 2 }
      deprecated: true
      x-sunset: 2027-01-31
      x-replaced-by: OrderPlacedV2
    OrderPlacedV2:
`);
  expect(after).toContain('amount: { type: number } # in euros');
  const { messages, schemas } = read.contract as Contract;
  const next = messages.find(({ id }) => id === 'OrderPlacedV2');
  expect(next).toMatchObject({
    name: 'OrderPlacedV2',
    examples: [{ payload: { id: '1', total: 2 } }],
    extensions: { 'x-portolan-mapping': { from: 'OrderPlaced', fields: { total: 'amount' }, added: ['currency'] } },
  });
  expect(schemas.find(({ id }) => id === next?.payload)?.definition).toEqual({
    type: 'object',
    required: ['id', 'total'],
    properties: { id: { type: 'string' }, total: { type: 'number' }, currency: { type: 'string' } },
  });
});

test('in AsyncAPI 2, the message of an operation becomes one of two', async () => {
  const { after, read } = await evolved(OLD, { message: 'OrderPlaced' }, ['remove:note']);
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(offers(read.contract as Contract)).toEqual(['send shop/orders OrderPlaced, OrderPlacedV2']);
  expect(after).toContain(`      message:
        # What everybody waits for.
        oneOf:
          - name: OrderPlaced
`);
});

test.each([
  [NEW, ['send shop.orders OrderPlaced', 'send shop.orders.v2 OrderPlacedV2']],
  [OLD, ['send shop/orders OrderPlaced', 'send shop/orders/v2 OrderPlacedV2']],
])('a channel of its own has operations of its own', async (text, wanted) => {
  const { made, read } = await evolved(text, { message: 'OrderPlaced', beside: 'channel', sunset: '2027-01-31' });
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(offers(read.contract as Contract)).toEqual(wanted);
  expect(made.addresses).toEqual([wanted[1]?.split(' ')[1]]);
  expect(read.contract?.channels[0]?.extensions).toMatchObject({ 'x-replaced-by': made.addresses[0] });
});

test('JSON stays JSON', async () => {
  const text = JSON.stringify(
    {
      asyncapi: '2.6.0',
      info: { title: 'Orders', version: '1.0.0' },
      channels: { orders: { publish: { message: { name: 'Placed', payload: { type: 'object' } } } } },
    },
    undefined,
    2,
  );
  const { after } = await evolved(text, { message: 'Placed' }, ['add:id=string']);
  expect(JSON.parse(after).channels.orders.publish.message.oneOf).toMatchObject([
    { name: 'Placed', deprecated: true },
    { name: 'PlacedV2', payload: { properties: { id: { type: 'string' } } } },
  ]);
});

test('a field behind references is changed for the new message alone', async () => {
  const text = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders.v1
    messages:
      placed:
        payload:
          allOf:
            - { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Item' } } } }
components:
  schemas:
    Item: { type: object, required: [sku], properties: { sku: { type: string } } }
`;
  const { read } = await evolved(text, { message: 'placed' }, ['retype:items[].sku=integer']);
  const [old, item, next] = ['placed', undefined, 'placedV2'].map(id =>
    read.contract?.schemas.find(schema =>
      id === undefined
        ? schema.id === 'Item'
        : schema.id === read.contract?.messages.find(message => message.id === id)?.payload,
    ),
  );
  expect(JSON.stringify(old?.definition)).toContain('#/schemas/Item');
  expect(item?.definition).toMatchObject({ properties: { sku: { type: 'string' } } });
  expect(JSON.stringify(next?.definition)).toContain('"sku":{"type":"integer"}');
});

test.each([
  ['amount', 'REWRITE_EVOLVE_CHANGE'],
  ['rename:a=b.c', 'REWRITE_EVOLVE_CHANGE'],
  ['retype:amount=money', 'REWRITE_EVOLVE_CHANGE'],
  ['remove:note=x', 'REWRITE_EVOLVE_CHANGE'],
  ['remove:nothing', 'REWRITE_EVOLVE_FIELD'],
  ['add:id=string', 'REWRITE_EVOLVE_FIELD'],
  ['rename:id=amount', 'REWRITE_EVOLVE_TAKEN'],
])('the change %s is refused with %s', async (change, code) => {
  await expect(evolved(NEW, { message: 'OrderPlaced' }, [change])).rejects.toMatchObject({ code });
});

test('what cannot be drafted is refused, and nothing is written', async () => {
  const avro = OLD.replace('payload:', 'schemaFormat: application/vnd.apache.avro;version=1.9.0\n        payload:');
  await expect(evolved(avro, { message: 'OrderPlaced' }, ['remove:note'])).rejects.toMatchObject({
    code: 'REWRITE_EVOLVE_UNABLE',
  });
  const taken = NEW.replace('  schemas:', '    OrderPlacedV2: {}\n  schemas:');
  await expect(evolved(taken, { message: 'OrderPlaced' })).rejects.toMatchObject({ code: 'REWRITE_EVOLVE_TAKEN' });
  const remote = NEW.replace('{ type: number }', '{ $ref: https://example.com/money.json }');
  await expect(evolved(remote, { message: 'OrderPlaced' }, ['remove:amount.currency'])).rejects.toMatchObject({
    code: 'REWRITE_EVOLVE_REFERENCE',
  });
});

test.each([
  ['OrderPlaced', 'OrderPlacedV2'],
  ['OrderPlacedV1', 'OrderPlacedV2'],
  ['order-placed', 'order-placed-v2'],
  ['order.placed.v1', 'order.placed.v2'],
  ['order_placed', 'order_placed_v2'],
])('%s is followed by %s', (name, next) => expect(versionedName(name, 'v2')).toBe(next));

test.each([
  ['orders.v1.placed', 'orders.v2.placed'],
  ['shop/orders', 'shop/orders/v2'],
  ['orders', 'orders.v2'],
  ['shop-orders', 'shop-orders-v2'],
])('the address %s is followed by %s', (address, next) => expect(versionedAddress(address, 'v2')).toBe(next));

/** All messages of all documents take half a minute, so that some have to do by default; all passed on 2026-11-21. */
const WHOLE = process.env.PORTOLAN_EVOLVE_ALL !== undefined;
const [EVERY, MESSAGES] = WHOLE ? [1, Number.POSITIVE_INFINITY] : [6, 1];
const valid = documents('corpus/asyncapi-tck').filter(path => /\/valid[^/]*$/.test(path));
const all = [...examples, ...valid.filter((_, index) => index % EVERY === 0)];

test.each(['message', 'channel'] as const)(
  'beside its %s, a message of any document gets a version without new findings',
  async beside => {
    let drafted = 0;
    const refused = new Map<string, number>();
    for (const location of all) {
      const text = load(location) as string;
      const { contract, files, findings } = await readText(location, text, load);
      for (const { id, name } of (contract?.messages ?? []).slice(0, MESSAGES)) {
        let made: ReturnType<typeof evolve>;
        try {
          made = evolve(files, contract as Contract, {
            message: id,
            to: 'v9',
            beside,
            changes: [],
            sunset: '2027-01-31',
          });
        } catch (error) {
          const { code } = error as { code?: string };
          if (!code?.startsWith('REWRITE_EVOLVE_')) throw new Error(`${location} ${id}`, { cause: error });
          refused.set(code, (refused.get(code) ?? 0) + 1);
          continue;
        }
        drafted++;
        const texts = new Map(made.files.map(file => [file.location, file.text]));
        const after = await readText(location, texts.get(location) ?? text, path => texts.get(path) ?? load(path));
        const known = new Set(findings.map(({ code }) => code));
        const told = `${location} ${id}`;
        expect([told, after.findings.filter(({ code }) => !known.has(code)).map(({ message }) => message)]).toEqual([
          told,
          [],
        ]);
        expect([told, after.contract?.messages.length]).toEqual([told, (contract?.messages.length ?? 0) + 1]);
        expect([told, after.contract?.messages.some(message => message.name === name)]).toEqual([told, true]);
      }
    }
    console.info(`${drafted} drafted beside their ${beside}; refused: ${JSON.stringify(Object.fromEntries(refused))}`);
    expect(drafted).toBeGreaterThan(15);
  },
  120_000,
);
