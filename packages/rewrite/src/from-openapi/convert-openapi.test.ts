import { readText } from '@portolan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertOpenApi } from './convert-openapi.ts';
import { openApiDifferences } from './differences.ts';

/** A text of another language as AsyncAPI, with everything that is said about it and about the result. */
async function converted(text: string) {
  const before = await readText('openapi.yaml', text, () => undefined);
  if (!before.contract) throw new Error(before.findings.map(({ message }) => message).join(' '));
  const result = convertOpenApi(before.contract, before.locate);
  const after = await readText('asyncapi.yaml', result.text, () => undefined);
  const differences = after.contract ? openApiDifferences(before.contract, after.contract) : ['nothing can be read'];
  const errors = after.findings.map(({ code, message }) => `${code} ${message}`);
  return { ...result, document: parse(result.text), differences, errors };
}

const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0, summary: Sells., x-owner: sales }
servers: [{ url: https://api.example.com }]
tags: [{ name: orders, description: About orders. }]
webhooks:
  order placed:
    summary: Placed.
    post:
      operationId: order/placed
      tags: [orders]
      parameters: [{ name: X-Signature, in: header, required: true, schema: { $ref: '#/components/schemas/Hex' } }]
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Order' }, example: { id: o-1 } }
          text/plain: { schema: { type: string } }
      responses: { '409': { description: Known., content: { application/json: { schema: {} } } } }
      security: [{ login: [read] }, { key: [] }]
  order cancelled:
    post: { deprecated: true, security: [{ login: [write] }] }
paths:
  /exports:
    post:
      callbacks: { ready: { '{$request.body#/url}': { put: { requestBody: { $ref: '#/components/requestBodies/Ready' } } } } }
components:
  requestBodies: { Ready: { content: { application/json: { schema: { $ref: '#/components/schemas/Order~1a b' } } } } }
  schemas:
    Hex: { type: string, pattern: '^[0-9a-f]+$' }
    Order: { type: object, properties: { id: { type: string }, parent: { $ref: '#/components/schemas/Order', description: Ours. } } }
    Order/a b: { type: object }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login:
      type: oauth2
      flows: { clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { read: Read., write: Write. } } }
`;

test('the result is a document of AsyncAPI 3.1 that says the same', async () => {
  const { document, differences, errors } = await converted(shop);
  expect(errors).toEqual([]);
  expect(differences).toEqual([]);
  expect(document).toMatchObject({
    asyncapi: '3.1.0',
    info: { title: 'Shop', 'x-owner': 'sales', tags: [{ name: 'orders' }] },
    channels: { 'order placed': { address: null, summary: 'Placed.' }, ready: { address: null } },
    operations: {
      'order/placed': {
        action: 'send',
        channel: { $ref: '#/channels/order%20placed' },
        bindings: { http: { method: 'POST' } },
        security: [{ $ref: '#/components/securitySchemes/login' }, { $ref: '#/components/securitySchemes/key' }],
      },
      'order cancelled': { security: [{ $ref: '#/components/securitySchemes/login-2' }] },
    },
    components: {
      messages: { 'order-cancelled': { deprecated: true } },
      securitySchemes: {
        key: { type: 'httpApiKey' },
        login: { scopes: ['read'], flows: { clientCredentials: { availableScopes: { read: 'Read.' } } } },
      },
    },
  });
  expect(document).not.toHaveProperty('servers');
});

test('what AsyncAPI has no words for is told where it stands', async () => {
  const { findings } = await converted(shop);
  expect(findings.map(({ message, range }) => [range?.start.line, message])).toEqual([
    [2, 'AsyncAPI 3 has no place for the summary of `info`: left out.'],
    [3, 'AsyncAPI 3 has no place for the server `api.example.com`, to which nothing is sent: left out.'],
    [23, 'AsyncAPI 3 has no place for the address `{$request.body#/url}` of `ready`: left out.'],
  ]);
});

test('CloudEvents definitions become AsyncAPI the same way, servers and all', async () => {
  const { document, differences, errors } = await converted(`specversion: 1.0-rc4
name: Orders
endpoints:
  tell:
    usage: [producer]
    protocol: MQTT/5.0
    protocoloptions: { endpoints: [{ uri: 'mqtts://broker.example.com:8883' }], topic: 'orders/{shop}', qos: 1 }
    messagegroups: [/messagegroups/orders]
messagegroups:
  orders:
    messages:
      order.placed:
        envelope: CloudEvents/1.0
        envelopemetadata: { type: { value: order.placed } }
        dataschemaformat: Avro/1.11
        dataschemauri: /schemagroups/orders/schemas/placed
schemagroups:
  orders: { schemas: { placed: { format: Avro/1.11, schema: { type: record, name: Placed, fields: [] } } } }
`);
  expect(errors).toEqual([]);
  expect(differences).toEqual([]);
  expect(document).toMatchObject({
    servers: { 'broker-example-com-8883': { protocol: 'mqtts', protocolVersion: '5.0' } },
    channels: { tell: { address: 'orders/{shop}', parameters: { shop: {} } } },
    operations: { tell: { action: 'send', bindings: { mqtt: { qos: 1 } } } },
  });
});

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ._/~%{}$#-]{0,8}$/);
const words = fc.option(fc.stringMatching(/^[A-Z][a-z :#'"\n-]{0,20}$/), { nil: undefined });
const schema = fc.constantFrom<object>(
  { type: 'string' },
  { type: 'object', properties: { a: { $ref: '#/components/schemas/A' }, default: { default: { $ref: 'data' } } } },
  { $ref: '#/components/schemas/A' },
  { $ref: '#/components/schemas/B', description: 'More.', maxProperties: 3 },
  { oneOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
);
const parameter = fc.record({ name, in: fc.constantFrom('header', 'query', 'path'), required: fc.boolean(), schema });
const body = fc.record({
  description: words,
  content: fc.dictionary(
    fc.constantFrom('application/json', 'text/plain', 'application/xml'),
    fc.record({ schema, example: fc.jsonValue({ maxDepth: 2 }) }, { requiredKeys: ['schema'] }),
    { minKeys: 1 },
  ),
});
const operation = fc.record(
  {
    operationId: name,
    summary: words,
    description: words,
    deprecated: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('one', 'two')),
    parameters: fc.uniqueArray(parameter, { selector: one => one.name + one.in, maxLength: 3 }),
    requestBody: fc.oneof(body, fc.constant({ $ref: '#/components/requestBodies/Shared' })),
    responses: fc.dictionary(fc.constantFrom('200', '4XX', 'default'), body),
  },
  { requiredKeys: [] },
);
const item = fc.dictionary(fc.constantFrom('post', 'put', 'get'), operation, { minKeys: 1 });
const openapi = fc.record({
  openapi: fc.constantFrom('3.1.0', '3.1.1'),
  info: fc.record({ title: name, version: fc.constant('1.0.0'), description: words }),
  webhooks: fc.dictionary(name, item, { minKeys: 1, maxKeys: 3 }),
  components: fc.constant({
    schemas: { A: { type: 'object', properties: { b: { $ref: '#/components/schemas/B' } } }, B: { type: 'string' } },
    requestBodies: { Shared: { content: { 'application/json': { schema: { $ref: '#/components/schemas/B' } } } } },
  }),
});

test('whatever webhooks there are, the facts are equal on reading again', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(openapi, async value => {
      const { differences, errors } = await converted(JSON.stringify(value));
      expect(errors).toEqual([]);
      expect(differences).toEqual([]);
    }),
    { numRuns: Number(process.env.PORTOLAN_FUZZ_RUNS ?? 100) },
  );
});
