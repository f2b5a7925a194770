import { type Load, readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { commentsIn, examples, load, official } from '../documents.test-support.ts';
import { inWords } from '../facts/differences.ts';
import { movedDifferences } from '../facts/same.ts';
import { bundle } from './bundle.ts';
import { bundleFindingKinds } from './findings.ts';

/** A document with its files, the entry first, as one file. */
async function bundled(files: Readonly<Record<string, string>>, left: Load = () => undefined) {
  const [location, text] = Object.entries(files)[0] as [string, string];
  const before = await readText(location, text, name => files[name]);
  const made = bundle(text, { location, files: before.files, ...(before.contract && { contract: before.contract }) });
  const after = await readText(location, made.text, left);
  if (!before.contract || !after.contract) throw new Error('is no document');
  return {
    ...made,
    says: made.findings.map(({ code, message }) => `${code} ${message}`),
    changed: movedDifferences(before.contract, after.contract).map(inWords),
    same: before.contract.digest === after.contract.digest,
    errors: after.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  };
}

test('everything that is referred to comes along, under the name that it had, with its comments', async () => {
  const made = await bundled({
    'specs/orders.yaml': `# The shop.
asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders: # the only one
    $ref: './channels/orders.yaml'
operations:
  sendPlaced:
    $ref: './operations.yaml#/sendPlaced'
components:
  schemas:
    Money: { type: integer }
`,
    'specs/channels/orders.yaml': `address: orders.placed
messages:
  placed:
    $ref: '../messages.yaml#/placed'
`,
    'specs/operations.yaml': `sendPlaced:
  action: send
  channel: { $ref: './channels/orders.yaml' }
  messages:
    - { $ref: './messages.yaml#/placed' }
`,
    'specs/messages.yaml': `placed:
  # What was bought.
  payload: { $ref: './schemas/order.yaml' }
`,
    'specs/schemas/order.yaml': `type: object
properties:
  total: { $ref: '../orders.yaml#/components/schemas/Money' }
  # Who buys.
  customer: { $ref: '#/definitions/customer' }
definitions:
  customer: { type: string }
`,
  });
  expect(made).toMatchObject({ changed: [], same: true, errors: [], says: [] });
  expect(made.text).toBe(`# The shop.
asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders: # the only one
    address: orders.placed
    messages:
      placed:
        $ref: '#/components/messages/placed'
operations:
  sendPlaced:
    action: send
    channel: { $ref: '#/channels/orders' }
    messages:
      - { $ref: '#/channels/orders/messages/placed' }
components:
  schemas:
    Money: { type: integer }
    order:
      type: object
      properties:
        total: { $ref: '#/components/schemas/Money' }
        # Who buys.
        customer: { $ref: '#/components/schemas/order/definitions/customer' }
      definitions:
        customer: { type: string }
  messages:
    placed:
      # What was bought.
      payload: { $ref: '#/components/schemas/order' }
`);
});

const head = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';

test('names that two files share are told apart, and cycles stay cycles', async () => {
  const made = await bundled({
    'a.yaml': `${head}channels:
  a:
    address: a
    messages:
      one: { payload: { $ref: 'one.yaml#/Item' } }
      two: { payload: { $ref: 'two.yaml#/Item' } }
`,
    'one.yaml': "Item: { type: object, properties: { next: { $ref: '#/Item' }, other: { $ref: 'two.yaml#/Item' } } }\n",
    'two.yaml': "Item: { type: array, items: { $ref: 'one.yaml#/Item' } }\n",
  });
  expect(made).toMatchObject({ changed: [], same: true, errors: [] });
  expect(made.text).toContain("next: { $ref: '#/components/schemas/Item' }");
  expect(made.text).toContain('Item-2: {');
});

test('references to references, and through them, lead to the thing itself', async () => {
  const made = await bundled({
    'a.yaml': `${head}channels:
  a: { $ref: '#/components/channels/a' }
  b: { address: b, messages: { m: { $ref: '#/channels/a/messages/m' }, n: { $ref: 'chain.yaml#/n' } } }
operations:
  sendA: { action: send, channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/a/messages/m' }] }
components:
  channels: { a: { $ref: 'shared.yaml#/channels/a' } }
  schemas: { part: { $ref: '#/components/schemas/whole/properties/part' }, whole: { $ref: 'shared.yaml#/whole' } }
`,
    'shared.yaml': `channels: { a: { address: a, messages: { m: { payload: { $ref: '#/whole' } } } } }
whole: { type: object, properties: { part: { type: string } } }
`,
    'chain.yaml': "n: { $ref: '#/o' }\no: { $ref: 'shared.yaml#/channels/a/messages/m' }\n",
  });
  expect(made).toMatchObject({ changed: [], errors: [], says: [] });
  expect(made.text).toContain("n: { $ref: '#/components/channels/a/messages/m' }");
});

test('Avro and Protobuf come along in their language, once', async () => {
  const made = await bundled({
    'a.yaml': `${head}channels:
  a:
    address: a
    messages:
      one: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { $ref: 'order.avsc' } } }
      two: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { $ref: 'order.avsc' } } }
      three: { payload: { schemaFormat: 'application/vnd.google.protobuf;version=3', schema: { $ref: 'o.proto' } } }
`,
    'order.avsc': '{ "type": "record", "name": "Order", "fields": [{ "name": "id", "type": "string" }] }',
    'o.proto': 'syntax = "proto3";\nmessage O { string id = 1; }\n',
  });
  expect(made).toMatchObject({ changed: [], same: true, errors: [], says: [] });
  expect(made.text.match(/\$ref: '#\/components\/schemas\/order'/g)).toHaveLength(2);
});

test('Avro types that know each other by name, and Protobuf that imports, still find what they need', async () => {
  const files = {
    'a.yaml': `${head}channels:
  a:
    address: a
    messages:
      one: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { $ref: 'whole.avsc' } } }
      two: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { $ref: 'part.avsc' } } }
      three: { payload: { schemaFormat: 'application/vnd.google.protobuf;version=3', schema: { $ref: 'o.proto' } } }
`,
    'whole.avsc': '{ "type": "record", "name": "Whole", "fields": [{ "name": "part", "type": "Part" }] }',
    'part.avsc': '{ "type": "enum", "name": "Part", "symbols": ["X"] }',
    'o.proto': 'syntax = "proto3";\nimport "m.proto";\nmessage O { M m = 1; }\n',
    'm.proto': 'syntax = "proto3";\nmessage M { string id = 1; }\n',
  };
  const made = await bundled(files, name => (name.endsWith('.proto') ? files[name as 'o.proto'] : undefined));
  expect(made).toMatchObject({ changed: [], errors: [] });
  expect(made.says).toEqual([
    'BUNDLE_IMPORT The Protobuf file `o.proto` stays a file of its own, because it imports `m.proto`.',
  ]);
});

test('in 2.x things stand where 2.x has a place for them', async () => {
  const made = await bundled({
    'a.yaml': `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  a/{id}:
    $ref: 'shared.yaml#/channel'
  b:
    publish: { message: { schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { $ref: 'order.avsc' } } }
    subscribe: { message: { schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { $ref: 'order.avsc' } } }
`,
    'shared.yaml': `channel:
  parameters: { id: { schema: { $ref: '#/id' } } }
  publish: { message: { oneOf: [{ $ref: '#/messages/m' }, { $ref: 'b.yaml' }] } }
messages: { m: { payload: true } }
id: { type: string }
`,
    'b.yaml': 'name: from a file\npayload: { type: string }\n',
    'order.avsc': '{ "type": "record", "name": "Order", "fields": [] }',
  });
  expect(made).toMatchObject({ changed: [], errors: [], says: [] });
});

test('a channel that only an operation names becomes one of the document, as the reader has it', async () => {
  const made = await bundled({
    'a.yaml': `${head}operations:
  sendA: { action: send, channel: { $ref: 'b.yaml#/orders' }, messages: [{ $ref: 'b.yaml#/orders/messages/m' }] }
`,
    'b.yaml': 'orders: { address: orders, messages: { m: { payload: { type: string } } } }\n',
  });
  expect(made).toMatchObject({ changed: [], same: true, errors: [] });
  expect(made.text).toContain("messages: [{ $ref: '#/channels/orders/messages/m' }]");
});

test('aliases are written out before things move, and JSON stays JSON', async () => {
  const aliases = await bundled({
    'a.yaml': `${head}x-p: &p { $ref: 'b.yaml' }
channels: { a: { address: a, messages: { m: { payload: *p }, n: { <<: { title: N }, payload: *p } } } }
`,
    'b.yaml': 'a: &a { type: string }\nproperties: { a: *a }\n',
  });
  expect(aliases).toMatchObject({ changed: [], errors: [] });
  const json = await bundled({
    'a.json':
      '{"asyncapi":"3.1.0","info":{"title":"A","version":"1"},"components":{"schemas":{"b":{"$ref":"b.yaml"}}}}',
    'b.yaml': 'type: string # plain\n',
  });
  expect(JSON.parse(json.text).components.schemas.b).toEqual({ type: 'string' });
});

test('what is no document is refused', () => {
  expect(() => bundle('type: object\n', { files: [] })).toThrow(
    expect.objectContaining({ code: 'REWRITE_NOT_ASYNCAPI' }),
  );
});

describe.each([...examples, ...official])('%s', location => {
  test('says the same in one file', async () => {
    const before = await readText(location, load(location) as string, load);
    const { contract, files } = before;
    const made = bundle(load(location) as string, { location, files, ...(contract && { contract }) });
    const after = await readText(location, made.text, () => undefined);
    expect(contract && after.contract && movedDifferences(contract, after.contract).map(inWords)).toEqual([]);
    expect(after.contract?.sources).toHaveLength(1);
    expect(commentsIn(made.text)).toEqual(expect.arrayContaining(commentsIn(load(location) as string)));
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual(
      before.findings.filter(({ severity }) => severity === 'error'),
    );
  });
});

describe.each(bundleFindingKinds.map(kind => [kind.code, kind] as const))('%s', (code, kind) => {
  const found = async (example: typeof kind.bad) => {
    const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
    return (await bundled(files)).findings.filter(finding => finding.code === code);
  };

  test('is found in its bad example and not in its good one', async () => {
    const [finding] = await found(kind.bad);
    expect(finding).toMatchObject({ code, severity: kind.severity });
    expect(finding?.message).not.toMatch(/\{\w+\}/);
    expect(await found(kind.good)).toEqual([]);
  });
});
