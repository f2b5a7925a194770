import { expect, test } from 'vitest';
import { readExample } from '../test-support.ts';

const directionOf = async (verb: 'publish' | 'subscribe', words: string) => {
  const { contract } = await readExample(`asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    ${verb}:
      ${words}
      message: { name: Placed }
`);
  return contract?.operations[0]?.direction;
};

test('a verb that nothing speaks about is stated', async () => {
  expect(await directionOf('publish', 'summary: Orders of the web shop')).toMatchObject({
    action: 'receive',
    confidence: 'stated',
  });
});

test('an operation id that agrees supports the verb', async () => {
  expect(await directionOf('publish', 'operationId: onOrderPlaced')).toMatchObject({
    action: 'receive',
    confidence: 'supported',
  });
  expect(await directionOf('subscribe', 'operationId: emitOrderPlaced')).toMatchObject({
    action: 'send',
    confidence: 'supported',
  });
});

test('an operation id that contradicts makes it uncertain, and the evidence says why', async () => {
  expect(await directionOf('publish', 'operationId: publishOrder')).toEqual({
    action: 'receive',
    confidence: 'uncertain',
    evidence: [
      { kind: 'verb', says: 'publish', points: 'receive' },
      { kind: 'operation-id', says: 'publishOrder', points: 'send' },
    ],
  });
});

test('the name weighs more than the prose, which is often written from another side', async () => {
  const direction = await directionOf('publish', 'operationId: handleOrder\n      summary: Send an order to us');
  expect(direction).toMatchObject({ confidence: 'supported', evidence: [{}, {}, { kind: 'summary', points: 'send' }] });
});

test('words that only look like verbs say nothing', async () => {
  expect(await directionOf('subscribe', 'operationId: onlineOrders')).toMatchObject({ confidence: 'stated' });
  expect(await directionOf('subscribe', 'operationId: sender')).toMatchObject({ confidence: 'stated' });
});

test('an id that the reader made proves nothing, in a converted document neither', async () => {
  expect(await directionOf('subscribe', 'summary: Orders')).toMatchObject({ confidence: 'stated' });
  const { contract } = await readExample(`asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels: { orders: { address: orders } }
operations: { 'orders subscribe': { action: send, channel: { $ref: '#/channels/orders' } } }
`);
  expect(contract?.operations[0]?.direction).toMatchObject({ action: 'send', confidence: 'stated' });
});

const operation3 = async (operation: string, key = 'orders') => {
  const { contract } = await readExample(`asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels: { ${key}: { address: shop.orders } }
operations: { placed: { action: receive, channel: { $ref: '#/channels/${key}' }, ${operation} } }
`);
  return contract?.operations[0]?.direction;
};

test('a person settles it for good with x-portolan-direction, whatever else is written', async () => {
  expect(await operation3('x-portolan-direction: send, summary: Handles orders')).toEqual({
    action: 'send',
    confidence: 'supported',
    evidence: [
      { kind: 'verb', says: 'receive', points: 'receive' },
      { kind: 'settled', says: 'send', points: 'send' },
    ],
  });
  expect(await operation3('x-portolan-direction: sideways')).toMatchObject({ confidence: 'stated' });
});

test.each([
  ['kafka', 'groupId: { type: string, enum: [billing] }'],
  ['kafka', 'groupId: { const: billing }'],
  ['kafka', 'groupId: billing'],
  ['nats', 'queue: billing'],
])('only receivers have a consumer group: %s %s', async (protocol, binding) => {
  const group = { kind: 'consumer-group', says: 'billing', points: 'receive' };
  expect(await operation3(`bindings: { ${protocol}: { ${binding} } }`)).toMatchObject({
    confidence: 'supported',
    evidence: [{}, group],
  });
});

test('a consumer group and a name that disagree leave it uncertain', async () => {
  expect(
    await directionOf('publish', 'operationId: emitOrder\n      bindings: { kafka: { groupId: billing } }'),
  ).toMatchObject({ action: 'receive', confidence: 'uncertain' });
});

test('several possible groups name none', async () => {
  expect(await operation3('bindings: { kafka: { groupId: { enum: [a, b] } } }')).toMatchObject({
    confidence: 'stated',
  });
});

test('the key of a channel may say on which side it is; an address is shared by all', async () => {
  expect(await operation3('tags: []', 'out_orders')).toMatchObject({ action: 'receive', confidence: 'uncertain' });
  expect(await operation3('tags: []', 'incomingOrders')).toMatchObject({ confidence: 'supported' });
  expect(await operation3('tags: []', 'invoices')).toMatchObject({ confidence: 'stated' });
});
