import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { commentsIn, examples, load } from '../documents.test-support.ts';
import { convertedDifferences } from '../facts/converted.ts';
import { differences, facts } from '../facts.test-support.ts';
import { both, head } from './both.test-support.ts';
import { type ConvertOptions, convert } from './convert.ts';

const to = { to: '3.1.0' } as const;

test('a document keeps its comments, its quotes and its ids, and gets the words of 3.1', () => {
  const text = `# The shop.
asyncapi: '2.6.0' # the last of the old ones
info:
  title: Orders
  version: 1.0.0
# What it is about.
tags:
  - name: shop # all of it
servers:
  # The only one.
  main:
    url: 'kafka://kafka.example.com:9092' # inside
    protocol: kafka
    security:
      # Everybody has an account.
      - account: []
channels:
  # Where orders are told.
  orders/{id}:
    description: >-
      Every order
      that was placed.
    servers:
      - main
    parameters:
      id:
        schema: { type: string, enum: [a, b], description: Number of an order. }
    # We tell it.
    subscribe: # at once
      operationId: sendPlaced
      summary: Tells it.
      message:
        oneOf:
          # The usual one.
          - $ref: '#/components/messages/placed'
          - name: draft
            schemaFormat: application/vnd.apache.avro;version=1.9.0
            payload: { type: record, name: Draft, fields: [] }
components:
  securitySchemes:
    account: { type: userPassword }
  messages:
    placed:
      messageId: orderPlaced
      # What was bought.
      payload: { type: object }
`;
  expect(convert(text, to)).toEqual({
    findings: [],
    text: `# The shop.
asyncapi: '3.1.0' # the last of the old ones
info:
  title: Orders
  version: 1.0.0
  # What it is about.
  tags:
    - name: shop # all of it
servers:
  # The only one.
  main:
    host: 'kafka.example.com:9092' # inside
    protocol: kafka
    security:
      # Everybody has an account.
      - $ref: '#/components/securitySchemes/account'
channels:
  # Where orders are told.
  orders/{id}:
    address: orders/{id}
    description: >-
      Every order
      that was placed.
    servers:
      - $ref: '#/servers/main'
    parameters:
      id:
        description: Number of an order.
        enum: [a, b]
    messages:
      orderPlaced:
        # The usual one.
        $ref: '#/components/messages/placed'
      draft:
        name: draft
        payload:
          schemaFormat: application/vnd.apache.avro;version=1.9.0
          schema: { type: record, name: Draft, fields: [] }
operations:
  # We tell it.
  sendPlaced: # at once
    action: send
    channel:
      $ref: '#/channels/orders~1%7Bid%7D'
    summary: Tells it.
    messages:
      - $ref: '#/channels/orders~1%7Bid%7D/messages/orderPlaced'
      - $ref: '#/channels/orders~1%7Bid%7D/messages/draft'
components:
  securitySchemes:
    account: { type: userPassword }
  messages:
    placed:
      # What was bought.
      payload: { type: object }
`,
  });
});

test('JSON stays JSON', () => {
  const text = `{
  "asyncapi": "2.0.0",
  "info": { "title": "Orders", "version": "1.0.0" },
  "channels": { "orders": { "publish": { "operationId": "onOrder", "message": { "name": "order" } } } }
}
`;
  expect(convert(text, to).text).toBe(`{
  "asyncapi": "3.1.0",
  "info": { "title": "Orders", "version": "1.0.0" },
  "channels": { "orders": { "address": "orders", "messages": { "order": { "name": "order" } } } },
  "operations": {
    "onOrder": {
      "action": "receive",
      "channel": { "$ref": "#/channels/orders" },
      "messages": [{ "$ref": "#/channels/orders/messages/order" }]
    }
  }
}
`);
});

test('a document of 3.0 gets the new number; others are refused', () => {
  const three = 'asyncapi: 3.0.0 # ours\ninfo: { title: Orders, version: 1.0.0 }\n';
  expect(convert(three, to)).toEqual({ text: three.replace('3.0.0', '3.1.0'), findings: [] });
  for (const version of ['1.2.0', '3.2.0', '4.0.0', 'no']) {
    expect(() => convert(three.replace('3.0.0', version), to)).toThrow(
      expect.objectContaining({ code: 'REWRITE_VERSION' }),
    );
  }
  expect(() => convert('a: [', to)).toThrow(expect.objectContaining({ code: 'REWRITE_UNREADABLE' }));
});

