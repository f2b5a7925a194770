import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { lint } from '../index.ts';

/** Documents that look as if a rule applied, and must not be told so. */

const head = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';

async function codesOf(text: string): Promise<string[]> {
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  if (!contract) throw new Error('the document cannot be read');
  return (await lint(contract)).map(({ code }) => code);
}

test.each(['sensors/#', 'orders.#', 'orders.#.eu', 'fields/+/{fieldId}', 'orders/{?id}'])(
  'the wildcard or expression in %s is no query and no fragment',
  async address => {
    expect(await codesOf(`${head}channels:\n  a:\n    address: '${address}'\n`)).not.toContain('CHANNEL_ADDRESS_QUERY');
  },
);

test('the channels of one WebSocket path share an address on purpose', async () => {
  const channels = 'channels:\n  a: { address: / }\n  b: { address: / }\n';
  expect(await codesOf(`${head}servers:\n  s: { host: example.com, protocol: wss }\n${channels}`)).not.toContain(
    'CHANNEL_ADDRESS_DUPLICATE',
  );
  expect(await codesOf(`${head}servers:\n  s: { host: example.com, protocol: kafka }\n${channels}`)).toContain(
    'CHANNEL_ADDRESS_DUPLICATE',
  );
});

test('one address on two servers is two places', async () => {
  const text = `${head}servers:
  a: { host: a.example.com, protocol: kafka }
  b: { host: b.example.com, protocol: kafka }
channels:
  onA: { address: orders, servers: [{ $ref: '#/servers/a' }] }
  onB: { address: orders, servers: [{ $ref: '#/servers/b' }] }
`;
  expect(await codesOf(text)).not.toContain('CHANNEL_ADDRESS_DUPLICATE');
});

test('addresses that differ in the names of their parameters only are the same place', async () => {
  const text = `${head}channels:
  a: { address: 'orders/{id}', parameters: { id: {} } }
  b: { address: 'orders/{orderId}', parameters: { orderId: {} } }
`;
  expect(await codesOf(text)).toContain('CHANNEL_ADDRESS_DUPLICATE');
});

test('a channel that only replies go to is used', async () => {
  const text = `${head}channels:
  requests: { address: requests, messages: { request: { payload: { type: object } } } }
  replies: { address: null, messages: { reply: { payload: { type: object } } } }
operations:
  ask:
    action: send
    channel: { $ref: '#/channels/requests' }
    reply: { channel: { $ref: '#/channels/replies' } }
`;
  expect(await codesOf(text)).not.toContain('CHANNEL_WITHOUT_OPERATIONS');
});

test('a library without channels has no unused components', async () => {
  expect(await codesOf(`${head}components:\n  schemas:\n    Money: { type: object }\n`)).not.toContain(
    'COMPONENT_UNUSED',
  );
});

test('a part of a composition may require what another part defines', async () => {
  const text = `${head}channels:
  a:
    messages:
      m:
        payload:
          allOf:
            - $ref: '#/components/schemas/Base'
            - properties: { type: { const: placed } }
              required: [type, id]
components:
  schemas:
    Base:
      required: [type, id]
      properties: { id: { type: string } }
`;
  expect(await codesOf(text)).not.toContain('SCHEMA_REQUIRED_UNDEFINED');
});

test('a receiver of a CloudEvent names only the attributes it reads', async () => {
  const document = (action: string) => `${head}channels:
  a:
    messages:
      m:
        contentType: application/cloudevents+json
        payload:
          type: object
          properties: { id: { type: string }, type: { type: string }, data: { type: object } }
operations:
  o: { action: ${action}, channel: { $ref: '#/channels/a' } }
`;
  expect(await codesOf(document('receive'))).not.toContain('MESSAGE_CLOUDEVENTS_ATTRIBUTES');
  expect(await codesOf(document('send'))).toContain('MESSAGE_CLOUDEVENTS_ATTRIBUTES');
});

test.each([
  ['flow opposite ways', 'receive', '{ type: object }', '{ type: object }', false],
  ['flow the same way', 'send', '{ type: object }', '{ type: object }', true],
  [
    'differ in a const',
    'send',
    '{ required: [t], properties: { t: { const: a } } }',
    '{ required: [t], properties: { t: { const: b } } }',
    false,
  ],
  [
    'differ in a closed set of members',
    'send',
    '{ additionalProperties: false, properties: { a: { type: string } }, required: [a] }',
    '{ properties: { b: { type: string } }, required: [b] }',
    false,
  ],
])('messages that %s', async (_, action, one, other, ambiguous) => {
  const text = `${head}channels:
  a:
    address: a
    messages: { one: { payload: ${one} }, other: { payload: ${other} } }
operations:
  first: { action: send, channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/a/messages/one' }] }
  second: { action: ${action}, channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/a/messages/other' }] }
`;
  const codes = await codesOf(text);
  expect(codes.includes('MESSAGE_AMBIGUOUS')).toBe(ambiguous);
});

test('messages are told apart by a header as well as by the payload', async () => {
  const header = (value: string) => `headers: { type: object, required: [t], properties: { t: { const: ${value} } } }`;
  const text = (a: string, b: string) => `${head}channels:
  a:
    address: a
    messages:
      one: { payload: { type: object }, ${header(a)} }
      other: { payload: { type: object }, ${header(b)} }
`;
  expect(await codesOf(text('x', 'y'))).not.toContain('MESSAGE_AMBIGUOUS');
  expect(await codesOf(text('x', 'x'))).toContain('MESSAGE_AMBIGUOUS');
});

test('a template in an example is not checked, which is less than an error and more than nothing', async () => {
  const text = `${head}channels:
  a:
    messages:
      m:
        payload: { type: object, properties: { id: { type: string, format: uuid } } }
        examples: [{ payload: { id: '{{uuid()}}' } }]
`;
  const codes = await codesOf(text);
  expect(codes).not.toContain('MESSAGE_EXAMPLE_MISMATCH');
  expect(codes).toContain('MESSAGE_EXAMPLE_NOT_CHECKED');
});
