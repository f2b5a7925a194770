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
