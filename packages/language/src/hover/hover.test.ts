import { relate } from '@portolan/chart';
import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { corpusTexts } from '../corpus.test-support.ts';
import { filesOf, marked } from '../marked.test-support.ts';
import { positionAt } from '../positions.ts';
import { hover } from './hover.ts';

const head = 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';

function said(texts: string | Record<string, string>): string | undefined {
  const { files, location, position } = marked(texts);
  return (hover(files, location, position)?.contents as { value: string } | undefined)?.value;
}

test('what a member means, since when, and where the specification says so', () => {
  expect(said(`${head}operations:\n  s:\n    act‸ion: send\n`)).toBe(
    '**`action` of Operation** (required, `send` or `receive`)\n\nWhether the application sends or receives.\n\n[Specification](https://www.asyncapi.com/docs/reference/specification/v3.1.0#operationObject)',
  );
  expect(said('asyncapi: 2.6.0\nchannels:\n  o:\n    ser‸vers: []\n')).toContain('since 2.2');
  expect(said(`${head}channels:\n  o:\n    bindings:\n      kafka:\n        partit‸ions: 3\n`)).toContain(
    'bindings/blob/master/kafka/README.md#channel',
  );
});

test('what a reference leads to, as a tree, through other files', () => {
  const files = {
    'asyncapi.yaml': `${head}components:\n  messages:\n    m:\n      payload:\n        $ref: 'common.yaml#/Or‸der'\n`,
    'common.yaml':
      "Order:\n  description: What somebody buys.\n  type: object\n  required: [id]\n  properties:\n    id: {type: string, format: uuid}\n    total: {$ref: '#/Money'}\n    parts: {type: array, items: {$ref: '#/Order'}}\nMoney:\n  type: object\n  properties:\n    currency: {type: string, enum: [EUR, USD]}\n",
  };
  expect(said(files)).toBe(
    '**Order**\n\nWhat somebody buys.\n\n---\n\n```text\nOrder: object\n  id*: string (uuid)\n  total: object\n    currency: string = "EUR" | "USD"\n  parts: list of object (again)\n```',
  );
});

test('the payload of a message where it is named, and the language of an Avro schema', () => {
  const text = `${head}channels:\n  o:\n    messages:\n      m: {$ref: '#/components/messages/pla‸ced'}\ncomponents:\n  messages:\n    placed:\n      summary: An order was placed.\n      payload:\n        schemaFormat: application/vnd.apache.avro;version=1.9.0\n        schema:\n          type: record\n          name: Placed\n          fields: [{name: id, type: string}]\n`;
  expect(said(text)).toContain('An order was placed.');
  expect(said(text)).toContain('id*: string');
});

test('who sends and receives on a channel', async () => {
  const text = `${head}channels:\n  or‸ders:\n    address: orders\n    messages: {m: {payload: {type: string}}}\noperations:\n  s:\n    action: send\n    channel: {$ref: '#/channels/orders'}\n`;
  const { files, location, position, text: plain } = marked(text);
  const { contract } = await readText(location, plain, () => undefined);
  if (!contract) throw new Error('no contract');
  const chart = relate([{ id: location, source: 'workspace', path: location, contract }]);
  expect(hover(files, location, position, chart)?.contents).toMatchObject({
    value: expect.stringContaining('Senders: Orders\n\nReceivers: none'),
  });
});

test('nothing where nothing stands', () => {
  expect(said(`${head}# com‸ment\n`)).toBeUndefined();
  expect(said(`${head}x-mine: any‸thing\n`)).toBeUndefined();
});

test('at no position of the examples does anything throw', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  for (const [n, { location, text }] of texts.entries()) {
    for (let offset = n % 41; offset <= text.length; offset += 41) {
      const found = hover(files, location, positionAt({ text }, offset));
      if (found) expect((found.contents as { value: string }).value).not.toMatch(/undefined|\[object/);
    }
  }
});
