import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { lint, rules } from '../index.ts';

/** More documents that look as if a rule applied, and must not be told so; each beside one where it does. */

async function codesOf(rest: string): Promise<string[]> {
  const text = `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  if (!contract) throw new Error('the document cannot be read');
  return (await lint(contract, rules)).map(({ code }) => code);
}

const message = (members: string) => `channels: { a: { messages: { m: { ${members} } } } }\n`;
const payload = (schema: string) => message(`payload: ${schema}`);
const described = (text: string) => `channels:\n  a:\n    description: |\n      ${text.replaceAll('\n', '\n      ')}\n`;
const onKafka = (channel: string) =>
  `servers: { s: { host: kafka.example.com, protocol: kafka-secure } }\nchannels: { a: ${channel} }\n`;
const event = (type: string, members: string) =>
  message(`contentType: ${type}, payload: { type: object, properties: { ${members} } }`);

test.each([
  [
    'DOCUMENT_MARKDOWN_UNSAFE',
    'code is shown and not run',
    described('`<script>` is how it begins.'),
    described('<script>alert(1)</script>'),
  ],
  [
    'DOCUMENT_MARKDOWN_UNSAFE',
    'a block of code',
    described('```\n<iframe src="a">\n```'),
    described('<iframe src="a">'),
  ],
  [
    'DOCUMENT_MARKDOWN_UNSAFE',
    'a link to a page',
    described('[a](https://example.com)'),
    described('[a](javascript:alert(1))'),
  ],
  [
    'CHANNEL_KAFKA_TOPIC',
    'parts that are not known yet',
    onKafka("{ address: 'orders.{region}', parameters: { region: {} } }"),
    onKafka('{ address: orders/placed }'),
  ],
  [
    'CHANNEL_KAFKA_TOPIC',
    'the binding names the topic',
    onKafka('{ address: orders/placed, bindings: { kafka: { topic: orders } } }'),
    onKafka('{ address: a, bindings: { kafka: { topic: a b } } }'),
  ],
  [
    'SCHEMA_KEYWORD_FOREIGN',
    'keywords of one of several types',
    payload('{ type: [string, "null"], maxLength: 3 }'),
    payload('{ type: integer, maxLength: 3 }'),
  ],
  [
    'SCHEMA_KEYWORD_FOREIGN',
    'no type at all',
    payload('{ maxLength: 3 }'),
    payload('{ type: [object, array], maxLength: 3 }'),
  ],
  [
    'SCHEMA_RANGE_EMPTY',
    'exactly one value fits',
    payload('{ type: integer, minimum: 3, maximum: 3 }'),
    payload('{ type: integer, minimum: 3, exclusiveMaximum: 3 }'),
  ],
  [
    'SCHEMA_ENUM_DUPLICATE',
    'a number and its text',
    payload('{ enum: [1, "1"] }'),
    payload('{ enum: [{ a: 1, b: 2 }, { b: 2, a: 1 }] }'),
  ],
  [
    'MESSAGE_CORRELATION_UNDEFINED',
    'a schema that says nothing of members',
    message('correlationId: { location: $message.header#/id }, headers: { type: object }'),
    message('correlationId: { location: $message.header#/id }, headers: { type: object, properties: { other: {} } }'),
  ],
  [
    'MESSAGE_CORRELATION_UNDEFINED',
    'no schema at all',
    message('correlationId: { location: $message.header#/id }'),
    message(
      'correlationId: { location: $message.payload#/a/b }, payload: { type: object, properties: { a: { type: object, properties: { c: {} } } } }',
    ),
  ],
  [
    'MESSAGE_CLOUDEVENTS_CONTENT_TYPE',
    'an object with an id and a type',
    event('application/json', 'id: {}, type: {}'),
    event('application/json', 'specversion: {}, id: {}, type: {}'),
  ],
  [
    'MESSAGE_CLOUDEVENTS_SPECVERSION',
    'a text of any value',
    event('application/cloudevents+json', 'specversion: { type: string }'),
    event('application/cloudevents+json', 'specversion: { const: "0.3" }'),
  ],
  [
    'MESSAGE_HEADERS_TYPE',
    'a map of texts',
    message('headers: { additionalProperties: { type: string } }'),
    message('headers: true'),
  ],
  [
    'CHANNEL_ADDRESS_MIXED',
    'one of each',
    'channels: { a: { address: x.y }, b: { address: x/y } }\n',
    'channels: { a: { address: x.y }, b: { address: x.z }, c: { address: x/y } }\n',
  ],
])('%s: %s', async (code, _, silent, told) => {
  expect(await codesOf(silent)).not.toContain(code);
  expect(await codesOf(told)).toContain(code);
});
