import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingKinds } from './finding-kinds.ts';
import { read } from './read.ts';
import { readExample } from './test-support.ts';

const head = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';

test.each(findingKinds.map(kind => [kind.code, kind] as const))(
  '%s is found in its bad example only',
  async (code, kind) => {
    const bad = await readExample(kind.bad);
    const found = bad.findings.filter(finding => finding.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.range).toBeDefined();
      expect(`${finding.message} ${finding.help}`).not.toMatch(/\{\w+\}/);
    }
    const good = await readExample(kind.good);
    expect(good.findings).toEqual([]);
  },
);

test('references lead through files, and their facts name the file they stand in', async () => {
  const { contract, findings, files } = await readExample({
    'orders/asyncapi.yaml': `${head}channels:
  placed:
    address: orders.placed
    messages:
      placed: { $ref: ../shared/messages.yaml#/placed }
`,
    'shared/messages.yaml': 'placed:\n  payload: { $ref: "schemas.json#/order~1v1" }\n',
    'shared/schemas.json':
      '{ "order/v1": { "type": "object", "properties": { "id": { "$ref": "#/id" } } }, "id": { "type": "string" } }',
  });
  expect(findings).toEqual([]);
  expect(files.map(({ location }) => location)).toEqual([
    'orders/asyncapi.yaml',
    'shared/messages.yaml',
    'shared/schemas.json',
  ]);
  expect(contract?.schemas).toMatchObject([
    {
      id: 'order/v1',
      definition: { properties: { id: { $ref: '#/schemas/id' } } },
      origin: { source: 'shared/schemas.json' },
    },
    { id: 'id', definition: { type: 'string' } },
  ]);
  expect(contract?.messages).toMatchObject([{ id: 'placed', payload: 'order/v1' }]);
});

test('a schema may contain itself', async () => {
  const { contract, findings } = await readExample(`${head}components:
  messages:
    tree: { payload: { $ref: '#/components/schemas/node' } }
  schemas:
    node: { type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/node' } } } }
channels:
  trees:
    address: trees
    messages: { tree: { $ref: '#/components/messages/tree' } }
`);
  expect(findings).toEqual([]);
  expect(JSON.stringify(contract?.schemas[0]?.definition)).toContain('"$ref":"#/schemas/node"');
});

test('sixty-four levels that each name the next one twice cost no more than sixty-four', async () => {
  const schemas = Array.from({ length: 64 }, (_, level) => {
    const next = `{ $ref: '#/components/schemas/s${level + 1}' }`;
    return `    s${level}: { type: object, properties: { a: ${next}, b: ${next} } }`;
  });
  const { contract } = await readExample(`${head}channels:
  bomb:
    address: bomb
    messages: { bomb: { payload: { $ref: '#/components/schemas/s0' } } }
components:
  schemas:
${schemas.join('\n')}
    s64: { type: string }
`);
  expect(contract?.schemas).toHaveLength(65);
});

test('a path to a channel leads through a channel that is itself a reference', async () => {
  const { contract, findings } = await readExample(`${head}channels:
  placed: { $ref: '#/components/channels/placed' }
operations:
  send:
    action: send
    channel: { $ref: '#/channels/placed' }
    messages: [{ $ref: '#/channels/placed/messages/order' }]
components:
  channels:
    placed:
      address: orders.placed
      messages: { order: { name: OrderPlaced } }
`);
  expect(findings).toEqual([]);
  expect(contract?.operations).toMatchObject([{ channel: 'placed', messages: ['order'] }]);
});

test('an operation without messages works with all of its channel, with an empty list with none', async () => {
  const { contract } = await readExample(`${head}channels:
  orders:
    address: orders
    messages: { placed: { name: Placed }, paid: { name: Paid } }
operations:
  all: { action: send, channel: { $ref: '#/channels/orders' } }
  none: { action: receive, channel: { $ref: '#/channels/orders' }, messages: [] }
`);
  expect(contract?.operations.map(({ id, messages }) => [id, messages])).toEqual([
    ['all', ['placed', 'paid']],
    ['none', []],
  ]);
});

