import { expect, test } from 'vitest';
import { corpusTexts } from '../corpus.test-support.ts';
import { filesOf, marked } from '../marked.test-support.ts';
import { offsetAt, positionAt } from '../positions.ts';
import { definition } from './definition.ts';
import { references } from './uses.ts';

const head = 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';
const v2 = head.replace('3.1.0', '2.6.0');

/** Where a definition leads: file and the line that it is on. */
function leadsTo(texts: string | Record<string, string>): string[] {
  const { files, location, position } = marked(texts);
  return definition(files, location, position).map(({ targetUri, targetSelectionRange: { start } }) => {
    const target = targetUri.replace('file:///', '');
    return `${target}: ${files.text(target)?.split('\n')[start.line]?.trim()}`;
  });
}

/** What names the thing at the mark: file and the line of each place. */
function usedAt(texts: string | Record<string, string>, declared = false): string[] {
  const { files, location, position } = marked(texts);
  return references(files, location, position, declared).map(({ uri, range: { start } }) => {
    const target = uri.replace('file:///', '');
    return `${target}: ${files.text(target)?.split('\n')[start.line]?.trim()}`;
  });
}

test('a reference leads to the thing, and on through references to its end', () => {
  const text = `${head}channels:\n  a:\n    messages:\n      m:\n        $ref: '#/components/messages/m'\noperations:\n  s:\n    action: send\n    channel: {$ref: '#/channels/a'}\n    messages: [{$ref: '#/channels/a/messages/m‸'}]\ncomponents:\n  messages:\n    m:\n      name: placed\n`;
  expect(leadsTo(text)).toEqual(['asyncapi.yaml: m:', 'asyncapi.yaml: m:']);
});

test('a reference leads into other files, and through a file that only refers on', () => {
  const files = {
    'orders/asyncapi.yaml': `${head}components:\n  schemas:\n    A:\n      $ref: '../common.yaml#/M‸oney'\n`,
    'common.yaml': "Money:\n  $ref: 'money/money.yaml'\n",
    'money/money.yaml': 'type: object\n',
  };
  expect(leadsTo(files)).toEqual(['common.yaml: Money:', 'money/money.yaml: type: object']);
  const through = {
    'asyncapi.yaml': `${head}channels:\n  a:\n    $ref: 'channels.yaml#/a'\noperations:\n  s:\n    messages:\n      - $ref: '#/channels/a/messages/m‸'\n`,
    'channels.yaml': 'a:\n  messages:\n    m:\n      name: placed\n',
  };
  expect(leadsTo(through)).toEqual(['channels.yaml: m:']);
});

test('a reference into a file that is no YAML leads to the file', () => {
  const files = {
    'asyncapi.yaml': `${head}components:\n  schemas:\n    A:\n      $ref: 'a.proto‸'\n`,
    'a.proto': 'syntax = "proto3";',
  };
  expect(leadsTo(files)).toEqual(['a.proto: syntax = "proto3";']);
});

test('a broken reference leads nowhere, and one in a circle ends', () => {
  expect(leadsTo(`${head}components:\n  schemas:\n    A: {$ref: '#/components/schemas/X‸'}\n`)).toEqual([]);
  expect(
    leadsTo(
      `${head}components:\n  schemas:\n    A: {$ref: '#/components/schemas/B‸'}\n    B: {$ref: '#/components/schemas/A'}\n`,
    ),
  ).toHaveLength(1);
});

test('names that are no references lead to what they name', () => {
  const schemes = 'components:\n  securitySchemes:\n    user: {type: plain}\n';
  expect(leadsTo(`${v2}servers:\n  a:\n    security:\n      - us‸er: []\n${schemes}`)).toEqual([
    'asyncapi.yaml: user: {type: plain}',
  ]);
  expect(leadsTo(`${head}channels:\n  a:\n    address: orders.{reg‸ion}\n    parameters:\n      region: {}\n`)).toEqual(
    ['asyncapi.yaml: region: {}'],
  );
  expect(leadsTo(`${v2}channels:\n  orders/{id‸}:\n    parameters:\n      id: {}\n`)).toEqual([
    'asyncapi.yaml: id: {}',
  ]);
  expect(
    leadsTo(
      `${head}components:\n  schemas:\n    A:\n      required: [id‸]\n      properties:\n        id: {type: string}\n`,
    ),
  ).toEqual(['asyncapi.yaml: id: {type: string}']);
  expect(leadsTo(`${v2}servers:\n  a: {url: x}\nchannels:\n  o:\n    servers: [a‸]\n`)).toEqual([
    'asyncapi.yaml: a: {url: x}',
  ]);
  expect(
    leadsTo(`${head}servers:\n  a:\n    host: '{region‸}.example.com'\n    variables:\n      region: {}\n`),
  ).toEqual(['asyncapi.yaml: region: {}']);
});

test('everything that refers to a thing or through it, in all files', () => {
  const files = {
    'a.yaml': `${head}channels:\n  orders‸:\n    messages:\n      m: {}\noperations:\n  s:\n    channel:\n      $ref: '#/channels/orders'\n    messages:\n      - $ref: '#/channels/orders/messages/m'\n`,
    'b.yaml': `${head}channels:\n  mine:\n    $ref: 'a.yaml#/channels/orders'\n`,
  };
  expect(usedAt(files)).toEqual([
    "a.yaml: $ref: '#/channels/orders'",
    "a.yaml: - $ref: '#/channels/orders/messages/m'",
    "b.yaml: $ref: 'a.yaml#/channels/orders'",
  ]);
  expect(usedAt(files, true)).toHaveLength(4);
});

test('a property is named as required and by the discriminator, a scheme by requirements', () => {
  const schema = `${head}components:\n  schemas:\n    A:\n      discriminator: kind\n      required: [kind]\n      properties:\n        kind‸: {type: string}\n`;
  expect(usedAt(schema)).toEqual(['asyncapi.yaml: required: [kind]', 'asyncapi.yaml: discriminator: kind']);
  const scheme = `${v2}servers:\n  a:\n    security:\n      - user: []\ncomponents:\n  securitySchemes:\n    user‸: {type: plain}\n`;
  expect(usedAt(scheme)).toEqual(['asyncapi.yaml: - user: []']);
});

test('in the examples, each reference leads somewhere, and where it leads it is found again', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  let followed = 0;
  for (const { location, text } of texts) {
    for (const match of text.matchAll(/\$ref"?: ["']?([^"'\s}]+)/g)) {
      if (/\.(avsc|proto)/.test(match[1] as string)) continue;
      const position = positionAt({ text }, match.index + match[0].length - 1);
      const [first] = definition(files, location, position);
      expect(first, `${location}: ${match[1]}`).toBeDefined();
      followed++;
      if (followed % 10 !== 0 || !first) continue;
      const target = first.targetUri.replace('file:///', '');
      const back = references(files, target, first.targetSelectionRange.start, false);
      const there = back.some(
        ({ uri, range }) => uri.endsWith(location) && offsetAt({ text }, range.end) >= match.index,
      );
      expect(there, `${location}: ${match[1]}`).toBe(true);
    }
  }
  expect(followed).toBeGreaterThan(100);
});

test('at no position of the examples does a definition throw', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  for (const [n, { location, text }] of texts.entries()) {
    for (let offset = n % 41; offset <= text.length; offset += 41) {
      const links = definition(files, location, positionAt({ text }, offset));
      for (const { targetUri } of links) expect(files.locations).toContain(targetUri.replace('file:///', ''));
    }
  }
});
