import { expect, test } from 'vitest';
import { readText } from '../read.ts';
import { writtenIn } from '../written-in.ts';

const shop = `openapi: 3.1.0
info:
  title: Shop
  version: 1.2.0
  summary: Sells things.
  contact: { name: Sales, email: sales@example.com }
  license: { name: Apache 2.0, identifier: Apache-2.0 }
servers:
  - url: https://{region}.example.com/v1
    variables: { region: { default: eu, enum: [eu, us] } }
tags:
  - { name: orders, description: About orders. }
webhooks:
  orderPlaced:
    post:
      operationId: onOrderPlaced
      summary: An order was placed.
      tags: [orders]
      externalDocs: { url: https://example.com/docs }
      parameters:
        - { name: X-Signature, in: header, required: true, description: HMAC of the body., schema: { type: string } }
        - { name: Content-Type, in: header, schema: { type: string } }
        - { $ref: '#/components/parameters/attempt' }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
            examples:
              small: { summary: One item., value: { id: o-1 } }
              elsewhere: { externalValue: https://example.com/order.json }
      security: [{ key: [] }]
      responses:
        '204': { description: Taken. }
        '422': { description: Refused., content: { application/json: { schema: { type: object } } } }
  orderCancelled:
    post:
      deprecated: true
      requestBody: { $ref: '#/components/requestBodies/Cancelled' }
components:
  parameters:
    attempt: { name: attempt, in: query, schema: { type: integer } }
  requestBodies:
    Cancelled:
      description: The order will not be delivered.
      content:
        application/json: { schema: { $ref: '#/components/schemas/Order' }, example: { id: o-2 } }
  schemas:
    Order: { type: object, required: [id], properties: { id: { type: string } } }
    Unused: { type: object }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    ofPaths: { type: http, scheme: bearer }
`;

async function contractOf(text: string, files: Record<string, string> = {}) {
  const { contract, findings } = await readText('openapi.yaml', text, name => files[name]);
  return { contract, codes: findings.map(({ code }) => code), findings };
}

test('webhooks are sent by the application, on a channel whose address the receiver chooses', async () => {
  const { contract, codes } = await contractOf(shop);
  expect(codes).toEqual([]);
  expect(contract && writtenIn(contract)).toBe('OpenAPI 3.1.0');
  expect(contract?.channels).toMatchObject([
    { id: 'orderPlaced', address: null, elsewhere: true, servers: [], messages: ['orderPlaced', 'orderPlaced 422'] },
    { id: 'orderCancelled', address: null, elsewhere: true, servers: [], messages: ['Cancelled'] },
  ]);
  expect(contract?.operations[0]).toMatchObject({
    id: 'onOrderPlaced',
    action: 'send',
    channel: 'orderPlaced',
    messages: ['orderPlaced'],
    reply: { channel: 'orderPlaced', messages: ['orderPlaced 422'] },
    tags: [{ name: 'orders', description: 'About orders.' }],
    externalDocs: { url: 'https://example.com/docs' },
    security: [{ scheme: 'key', scopes: [] }],
    direction: { action: 'send', confidence: 'stated', evidence: [{ says: 'webhooks', points: 'send' }] },
  });
});

test('the HTTP binding says method and query; headers and status are the message’s', async () => {
  const { contract } = await contractOf(shop);
  expect(contract?.operations[0]?.bindings).toEqual({
    http: {
      method: 'POST',
      query: { type: 'object', properties: { attempt: { type: 'integer' } } },
      bindingVersion: '0.3.0',
    },
  });
  const [placed, refused] = contract?.messages ?? [];
  expect(refused?.bindings).toEqual({ http: { statusCode: 422, bindingVersion: '0.3.0' } });
  expect(contract?.schemas.find(({ id }) => id === placed?.headers)?.definition).toEqual({
    type: 'object',
    properties: { 'X-Signature': { type: 'string', description: 'HMAC of the body.' } },
    required: ['X-Signature'],
  });
});

test('a message is the body of one media type, with its examples; a shared body keeps its own name', async () => {
  const { contract } = await contractOf(shop);
  expect(contract?.messages).toMatchObject([
    {
      name: 'orderPlaced',
      summary: 'An order was placed.',
      contentType: 'application/json',
      payload: 'Order',
      examples: [{ name: 'small', summary: 'One item.', payload: { id: 'o-1' } }],
    },
    { name: 'orderPlaced 422', description: 'Refused.' },
    {
      name: 'Cancelled',
      description: 'The order will not be delivered.',
      deprecated: true,
      examples: [{ payload: { id: 'o-2' } }],
    },
  ]);
  expect(contract?.schemas.map(({ id }) => id)).not.toContain('Unused');
  expect(contract?.unused).toEqual([]);
});