test('2.x and 3.x become the same facts', async () => {
  const two = await readExample(`asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
servers:
  production: { url: 'mqtt://user:secret@broker.example.com:1883/path', protocol: MQTT }
channels:
  orders/{id}/placed:
    parameters: { id: { schema: { type: string, enum: [a, b] } } }
    subscribe:
      operationId: sendPlaced
      message: { name: Placed, payload: { type: string } }
`);
  const three = await readExample(`${head}servers:
  production: { host: 'broker.example.com:1883', pathname: /path, protocol: mqtt }
channels:
  orders/{id}/placed:
    address: orders/{id}/placed
    parameters: { id: { enum: [a, b] } }
    messages: { Placed: { payload: { type: string } } }
operations:
  sendPlaced:
    action: send
    channel: { $ref: '#/channels/orders~1{id}~1placed' }
`);
  const facts = ({ contract }: typeof two) => {
    const { digest, asyncapi, sources, ...rest } = JSON.parse(JSON.stringify(contract));
    const plain = JSON.stringify(rest, (key, value) => (key === 'origin' ? undefined : value));
    return JSON.parse(
      plain.replaceAll('"verb":"subscribe"', '"verb":"send"').replaceAll('"says":"subscribe"', '"says":"send"'),
    );
  };
  expect(facts(two)).toEqual(facts(three));
  expect(JSON.stringify(two.contract)).not.toContain('secret');
});

test('the digest names the facts: layout and order do not change it, a word does', async () => {
  const one = await readExample(`${head}channels: { a: { address: a }, b: { address: b } }\n`);
  const laidOut = await readExample(
    `info:\n  version: 1.0.0\n  title: Orders\nasyncapi: 3.1.0\nchannels:\n  a: {address: a}\n  b: {address: b}\n`,
  );
  const changed = await readExample(`${head}channels: { a: { address: a }, b: { address: c } }\n`);
  expect(laidOut.contract?.digest).toBe(one.contract?.digest);
  expect(changed.contract?.digest).not.toBe(one.contract?.digest);
});

test('damaged documents yield everything readable and all findings at once', async () => {
  const { contract, findings } = await readExample(`${head}channels:
  good: { address: good, messages: { fine: { name: Fine } } }
  bad: 7
operations:
  works: { action: send, channel: { $ref: '#/channels/good' } }
  broken: { action: send, channel: { $ref: '#/channels/gone' } }
`);
  expect(contract?.channels.map(({ id }) => id)).toEqual(['good']);
  expect(contract?.operations.map(({ id }) => id)).toEqual(['works']);
  expect(findings.map(({ code }) => code)).toContain('REFERENCE_BROKEN');
  expect(findings.length).toBeGreaterThan(1);
});

test('security schemes are known by name, in place and in components', async () => {
  const { contract } = await readExample(`${head}servers:
  production:
    host: example.com
    protocol: kafka
    security:
      - $ref: '#/components/securitySchemes/sasl'
      - type: plain
components:
  securitySchemes:
    sasl: { type: scramSha512 }
`);
  expect(contract?.servers[0]?.security).toEqual([
    { scheme: 'sasl', scopes: [] },
    { scheme: 'plain', scopes: [] },
  ]);
});

test('components that nothing names are listed', async () => {
  const { contract } = await readExample(`${head}components:
  schemas:
    used: { type: string }
    unused: { $ref: '#/components/schemas/used' }
`);
  expect(contract?.unused.map(({ pointer }) => pointer)).toEqual(['/components/schemas/unused']);
});

test('a contract is frozen and survives JSON', async () => {
  const text = readFileSync(
    new URL('../../../corpus/asyncapi-spec/streetlights-kafka-asyncapi.yml', import.meta.url),
    'utf8',
  );
  const { contract } = await read('streetlights.yml', () => text);
  expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
  expect(Object.isFrozen(contract?.channels[0]?.parameters)).toBe(true);
});

test('a document without channels is a library, whose messages and schemas are its facts', async () => {
  const { contract } = await readExample(`asyncapi: 3.1.0
info: { title: Common, version: 1.0.0 }
components:
  messages:
    placed: { payload: { $ref: '#/components/schemas/Order' } }
  schemas:
    Order: { type: object }
    Money: { type: number }
`);
  expect(contract?.messages.map(({ id }) => id)).toEqual(['placed']);
  expect(contract?.schemas.map(({ id }) => id)).toEqual(['Order', 'Money']);
});
