import { expect, test } from 'vitest';
import { readExample } from '../test-support.ts';
import { schemeOf, targetOf } from './location.ts';

const HEAD = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';
const withMessage = (reference: string, more = '') =>
  `${HEAD}channels:\n  placed:\n    address: placed\n    messages:\n      placed: { $ref: '${reference}' }\n${more}`;

test.each<[string, string, string, string | undefined]>([
  ['messages.yaml#/a', 'orders/asyncapi.yaml', 'orders/messages.yaml', '/a'],
  ['./messages.yaml', 'orders/asyncapi.yaml', 'orders/messages.yaml', ''],
  ['../shared/messages.yaml#/a~1b/c~0d', 'orders/asyncapi.yaml', 'shared/messages.yaml', '/a~1b/c~0d'],
  ['../../out.yaml', 'orders/asyncapi.yaml', '../out.yaml', ''],
  ['/shared/messages.yaml', 'orders/asyncapi.yaml', 'shared/messages.yaml', ''],
  ['#/channels/a%20b', 'a.yaml', 'a.yaml', '/channels/a b'],
  ['#/channels/a%2Fb', 'a.yaml', 'a.yaml', '/channels/a/b'],
  ['order%20placed.yaml', 'a.yaml', 'order placed.yaml', ''],
  ['order placed.yaml', 'a.yaml', 'order placed.yaml', ''],
  ['bestellungen-für-alle.yaml', 'a.yaml', 'bestellungen-für-alle.yaml', ''],
  ['100%.yaml', 'a.yaml', '100%.yaml', ''],
  ['#anchor', 'a.yaml', 'a.yaml', undefined],
  ['https://example.com/a%20b.yaml#/a', 'a.yaml', 'https://example.com/a%20b.yaml', '/a'],
  ['b.yaml#/b', 'https://example.com/specs/a.yaml', 'https://example.com/specs/b.yaml', '/b'],
  ['../b c.yaml', 'https://example.com/specs/a.yaml', 'https://example.com/b%20c.yaml', ''],
  ['//other.example.com/b.yaml', 'https://example.com/a.yaml', 'https://other.example.com/b.yaml', ''],
  ['http://[broken/b.yaml', 'a.yaml', 'http://[broken/b.yaml', ''],
  ['urn:example:orders', 'specs/a.yaml', 'urn:example:orders', ''],
])('`%s` in %s leads to %s', (reference, base, location, pointer) => {
  expect(targetOf(reference, base)).toEqual({ location, pointer });
});

test('a drive of Windows is no scheme', () => {
  expect(schemeOf('C:\\specs\\a.yaml')).toBeUndefined();
  expect(schemeOf('FILE:///a.yaml')).toBe('file');
});

test('references lead through the network when it is given, and on from there', async () => {
  const { contract, findings } = await readExample({
    'asyncapi.yaml': withMessage('https://example.com/shared/messages.yaml#/placed'),
    'https://example.com/shared/messages.yaml': 'placed: { payload: { $ref: "schemas/order.json" } }\n',
    'https://example.com/shared/schemas/order.json': '{ "type": "object" }',
  });
  expect(findings).toEqual([]);
  expect(contract?.schemas).toMatchObject([{ origin: { source: 'https://example.com/shared/schemas/order.json' } }]);
});

test('references lead into Avro, Protobuf, JSON and YAML files with blanks and accents in their names', async () => {
  const message = (format: string, file: string) =>
    `{ payload: { schemaFormat: '${format}', schema: { $ref: '${file}' } } }`;
  const { contract, findings } = await readExample({
    'asyncapi.yaml': `${HEAD}channels:
  placed:
    address: placed
    messages:
      avro: ${message('application/vnd.apache.avro;version=1.9.0', 'schémas/order placed.avsc')}
      proto: ${message('application/vnd.google.protobuf;version=3', 'order.proto')}
      json: { payload: { $ref: 'order.json#/definitions/order~1v1' } }
      yaml: { payload: { $ref: 'order.yaml' } }
`,
    'schémas/order placed.avsc': '{ "type": "record", "name": "Order", "fields": [] }',
    'order.proto': 'syntax = "proto3";\nmessage Order { string id = 1; }\n',
    'order.json': '{ "definitions": { "order/v1": { "type": "object" } } }',
    'order.yaml': 'type: object\n',
  });
  expect(findings).toEqual([]);
  expect(contract?.schemas.map(({ format }) => format)).toEqual(['avro', 'protobuf', 'asyncapi', 'asyncapi']);
});

