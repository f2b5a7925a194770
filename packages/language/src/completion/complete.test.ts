import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { corpusTexts } from '../corpus.test-support.ts';
import { edited, filesOf, marked } from '../marked.test-support.ts';
import { offsetAt, positionAt } from '../positions.ts';
import { complete } from './complete.ts';

/** What is offered at the mark, in the order in which editors show it. */
function offered(texts: string | Record<string, string>): string[] {
  const { files, location, position } = marked(texts);
  const items = complete(files, location, position, { snippets: false });
  return items.toSorted((a, b) => ((a.sortText as string) < (b.sortText as string) ? -1 : 1)).map(({ label }) => label);
}

/** The text after an offer was taken at the mark; stops of snippets stay as they are. */
function taken(texts: string | Record<string, string>, label: string, snippets = false): string {
  const { files, location, position, text } = marked(texts);
  const item = complete(files, location, position, { snippets }).find(known => known.label === label);
  expect(item, `${label} is offered`).toBeDefined();
  return edited(text, [item?.textEdit as TextEdit]);
}

const head = 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';
const v2 = 'asyncapi: 2.6.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';

const orders = `${head}servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
channels:
  orders:
    address: orders.{region}
    messages:
      placed:
        $ref: '#/components/messages/placed'
  payments:
    address: payments
operations:
  sendPlaced:
    action: send
    channel:
      $ref: '#/channels/orders'
    messages:
      - $ref: 'REF'
components:
  messages:
    placed:
      summary: An order was placed.
  schemas:
    Order:
      type: object
      required: [REQUIRED]
      properties:
        id: { type: string }
        total: { type: number }
`.replace('REQUIRED', 'id, ');

test('the members of an object that it does not have yet, those that it must have first', () => {
  expect(offered(`${head}operations:\n  send:\n    ‸\n`).slice(0, 2)).toEqual(['action', 'channel']);
  expect(offered(`${head}operations:\n  send:\n    action: send\n    ‸\n`)).not.toContain('action');
  expect(offered(`${v2}channels:\n  orders:\n    ‸\n`)).toEqual(expect.arrayContaining(['publish', 'subscribe']));
  expect(offered(`${head}channels:\n  orders:\n    ‸\n`)).not.toContain('publish');
});

test('a file that is empty begins with its version', () => {
  expect(offered('‸')[0]).toBe('asyncapi');
  expect(offered('asyncapi: ‸')[0]).toBe('3.1.0');
  expect(taken('asy‸', 'asyncapi')).toBe('asyncapi: ');
});

test('half a word among members that are damaged themselves', () => {
  const text = `${head}channels:\n  orders:\n    addr: "x\n    mess‸\n    title: a\noperations:\n  [`;
  expect(offered(text)).toEqual(expect.arrayContaining(['messages', 'address']));
  expect(taken(text, 'messages')).toContain('\n    messages:\n    title: a\n');
});

test('a member is written with what it must have; editors put in the indentation of the line', () => {
  expect(taken(`${head}operations:\n  send:\n    ‸\n`, 'channel', true)).toContain("    channel:\n  \\$ref: '$1'\n");
  expect(taken(`${head}operations:\n  send:\n    ‸\n`, 'action', true)).toContain('    action: ${1|send,receive|}\n');
  expect(taken('asyncapi: 3.1.0\n‸\n', 'info', true)).toContain('info:\n  title: $1\n  version: $2\n');
  expect(taken(`${head}channels:\n  a:\n    ‸\n`, 'tags', true)).toContain('    tags:\n  - name: $1\n');
});

test('the name of a member that has a value already is only its name', () => {
  expect(taken(`${head}channels:\n  orders:\n    addr‸: a\n`, 'address')).toContain('\n    address: a\n');
});

test('between braces and in JSON', () => {
  expect(taken(`${head}channels: { orders: { ‸ } }\n`, 'address')).toContain('{ address:  }');
  const json =
    '{\n  "asyncapi": "3.1.0",\n  "operations": {\n    "send": {\n      "action": "send",\n      "ch‸\n    }\n  }\n}\n';
  expect(offered(json)).toContain('channel');
  expect(taken(json, 'channel')).toContain('      "channel": \n    }');
  expect(taken(json.replace('"ch‸', '"ch‸"'), 'channel', true)).toContain('"channel": { "\\$ref": "$1" }');
  expect(offered('{"asyncapi": "3.1.0", "operations": {"a": {"action": "‸"}}}')).toEqual(['send', 'receive']);
});

