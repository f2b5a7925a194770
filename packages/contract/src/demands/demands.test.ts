import { expect, test } from 'vitest';
import { readExample } from '../test-support.ts';

const codes = async (text: string) =>
  (await readExample(text)).findings.map(({ code, origin }) => `${code} ${origin.pointer}`);
const head = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';

test('a reply is bound to the same paths as its operation', async () => {
  const found = await codes(`${head}channels:
  ask: { address: ask, messages: { question: { $ref: '#/components/messages/question' } } }
operations:
  ask:
    action: send
    channel: { $ref: '#/channels/ask' }
    reply:
      channel: { $ref: '#/channels/ask' }
      messages: [{ $ref: '#/components/messages/question' }]
components:
  messages: { question: { name: Question } }
`);
  expect(found).toEqual(['OPERATION_MESSAGE_POINTER /operations/ask/reply/messages/0']);
});

test('operations in components may refer to anything', async () => {
  const found = await codes(`${head}operations:
  ask: { $ref: '#/components/operations/ask' }
components:
  channels: { ask: { address: ask } }
  operations: { ask: { action: send, channel: { $ref: '#/components/channels/ask' } } }
`);
  expect(found).toEqual([]);
});

test('an id that a trait gives to two operations is there twice', async () => {
  const operation =
    "{ traits: [{ $ref: '#/components/operationTraits/named' }], message: { payload: { type: string } } }";
  const found = await codes(`asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  a: { subscribe: ${operation} }
  b: { subscribe: ${operation} }
components: { operationTraits: { named: { operationId: same } } }
`);
  expect(found).toEqual([
    'OPERATION_ID_DUPLICATE /channels/a/subscribe',
    'OPERATION_ID_DUPLICATE /channels/b/subscribe',
  ]);
});

test('a variable is a place for a password and not one', async () => {
  const server = (url: string) =>
    codes(`asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
servers: { a: { url: '${url}', protocol: amqp, variables: { secret: { default: x } } } }
channels: {}
`);
  expect(await server('amqp://guest:{secret}@broker.example.com')).toEqual([]);
  expect(await server('amqp://guest@broker.example.com:5672')).toEqual([]);
  expect(await server('amqp://guest:guest@broker.example.com')).toEqual(['SERVER_PASSWORD /servers/a/url']);
});
