import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { corpusTexts } from '../corpus.test-support.ts';
import { edited, filesOf, marked } from '../marked.test-support.ts';
import { positionAt } from '../positions.ts';
import { sketchOf } from '../sketch/sketch.ts';
import type { Files } from '../workspace/files.ts';
import { prepareRename, rename } from './rename.ts';

const head = 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';
const v2 = head.replace('3.1.0', '2.6.0');

/** All files after a rename at the mark. */
function renamed(texts: string | Record<string, string>, name: string): Record<string, string> {
  const { files, location, position } = marked(texts);
  return applied(files, rename(files, location, position, name).changes ?? {});
}

function applied(files: Files, changes: Readonly<Record<string, TextEdit[]>>): Record<string, string> {
  return Object.fromEntries(
    files.locations.map(at => [at, edited(files.text(at) as string, changes[files.uriOf(at)] ?? [])]),
  );
}

test('a component has another name in all files, and everything else stays as it is', () => {
  const files = {
    'a.yaml': `${head}components:\n  messages: # all of them\n    placed‸:   # one\n      name: placed\n`,
    'b.json':
      '{"asyncapi": "2.6.0", "channels": {"o": {"publish": {"message": {"$ref": "a.yaml#/components/messages/placed"}}}}}',
    'c.yaml':
      'x: {$ref: a.yaml#/components/messages/placed}\ny: {$ref: "./a.yaml#/components/messages/placed/name"}\nz: placed\n',
  };
  expect(renamed(files, 'orderPlaced')).toEqual({
    'a.yaml': files['a.yaml'].replace('placed‸:', 'orderPlaced:'),
    'b.json': files['b.json'].replace('messages/placed', 'messages/orderPlaced'),
    'c.yaml': files['c.yaml'].replaceAll('messages/placed', 'messages/orderPlaced'),
  });
});

test('a channel that references lead through, from one of the references', () => {
  const text = `${head}channels:\n  orders:\n    messages:\n      m: {}\noperations:\n  s:\n    channel:\n      $ref: '#/channels/ord‸ers'\n    messages:\n      - $ref: '#/channels/orders/messages/m'\n`;
  expect(renamed(text, 'new orders')['asyncapi.yaml']).toBe(
    text
      .replace('‸', '')
      .replace('  orders:', "  'new orders':")
      .replaceAll('channels/orders', 'channels/new%20orders'),
  );
});

test('a parameter, in the address of its channel too', () => {
  const text = `${head}channels:\n  o:\n    address: orders.{region}.{id}\n    parameters:\n      region‸: {}\n`;
  expect(renamed(text, 'country')['asyncapi.yaml']).toBe(text.replace('‸', '').replaceAll('region', 'country'));
  const older = `${v2}channels:\n  orders/{id}:\n    parameters:\n      id‸: {}\n  others:\n    $ref: '#/channels/orders~1{id}'\n`;
  expect(renamed(older, 'orderId')['asyncapi.yaml']).toBe(
    older
      .replace('‸', '')
      .replace('orders/{id}', 'orders/{orderId}')
      .replace('      id:', '      orderId:')
      .replace('orders~1{id}', 'orders~1%7BorderId%7D'),
  );
});

test('a property of a schema, and a security scheme of 2.x', () => {
  const schema = `${head}components:\n  schemas:\n    A:\n      required: [ id ]\n      properties:\n        id‸: {type: string}\n`;
  expect(renamed(schema, 'key')['asyncapi.yaml']).toBe(
    schema.replace('‸', '').replace('[ id ]', '[ key ]').replace('id: {', 'key: {'),
  );
  const scheme = `${v2}servers:\n  a:\n    security:\n      - user: []\ncomponents:\n  securitySchemes:\n    us‸er: {type: plain}\n`;
  expect(renamed(scheme, 'login')['asyncapi.yaml']).toBe(scheme.replace('‸', '').replaceAll('user:', 'login:'));
});

test('what would be renamed, before a name is given', () => {
  const { files, location, position } = marked(`${head}components:\n  messages:\n    "pla‸ced": {}\n`);
  expect(prepareRename(files, location, position)).toEqual({
    range: { start: { line: 6, character: 4 }, end: { line: 6, character: 12 } },
    placeholder: 'placed',
  });
});

test.each([
  ['LANGUAGE_RENAME_NOTHING', `${head}# ‸\n`, 'a'],
  ['LANGUAGE_RENAME_NOTHING', `${head}x-mine:\n  na‸me: a\n`, 'a'],
  ['LANGUAGE_RENAME_FIXED', `${head}channels:\n  a:\n    addr‸ess: b\n`, 'place'],
  ['LANGUAGE_RENAME_ILLEGAL', `${head}components:\n  schemas:\n    A‸: {}\n`, 'a b'],
  ['LANGUAGE_RENAME_ILLEGAL', `${head}channels:\n  a‸: {}\n`, ' '],
  ['LANGUAGE_RENAME_TAKEN', `${head}components:\n  schemas:\n    A‸: {}\n    B: {}\n`, 'B'],
])('%s', (code, text, name) => {
  const { files, location, position } = marked(text);
  expect(() => rename(files, location, position, name)).toThrow(expect.objectContaining({ code }));
});

test('in the examples, whatever is renamed, no document has another finding afterwards', async () => {
  const texts = await corpusTexts();
  const files = filesOf(new Map(texts.map(({ location, text }) => [location, text])));
  const documents = texts.filter(({ text }) => /^\{?\s*"?asyncapi/.test(text));
  let count = 0;
  for (const [n, { location, text }] of texts.entries()) {
    const { root } = sketchOf(text);
    const sections = root?.is === 'map' ? root.entries : [];
    const names = sections.flatMap(({ key, keyStart, value }) => {
      if (!documents.some(document => document.location === location)) return [keyStart];
      return ['channels', 'operations'].includes(key) && value?.is === 'map'
        ? value.entries.map(entry => entry.keyStart)
        : [];
    });
    for (const offset of names.filter((_, index) => index % 4 === n % 4)) {
      const position = positionAt({ text }, offset);
      let changes: Readonly<Record<string, TextEdit[]>>;
      try {
        changes = rename(files, location, position, 'newName').changes ?? {};
      } catch {
        continue;
      }
      count++;
      const after = applied(files, changes);
      for (const document of documents) {
        if (!changes[files.uriOf(document.location)]) continue;
        const [before, now] = await Promise.all([
          codes(document.location, name => files.text(name)),
          codes(document.location, name => after[name]),
        ]);
        expect([location, document.location, now]).toEqual([location, document.location, before]);
      }
    }
  }
  expect(count).toBeGreaterThan(20);
});

async function codes(location: string, load: (name: string) => string | undefined): Promise<string[]> {
  const { findings } = await readText(location, load(location) ?? '', load);
  return findings.map(({ code }) => code);
}