test('values that are words of the grammar', () => {
  expect(offered(`${head}operations:\n  send:\n    action: ‸\n`)).toEqual(['send', 'receive']);
  expect(offered(`${head}components:\n  schemas:\n    A:\n      type: ‸\n`)).toContain('integer');
  expect(offered(`${head}components:\n  schemas:\n    A:\n      type: [string, ‸]\n`)).toContain('null');
  expect(offered(`${head}components:\n  schemas:\n    A:\n      uniqueItems: ‸\n`)).toEqual(['false', 'true']);
  expect(offered(`${head}components:\n  schemas:\n    A:\n      format: ‸\n`)).toContain('date-time');
  expect(offered(`${head}servers:\n  a:\n    protocol: ka‸\n`)).toContain('kafka');
  expect(offered(`${head}defaultContentType: ‸\n`)).toContain('application/json');
  expect(offered(`${head}components:\n  securitySchemes:\n    a:\n      type: ‸\n`)).toContain('scramSha256');
  expect(offered(`${v2}components:\n  messages:\n    a:\n      schemaFormat: ‸\n`)).toContain(
    'application/vnd.aai.asyncapi+json;version=2.6.0',
  );
});

test('protocols, the fields of their bindings, and the versions of these', () => {
  const bindings = (rest: string) => `${head}channels:\n  orders:\n    bindings:\n      ${rest}`;
  expect(offered(bindings('‸\n'))).toContain('kafka');
  expect(offered(bindings('kafka:\n        ‸\n'))).toEqual(expect.arrayContaining(['topic', 'partitions']));
  expect(offered(bindings('kafka:\n        bindingVersion: ‸\n'))[0]).toBe('0.5.0');
});

test('references that 3.x demands, and no others there', () => {
  expect(offered(orders.replace("'REF'", "'‸'"))).toEqual(['#/channels/orders/messages/placed']);
  expect(offered(orders.replace("'#/channels/orders'", '‸'))).toEqual(['#/channels/orders', '#/channels/payments']);
  expect(taken(orders.replace("'#/channels/orders'", '‸'), '#/channels/payments')).toContain(
    "$ref: '#/channels/payments'\n",
  );
  expect(offered(`${orders}`.replace('address: payments', "servers:\n      - $ref: '‸'"))).toEqual([
    '#/servers/production',
  ]);
});

test('references to components of the right kind', () => {
  const payload = `${orders}  `.replace('summary: An order was placed.', "payload:\n        $ref: '#/‸'");
  expect(offered(payload)).toEqual(['#/components/schemas/Order']);
  expect(taken(payload, '#/components/schemas/Order')).toContain("$ref: '#/components/schemas/Order'");
});

test('references into files beside, and between the things of a part', () => {
  const files = {
    'orders/asyncapi.yaml': `${head}components:\n  messages:\n    a:\n      payload:\n        $ref: ‸\n    b:\n      payload:\n        $ref: '../common.yaml#/Money'\n`,
    'common.yaml': 'Money:\n  type: object\nAddress:\n  type: object\n',
  };
  expect(offered(files)).toEqual(['../common.yaml#/Money', '../common.yaml']);
  const named = files['orders/asyncapi.yaml'].replace('$ref: ‸', "$ref: '../common.yaml#‸'");
  expect(offered({ ...files, 'orders/asyncapi.yaml': named })).toContain('../common.yaml#/Address');
  const part = 'Money:\n  type: object\n  properties:\n    currency:\n      $ref: ‸\nCurrency:\n  type: string\n';
  expect(
    offered({ 'a.yaml': files['orders/asyncapi.yaml'].replace('‸', '').replace('../', ''), 'common.yaml': part }),
  ).toEqual(expect.arrayContaining(['#/Currency']));
});

test('a part is completed as what refers to it wants it', () => {
  const files = {
    'asyncapi.yaml': `${head}channels:\n  orders:\n    $ref: 'channels.yaml#/orders'\n`,
    'channels.yaml': 'orders:\n  ‸\n',
  };
  expect(offered(files)).toContain('address');
});

