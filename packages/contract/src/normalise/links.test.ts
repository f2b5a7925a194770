import { expect, test } from 'vitest';
import { readExample } from '../test-support.ts';

const head = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
`;
const message = (name: string, language: string, schema: string) => `      ${name}:
        payload:
          schemaFormat: ${language}
          schema: ${schema}
`;
const avro = (name: string, schema: string) => message(name, 'application/vnd.apache.avro;version=1.9.0', schema);
const proto = (name: string, schema: string) => message(name, 'application/vnd.google.protobuf;version=3', schema);
const record = (name: string, field: string) =>
  `{ type: record, name: ${name}, fields: [{ name: f, type: ${field} }] }`;

async function schemasOf(files: Readonly<Record<string, string>>) {
  const { contract, findings } = await readExample(files);
  const linked = contract?.schemas.map(({ id, imports, root }) => [id, imports ?? {}, ...(root ? [root] : [])]);
  return { contract, linked, errors: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code) };
}

test('an Avro type is found by name in other schemas and in components, which are used by that', async () => {
  const text = `${head}${avro('placed', record('shop.Placed', 'shop.Money'))}${avro('paid', '{ $ref: avro/paid.avsc }')}components:
  schemas:
    Amount: { schemaFormat: application/vnd.apache.avro, schema: ${record('shop.Money', 'shop.Currency')} }
    Code: { schemaFormat: application/vnd.apache.avro, schema: { $ref: avro/currency.avsc } }
    Forgotten: { schemaFormat: application/vnd.apache.avro, schema: ${record('shop.Old', 'int')} }
`;
  const { contract, linked, errors } = await schemasOf({
    'asyncapi.yaml': text,
    'avro/paid.avsc': JSON.stringify({
      type: 'record',
      name: 'shop.Paid',
      fields: [{ name: 'of', type: 'shop.Placed' }],
    }),
    'avro/currency.avsc': JSON.stringify({ type: 'enum', name: 'shop.Currency', symbols: ['EUR'] }),
  });
  expect(errors).toEqual([]);
  expect(linked).toEqual([
    ['placed.payload', { 'shop.Money': ['Amount'] }],
    ['paid', { 'shop.Placed': ['placed.payload'] }],
    ['Amount', { 'shop.Currency': ['currency'] }],
    ['currency', {}],
  ]);
  expect(contract?.unused.map(({ pointer }) => pointer)).toEqual(['/components/schemas/Forgotten']);
});

test('every schema that defines an Avro type is named', async () => {
  const { linked } = await schemasOf({
    'asyncapi.yaml':
      head + avro('a', record('A', 'T')) + avro('b', record('T', 'int')) + avro('c', record('T', 'string')),
  });
  expect(linked?.[0]).toEqual(['a.payload', { T: ['b.payload', 'c.payload'] }]);
});

const order =
  'syntax = "proto3"; import "common/money.proto"; import "google/protobuf/any.proto"; message Order { common.Money total = 1; }';
const money = 'syntax = "proto3"; package common; import "currency.proto"; message Money { Currency currency = 1; }';
const currency = 'syntax = "proto3"; package common; enum Currency { NONE = 0; }';

test('a Protobuf import is looked for beside the file, around it, and from the document', async () => {
  const files = {
    'api/asyncapi.yaml': head + proto('order', "{ $ref: '../proto/shop/order.proto' }"),
    'proto/shop/order.proto': order,
    'proto/common/money.proto': money,
    'api/currency.proto': currency,
    'currency.proto': 'never asked for: something nearer is there',
    'proto/common/currency.proto': currency,
  };
  const { contract, linked, errors } = await schemasOf(files);
  expect(errors).toEqual([]);
  expect(linked).toEqual([
    ['order', { 'common/money.proto': ['money'] }],
    ['money', { 'currency.proto': ['currency'] }],
    ['currency', {}],
  ]);
  expect(contract?.sources.map(({ location }) => location)).toEqual([
    'api/asyncapi.yaml',
    'proto/shop/order.proto',
    'proto/common/money.proto',
    'proto/common/currency.proto',
  ]);
});

test('text that stands in the document imports from where the document is', async () => {
  const inline = `${head}${proto('order', '|')}            ${order}\n`;
  const { linked } = await schemasOf({ 'api/asyncapi.yaml': inline, 'api/common/money.proto': money });
  expect(linked).toEqual([
    ['order.payload', { 'common/money.proto': ['money'] }],
    ['money', {}],
  ]);
});

test('of several messages the one is meant that the message, the reference or the component is named like', async () => {
  const two =
    'syntax = "proto3"; package shop; message OrderPlaced { string id = 1; } message OrderPaid { string id = 1; }';
  const text =
    head +
    proto('orderPlaced', '{ $ref: shop.proto }') +
    proto('other', "{ $ref: 'shop.proto#/OrderPaid' }") +
    proto('third', '{ $ref: shop.proto }');
  const { linked, errors } = await schemasOf({ 'asyncapi.yaml': text, 'shop.proto': two });
  expect(errors).toEqual([]);
  expect(linked).toEqual([
    ['OrderPlaced', {}, 'shop.OrderPlaced'],
    ['OrderPaid', {}, 'shop.OrderPaid'],
    ['shop', {}],
  ]);
});

test('files that import each other are read once, and missing ones are remembered', async () => {
  const asked: string[] = [];
  const files: Record<string, string> = {
    'asyncapi.yaml': head + proto('a', '{ $ref: a.proto }'),
    'a.proto': 'syntax = "proto3"; import "b.proto"; import "gone.proto"; message A { B b = 1; }',
    'b.proto': 'syntax = "proto3"; import "a.proto"; message B {}',
  };
  const { readText } = await import('../read.ts');
  const { contract } = await readText('asyncapi.yaml', files['asyncapi.yaml'] as string, location => {
    asked.push(location);
    return files[location];
  });
  expect(asked.sort()).toEqual(['a.proto', 'b.proto', 'gone.proto']);
  expect(contract?.schemas.map(({ id, imports }) => [id, imports])).toEqual([
    ['a', { 'b.proto': ['b'] }],
    ['b', { 'a.proto': ['a'] }],
  ]);
});

test('a place inside text is one of the file, where the text is a block or a file of its own', async () => {
  const inside = { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } };
  const block = `${head}${proto('a', '|  # text')}            syntax = "proto3";\n              foo\n`;
  const { locate } = await readExample({ 'asyncapi.yaml': block });
  const pointer = '/channels/orders/messages/a/payload/schema';
  expect(locate({ source: 'asyncapi.yaml', pointer, inside })).toEqual({
    start: { line: 12, column: 15 },
    end: { line: 12, column: 18 },
  });
  const quoted = await readExample({ 'asyncapi.yaml': head + proto('a', '"syntax\\n  foo"') });
  expect(quoted.locate({ source: 'asyncapi.yaml', pointer, inside })?.start).toEqual({ line: 10, column: 19 });
  const file = await readExample({
    'asyncapi.yaml': head + proto('a', '{ $ref: a.proto }'),
    'a.proto': 'syntax\n  foo',
  });
  expect(file.locate({ source: 'a.proto', pointer: '', inside })).toEqual(inside);
});