test.each<[string, string, string, RegExp]>([
  ['other capitals', 'Messages.yaml', 'REFERENCE_FILE_MISSING', /Did you mean `messages\.yaml`\?/],
  ['a folder', 'shared/', 'REFERENCE_FILE_MISSING', /cannot be read/],
  ['separators of Windows', 'shared\\messages.yaml', 'REFERENCE_FILE_MISSING', /Write `\/` between folders/],
  ['a drive of Windows', 'C:\\specs\\messages.yaml', 'REFERENCE_FILE_MISSING', /Write `\/` between folders/],
  ['above the root', '../messages.yaml', 'REFERENCE_FILE_MISSING', /leads out of the folder/],
  ['a file address', 'file:///messages.yaml', 'REFERENCE_SCHEME', /a `file:` address/],
  ['a name that is no place', 'urn:example:orders', 'REFERENCE_SCHEME', /a `urn:` address/],
  ['the network', 'https://Example.com/a.yaml', 'REFERENCE_REMOTE', /--remote example\.com/],
  ['an address that is none', 'https://[broken/a.yaml', 'REFERENCE_REMOTE', /leads to the network/],
  ['a server that refuses', 'https://refused.invalid/a.yaml', 'REFERENCE_REMOTE_FAILED', /Nobody answers.*Check the/],
  ['a member in other capitals', 'messages.yaml#/Placed', 'REFERENCE_BROKEN', /Did you mean `placed`\?/],
  ['a fragment that is no pointer', 'messages.yaml#placed', 'REFERENCE_BROKEN', /starts with `#\/`/],
  ['into a text', 'messages.yaml#/placed/name/x', 'REFERENCE_BROKEN', /`name` has no members/],
])('a reference to %s says what is wrong', async (_, reference, code, words) => {
  const { findings } = await readExample({
    'asyncapi.yaml': withMessage(
      reference,
      "components: { messages: { placed: { $ref: 'messages.yaml#/placed' } } }\n",
    ),
    'messages.yaml': 'placed: { name: Placed }\n',
  });
  expect(findings.map(finding => finding.code)).toEqual([code]);
  expect(`${findings[0]?.message} ${findings[0]?.help}`).toMatch(words);
});

test('references that lead in a circle are named in their order', async () => {
  const { findings } = await readExample({
    'asyncapi.yaml': withMessage(
      '#/components/messages/a',
      `components:
  messages:
    a: { $ref: '#/components/messages/b' }
    b: { $ref: 'other.yaml#/c' }
`,
    ),
    'other.yaml': "c: { $ref: 'asyncapi.yaml#/components/messages/a' }\n",
  });
  const loop = findings.filter(({ code }) => code === 'REFERENCE_LOOP');
  expect(loop.map(({ message }) => message).join()).toMatch(
    /components\/messages\/a` → `.*components\/messages\/b` → `.*#\/c` → `.*components\/messages\/a`/,
  );
});

test('what stands beside a reference is told to be ignored', async () => {
  const { findings } = await readExample(
    withMessage('#/components/messages/a', 'components: { messages: { a: { name: A } } }\n').replace(
      "'#/components/messages/a' }",
      "'#/components/messages/a', summary: A }",
    ),
  );
  expect(findings.map(({ code }) => code)).toEqual(['GRAMMAR_REFERENCE_SIBLINGS']);
});

test('a broken file is told in that file, not at every reference to it', async () => {
  const { findings } = await readExample({ 'asyncapi.yaml': withMessage('m.yaml#/a'), 'm.yaml': '@\n' });
  expect(findings.map(({ code, origin }) => `${origin.source} ${code}`)).toEqual(['m.yaml SOURCE_CHARACTER_RESERVED']);
});
