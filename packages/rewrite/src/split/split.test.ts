import { type ReadResult, readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { bundle } from '../bundle/bundle.ts';
import { commentsIn, examples, load, official } from '../documents.test-support.ts';
import { inWords } from '../facts/differences.ts';
import { movedDifferences } from '../facts/same.ts';
import { split } from './split.ts';

function changed(before: ReadResult, after: ReadResult): string[] {
  if (!before.contract || !after.contract) throw new Error('is no document');
  return movedDifferences(before.contract, after.contract).map(inWords);
}

/** A document taken apart, as texts by location, and what reading says differently. */
async function apart(text: string, location = 'orders.yaml') {
  const files = split(text, { location, folder: 'out' });
  const texts = Object.fromEntries(files.map(file => [file.location, file.text]));
  const before = await readText(location, text, () => undefined);
  const [entry] = files;
  if (!entry) throw new Error('there is no entry');
  const after = await readText(entry.location, entry.text, name => texts[name]);
  return { texts, changed: changed(before, after), after };
}

test('each thing gets a file of its own, and takes its comments along', async () => {
  const { texts, changed, after } = await apart(`# The shop.
asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  # Where orders are told.
  orders:
    address: orders.placed
    messages:
      placed: { $ref: '#/components/messages/placed' }
operations:
  sendPlaced:
    action: send
    channel: { $ref: '#/channels/orders' }
    messages: [{ $ref: '#/channels/orders/messages/placed' }]
components:
  # Everything that is told.
  messages:
    # An order was placed.
    placed: # by a customer
      payload: { $ref: '#/components/schemas/order' }
      correlationId: { $ref: '#/components/correlationIds/id' }
  schemas:
    order:
      type: object
      properties:
        parent: { $ref: '#/components/schemas/order' } # itself
    unused: { type: string }
  correlationIds:
    id: { location: $message.header#/id }
`);
  expect(changed).toEqual([]);
  expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(texts).toEqual({
    'out/orders.yaml': `# The shop.
asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  # Where orders are told.
  orders: { $ref: './channels/orders.yaml' }
operations:
  sendPlaced: { $ref: './operations/sendPlaced.yaml' }
components:
  schemas:
    unused: { $ref: './schemas/unused.yaml' }
  correlationIds:
    id: { location: $message.header#/id }
# Everything that is told.
`,
    'out/channels/orders.yaml': `address: orders.placed
messages:
  placed: { $ref: '../messages/placed.yaml' }
`,
    'out/operations/sendPlaced.yaml': `action: send
channel: { $ref: '../orders.yaml#/channels/orders' }
messages: [{ $ref: '../orders.yaml#/channels/orders/messages/placed' }]
`,
    'out/messages/placed.yaml': `# An order was placed.
# by a customer
payload: { $ref: '../schemas/order.yaml' }
correlationId: { $ref: '../orders.yaml#/components/correlationIds/id' }
`,
    'out/schemas/order.yaml': `type: object
properties:
  parent: { $ref: '#' } # itself
`,
    'out/schemas/unused.yaml': 'type: string\n',
  });
});

test('addresses become names that every system allows; JSON stays JSON', async () => {
  const { texts, changed } = await apart(
    JSON.stringify({
      asyncapi: '2.6.0',
      info: { title: 'Orders', version: '1.0.0' },
      channels: {
        'orders/{id}': { publish: { message: { $ref: '#/components/messages/a' } } },
        'Orders/{id}': { subscribe: { message: { $ref: '#/channels/orders~1%7Bid%7D/publish/message' } } },
      },
      components: { messages: { a: { messageId: 'other', payload: true } } },
    }),
    'orders.json',
  );
  expect(changed).toEqual([]);
  expect(Object.keys(texts)).toEqual([
    'out/orders.json',
    'out/channels/orders-id.json',
    'out/channels/Orders-id-2.json',
    'out/messages/a.json',
  ]);
});

test('what refers to other files still does, and only what is asked for is taken out', () => {
  const text = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  a: { address: a, messages: { m: { payload: { $ref: './schemas/a.yaml' } } } }
components:
  schemas: { b: { type: array, items: { $ref: './schemas/a.yaml#/items' } } }
`;
  const [entry, ...files] = split(text, { location: 'specs/orders.yaml', folder: 'out', kinds: ['schemas'] });
  expect(entry?.text).toContain("payload: { $ref: '../specs/schemas/a.yaml' }");
  expect(files).toEqual([
    { location: 'out/schemas/b.yaml', text: "type: array\nitems: { $ref: '../../specs/schemas/a.yaml#/items' }\n" },
  ]);
});

test('things that only refer to each other are not lost', async () => {
  const { texts, changed } = await apart(`asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-base: &base { type: array }
components:
  schemas:
    a: { <<: *base, items: { $ref: '#/components/schemas/b' } }
    b: { <<: *base, items: { $ref: '#/components/schemas/a' } }
`);
  expect(changed).toEqual([]);
  expect(texts['out/orders.yaml']).toContain("b: { $ref: './schemas/b.yaml' }");
});

test('a document without channels keeps its list, and Avro types stay where everybody knows their names', async () => {
  const { texts, changed } = await apart(`asyncapi: 3.1.0
info: { title: Shared, version: 1.0.0 }
components:
  messages:
    b: { payload: { $ref: '#/components/schemas/whole' } }
    a: { payload: { $ref: '#/components/schemas/text' } }
  schemas:
    text: { type: string }
    whole:
      schemaFormat: application/vnd.apache.avro;version=1.9.0
      schema: { type: record, name: Whole, fields: [{ name: part, type: Part }] }
    part:
      schemaFormat: application/vnd.apache.avro;version=1.9.0
      schema: { type: enum, name: Part, symbols: [X] }
`);
  expect(changed).toEqual([]);
  expect(Object.keys(texts)).toEqual([
    'out/orders.yaml',
    'out/messages/b.yaml',
    'out/messages/a.yaml',
    'out/schemas/text.yaml',
  ]);
  expect(texts['out/orders.yaml']).toContain("text: { $ref: './schemas/text.yaml' }");
});

test('what is no document is refused', () => {
  expect(() => split('type: object\n', { folder: '' })).toThrow(
    expect.objectContaining({ code: 'REWRITE_NOT_ASYNCAPI' }),
  );
});

describe.each([...examples, ...official])('%s', location => {
  const text = load(location) as string;

  test('says the same in many files, and again in one', async () => {
    const before = await readText(location, text, load);
    const files = split(text, { location, folder: 'somewhere/else' });
    const texts = new Map(files.map(file => [file.location, file.text]));
    const [entry] = files;
    if (!entry) throw new Error('there is no entry');
    const after = await readText(entry.location, entry.text, name => texts.get(name) ?? load(name));
    expect(changed(before, after)).toEqual([]);
    expect(after.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
      before.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    );
    expect(files.flatMap(file => commentsIn(file.text)).sort()).toEqual(commentsIn(text).sort());
    const whole = bundle(entry.text, {
      location: entry.location,
      files: after.files,
      ...(after.contract && { contract: after.contract }),
    });
    expect(changed(before, await readText(location, whole.text, () => undefined))).toEqual([]);
  });
});