describe.each(examples.filter(path => /^\W*asyncapi"?: "?2/m.test(load(path) as string)))('%s', location => {
  test('says the same in 3.1, without a single exception', async () => {
    const text = load(location) as string;
    const before = await readText(location, text, load);
    const options: ConvertOptions = { ...to, location, files: before.files };
    const converted = convert(text, options);
    const after = await readText(location, converted.text, load);
    expect(differences(facts(before.contract), facts(after.contract))).toEqual([]);
    expect(after.contract?.asyncapi).toBe('3.1.0');
    expect(commentsIn(converted.text).sort()).toEqual(commentsIn(text).sort());
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // All that these documents lose is what 3.x cannot say of a part of an address.
    expect(converted.findings.filter(({ message }) => !/the schema of the parameter/.test(message))).toEqual([]);
    expect(converted.findings.every(({ range }) => range !== undefined)).toBe(true);
  });
});

test('verbs that were meant the other way round are told, and turned on demand', async () => {
  const text = `${head}channels:
  orders:
    publish: { operationId: publishOrder, message: { name: order } }
    subscribe: { operationId: receivePayment, message: { name: payment } }
`;
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  const given = { ...to, ...(contract && { contract }) };
  const official = convert(text, given);
  expect(official.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'CONVERT_DIRECTION The operation `publishOrder` has become `action: receive`, because it stands under `publish`; its words (“publishOrder”) say the opposite.',
    'CONVERT_DIRECTION The operation `receivePayment` has become `action: send`, because it stands under `subscribe`; its words (“receivePayment”) say the opposite.',
  ]);
  const turned = convert(text, { ...given, view: 'client' });
  expect(turned.findings).toEqual([]);
  const after = (await readText('asyncapi.yaml', turned.text, () => undefined)).contract;
  expect(after?.operations.map(({ id, action }) => `${id} ${action}`)).toEqual([
    'receivePayment receive',
    'publishOrder send',
  ]);
  expect(contract && after && convertedDifferences(contract, after, 'client')).toEqual([]);
  expect(contract && after && convertedDifferences(contract, after)).toHaveLength(2);
});

test('messages are the same messages wherever they stood', async () => {
  const { changed, text } = await both(`${head}channels:
  a: { subscribe: { message: { name: one, payload: { type: string } } } }
  b: { publish: { message: { $ref: '#/channels/a/subscribe/message' } } }
  c: { publish: { operationId: c, message: { $ref: '#/components/messages/any' } }, subscribe: {} }
  d: { publish: { message: { payload: { $ref: '#/components/messages/two/payload/properties/x' } } } }
components:
  messages:
    any: { oneOf: [{ $ref: '#/components/messages/two' }, { title: Three, payload: { type: 'null' } }] }
    two: { schemaFormat: application/vnd.aai.asyncapi;version=2.6.0, payload: { properties: { x: { type: string } } } }
`);
  expect(changed).toEqual([]);
  expect(text).toContain("b: { address: b, messages: { one: { $ref: '#/channels/a/messages/one' } } }");
  expect(text).toContain("{ $ref: '#/components/messages/two/payload/schema/properties/x' }");
});

test('channels of the components get the addresses of those who refer to them', async () => {
  const { changed, says } = await both(`${head}channels:
  a: { $ref: '#/components/channels/shared' }
  b: { $ref: '#/components/channels/shared' }
components:
  channels:
    shared: { subscribe: { message: { name: one } }, publish: { operationId: on, message: { name: two } } }
`);
  expect(changed).toEqual([]);
  expect(says).toEqual([]);
});