test('names that stand elsewhere in the document', () => {
  expect(offered(`${head}channels:\n  o:\n    address: orders.{region}.{id}\n    parameters:\n      ‸\n`)).toEqual(
    ['id', 'region', '$ref'].filter(name => name !== '$ref'),
  );
  expect(offered(`${v2}channels:\n  orders/{id}:\n    parameters:\n      ‸\n`)).toEqual(['id']);
  expect(
    offered(
      `${v2}servers:\n  a:\n    security:\n      - ‸\ncomponents:\n  securitySchemes:\n    user: {type: plain}\n`,
    ),
  ).toEqual(['user']);
  expect(offered(orders.replace('id, ', 'id, ‸'))).toEqual(['total']);
  expect(offered(`${v2}servers:\n  a: {url: x, protocol: kafka}\nchannels:\n  o:\n    servers: [‸]\n`)).toEqual(['a']);
  const address = `${head}channels:\n  o:\n    address: orders.‸\n    parameters:\n      region: {}\n`;
  expect(taken(address, 'orders.{region}')).toContain("address: 'orders.{region}'\n");
  const reply = `${head}components:\n  messages:\n    a:\n      headers:\n        properties:\n          traceId: {type: string}\n      correlationId:\n        location: ‸\n`;
  expect(offered(reply)).toEqual(['$message.header#/traceId']);
});

test('items of lists', () => {
  expect(offered(orders.replace('address: payments', 'servers:\n      ‸'))).toEqual(['- $ref']);
  expect(taken(`${head}  tags:\n    ‸\n`, '- name')).toContain('\n    - name: \n');
  expect(
    offered(
      `${head}channels:\n  a:\n    bindings:\n      kafka:\n        topicConfiguration:\n          cleanup.policy:\n            - delete\n            ‸\n`,
    ),
  ).toContain('- compact');
});

test('nothing in comments, in texts, and where nothing can stand', () => {
  expect(offered(`${head}# ‸`)).toEqual([]);
  expect(offered(`${head}  description: |\n    ‸a\n`)).toEqual([]);
  expect(offered(`${head}channels:\n  orders:\n      address: a\n    ‸\n`)).toEqual([]);
});

test('what a member means is said, with the section of the specification', () => {
  const { files, location, position } = marked(`${head}channels:\n  orders:\n    ‸\n`);
  const address = complete(files, location, position, { snippets: true }).find(({ label }) => label === 'address');
  expect(address?.documentation).toEqual({
    kind: 'markdown',
    value: expect.stringMatching(/^\*\*`address` of Channel\*\*[\s\S]*v3\.1\.0#channelObject\)$/),
  });
});

const STRANGERS = new Set([
  'GRAMMAR_UNKNOWN_FIELD',
  'GRAMMAR_FIELD_NOT_IN_VERSION',
  'BINDING_UNKNOWN',
  'SOURCE_DUPLICATE_KEY',
]);

test('in the examples, no member that is offered is one that the grammar does not know there', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  let tried = 0;
  for (const [n, { location, text }] of texts.entries()) {
    if (!/^\{?\s*"?asyncapi/.test(text)) continue;
    // A blank line after every line, as far in as the line, and each time other offers.
    const lines = [...text.matchAll(/^( *)[^\s].*$/gm)];
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]?.[1] ?? '';
      if (next.length > (line[1] as string).length) continue;
      const end = line.index + line[0].length;
      const opened = `${text.slice(0, end)}\n${line[1]}${text.slice(end)}`;
      const changed = filesOf(
        new Map(files.locations.map(known => [known, known === location ? opened : (files.text(known) as string)])),
      );
      const position = positionAt({ text: opened }, end + 1 + (line[1] as string).length);
      const items = complete(changed, location, position, { snippets: false }).filter(({ kind }) => kind === 10);
      const item = items[(index + n) % Math.max(items.length, 1)];
      if (!item || index % 6 !== n % 6) continue;
      tried++;
      const after = edited(opened, [item.textEdit as TextEdit]);
      const { findings } = await readText(location, after, name => changed.text(name));
      const strange = findings
        .filter(({ code }) => STRANGERS.has(code))
        .map(({ message }) => `${location}: ${message}`);
      expect(strange, item.label).toEqual([]);
    }
  }
  expect(tried).toBeGreaterThan(50);
});

test('at no position of the examples does anything throw, and what is replaced holds the cursor', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  for (const [n, { location, text }] of texts.entries()) {
    for (let offset = n % 97; offset <= text.length; offset += 97) {
      const position = positionAt({ text }, offset);
      for (const { textEdit } of complete(files, location, position, { snippets: true })) {
        const { range } = textEdit as TextEdit;
        expect(offsetAt({ text }, range.start)).toBeLessThanOrEqual(offset);
        expect(offsetAt({ text }, range.end)).toBeGreaterThanOrEqual(offset);
      }
    }
  }
});