test('info, servers and the security schemes that are named', async () => {
  const { contract } = await contractOf(shop);
  expect(contract?.info).toMatchObject({
    title: 'Shop',
    version: '1.2.0',
    summary: 'Sells things.',
    contact: { email: 'sales@example.com' },
    license: { name: 'Apache 2.0' },
    tags: [{ name: 'orders' }],
  });
  expect(contract?.servers).toMatchObject([
    {
      host: '{region}.example.com',
      pathname: '/v1',
      protocol: 'https',
      variables: [{ name: 'region', default: 'eu' }],
    },
  ]);
  expect(contract?.securitySchemes).toMatchObject([{ id: 'key', type: 'httpApiKey', details: { in: 'header' } }]);
});

test.each([
  ['3.0.3', {}, 'openapi', 'application/vnd.oai.openapi;version=3.0.3'],
  ['3.1.0', {}, 'json-schema', 'application/schema+json;version=https://json-schema.org/draft/2020-12/schema'],
  [
    '3.1.0',
    { jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' },
    'json-schema',
    'version=http://json-schema.org/draft-07',
  ],
])('schemas of %s with %j are read as %s', async (version, more, format, schemaFormat) => {
  const body = { content: { 'application/json': { schema: { type: 'string' } } } };
  const callbacks = { done: { '{$request.body#/url}': { post: { requestBody: body } } } };
  const document = {
    openapi: version,
    info: { title: 'A', version: '1' },
    paths: { '/jobs': { post: { callbacks } } },
  };
  const { contract } = await contractOf(JSON.stringify({ ...document, ...more }));
  expect(contract?.schemas[0]).toMatchObject({ format, schemaFormat: expect.stringContaining(schemaFormat) });
});

test('callbacks are found under paths, behind references and inside each other, each once', async () => {
  const { contract, codes } = await contractOf(
    `openapi: 3.0.3
info: { title: Jobs, version: '1' }
paths:
  /a: { post: { callbacks: { done: { $ref: '#/components/callbacks/Done' } } } }
  /b: { $ref: 'paths.yaml#/b' }
components:
  callbacks:
    Done:
      '{$request.body#/url}':
        post:
          requestBody: { content: { text/plain: { schema: { type: string } } } }
          callbacks: { done: { $ref: '#/components/callbacks/Done' } }
`,
    {
      'paths.yaml':
        "b: { put: { callbacks: { moved: { 'https://example.com/{$request.query.id}': { get: {} } } } } }\n",
    },
  );
  expect(codes).toEqual([]);
  expect(contract?.channels).toMatchObject([
    { id: 'done', address: '{$request.body#/url}' },
    { id: 'moved', address: 'https://example.com/{$request.query.id}' },
  ]);
  expect(contract?.operations.map(({ id, bindings }) => [id, bindings])).toEqual([
    ['done', { http: { method: 'POST', bindingVersion: '0.3.0' } }],
    ['moved', { http: { method: 'GET', bindingVersion: '0.3.0' } }],
  ]);
});

test('from 3.1 on what stands beside a reference counts and is no mistake', async () => {
  const text = shop.replace(
    "schema: { $ref: '#/components/schemas/Order' }\n            examples",
    "schema: { $ref: '#/components/schemas/Order', description: Ours., required: [shop] }\n            examples",
  );
  const { contract, codes } = await contractOf(text);
  expect(codes).toEqual([]);
  const payload = contract?.schemas.find(({ id }) => id === 'orderPlaced.payload');
  expect(payload?.definition).toEqual({ $ref: '#/schemas/Order', description: 'Ours.', required: ['shop'] });
});

test('what is wrong on the way is told where it stands; paths are left alone', async () => {
  const { codes, findings } = await contractOf(`openapi: 3.1.0
info: { title: Shop }
paths: { /orders: { post: { responses: nonsense, parameters: 5 } } }
webhooks:
  placed:
    post:
      operationId: 7
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Missing' } } } }
`);
  expect(codes).toEqual(['GRAMMAR_REQUIRED_MISSING', 'GRAMMAR_WRONG_TYPE', 'REFERENCE_BROKEN']);
  expect(findings.map(({ range }) => range?.start.line)).toEqual([2, 7, 8]);
  expect(findings[0]?.message).toContain('`version`');
});

test('a document of ordinary paths is told kindly, and gives no contract', async () => {
  const { contract, codes, findings } = await contractOf(
    "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: {}\n",
  );
  expect([contract, codes]).toEqual([undefined, ['OPENAPI_NOTHING_ASYNCHRONOUS']]);
  expect(findings[0]?.severity).toBe('info');
});

test('the query of a request is written out, as nothing resolves what bindings refer to', async () => {
  const { contract, codes } = await contractOf(`openapi: 3.1.0
info: { title: A, version: '1' }
webhooks:
  a: { post: { parameters: [{ name: filter, in: query, schema: { $ref: '#/components/schemas/Filter' } }] } }
components:
  schemas:
    Filter: { type: object, properties: { by: { $ref: '#/components/schemas/Name' }, not: { $ref: '#/components/schemas/Filter' } } }
    Name: { type: string, default: { $ref: data } }
`);
  expect(codes).toEqual([]);
  expect(contract?.operations[0]?.bindings).toMatchObject({
    http: {
      query: { properties: { filter: { properties: { by: { type: 'string', default: { $ref: 'data' } }, not: {} } } } },
    },
  });
});