test('traits overrule in 2.x, and what they overrule does not come back in 3.x', async () => {
  const { changed, says } = await both(`${head}channels:
  a:
    subscribe:
      summary: Own words.
      traits: [{ $ref: '#/components/operationTraits/one' }, { operationId: fromTrait, tags: [{ name: x }] }]
      message: { $ref: '#/components/messages/m' }
components:
  operationTraits: { one: { summary: Words of the trait. } }
  messageTraits:
    one: { schemaFormat: application/vnd.apache.avro;version=1.9.0, headers: { type: object, title: H } }
  messages:
    m:
      traits: [{ $ref: '#/components/messageTraits/one' }]
      headers: { title: Mine, properties: { a: { type: string } } }
      payload: { type: record, name: M, fields: [] }
`);
  expect(changed).toEqual([]);
  expect(says).toEqual([
    'CONVERT_OVERRULED `summary` of the operation `fromTrait` was left out: its trait says otherwise, and in AsyncAPI 2 the trait is right.',
    'CONVERT_OVERRULED `headers.title` of the message was left out: its trait says otherwise, and in AsyncAPI 2 the trait is right.',
  ]);
});

test('aliases and merge keys are written out where things change, and stay where they do not', async () => {
  const { changed, text } = await both(`${head}x-base: &base { description: Shared. }
channels:
  a: { <<: *base, subscribe: &op { message: &m { name: one, payload: &p { type: string } } } }
  b: { <<: *base, subscribe: *op }
  c: { publish: { message: *m } }
components:
  schemas: { kept: &s { type: number }, again: *s, payload: *p }
`);
  expect(changed).toEqual([]);
  expect(text).toContain('again: *s');
});

test('Avro in the components says that it is Avro, when everybody means it', async () => {
  const { changed, text, after } = await both(`${head}channels:
  a: { publish: { message: { $ref: '#/components/messages/m' } } }
components:
  schemas:
    record: { type: record, name: M, fields: [{ name: id, type: string }] }
  messages:
    m: { schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { $ref: '#/components/schemas/record' } }
`);
  expect(changed).toEqual([]);
  expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(text).toContain('record:\n      schemaFormat: application/vnd.apache.avro;version=1.9.0\n      schema: {');
});

test('what other files still say in the words of 2.x is copied, and the files stay as they are', async () => {
  const files = {
    'shared.yaml': `parameters: { id: { schema: { $ref: '#/id' }, location: $message.payload#/id } }
id: { type: string, description: Number. }
server: { url: mqtt://broker.example.com, protocol: mqtt }
message: { name: m, schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { $ref: 'm.avsc' } }
same: { name: same, payload: { type: string } }
channel: { publish: { operationId: on, message: { $ref: '#/message' } } }
login: { type: oauth2, flows: { password: { tokenUrl: 'https://example.com', scopes: { r: Read. } } } }
`,
    'm.avsc': '{ "type": "record", "name": "M", "fields": [] }',
  };
  const { changed, text, says } = await both(
    `${head}servers: { main: { $ref: 'shared.yaml#/server' } }
channels:
  a/{id}:
    parameters: { id: { $ref: 'shared.yaml#/parameters/id' } }
    publish: { message: { oneOf: [{ $ref: 'shared.yaml#/message' }, { $ref: 'shared.yaml#/same' }] } }
  b: { $ref: 'shared.yaml#/channel' }
components:
  securitySchemes: { login: { $ref: 'shared.yaml#/login' } }
`,
    files,
  );
  expect(changed.filter(difference => !/scopes/i.test(difference))).toEqual([]);
  expect(says.filter(words => words.startsWith('CONVERT_COPIED'))).toHaveLength(4);
  expect(text).toContain("same: { $ref: 'shared.yaml#/same' }");
  expect(text).toContain(
    "payload: { schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: { $ref: './m.avsc' } }",
  );
});

test('aliases that multiply themselves are refused', () => {
  const lines = ['x-a: &a [1,1,1,1,1,1,1,1,1,1]'];
  for (const [from, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
    lines.push(`x-${name}: &${name} [${Array(10).fill(`*${from}`).join(',')}]`);
  }
  expect(() => convert(`${head}${lines.join('\n')}\nchannels: { a: { <<: { x: *g } } }\n`, to)).toThrow(
    expect.objectContaining({ code: 'REWRITE_ALIASES' }),
  );
});
