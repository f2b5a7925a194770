import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startEditor } from './editor.test-support.ts';

const patient = 60_000;

const ORDERS = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  description: Takes orders.
  contact:
    name: Orders
  license:
    name: Apache-2.0
channels:
  placed:
    address: orders.placed
    messages:
      placed:
        $ref: '#/components/messages/placed'
operations:
  sendPlaced:
    action: send
    channel:
      $ref: '#/channels/placed'
    messages:
      - $ref: '#/channels/placed/messages/placed'
components:
  messages:
    placed:
      contentType: application/json
      payload:
        $ref: 'common.yaml#/Order'
`;

const V2 = `{
  "asyncapi": "2.6.0",
  "info": { "title": "Billing", "version": "1.0.0" },
  "channels": {
    "orders/{region}": {
      "parameters": { "region": { "schema": { "$ref": "common.yaml#/Region" } } },
      "subscribe": {
        "message": { "payload": { "$ref": "common.yaml#/Order" } }
      }
    }
  }
}
`;

const COMMON = `Order:
  type: object
  required: [id]
  properties:
    id:
      type: string
      format: uuid
Region:
  type: string
`;

const FILES = { 'orders.yaml': ORDERS, 'billing.json': V2, 'common.yaml': COMMON };

test('from the first greeting to the last, in YAML and JSON, in 2.6 and 3.1', { timeout: patient }, async () => {
  await using editor = await startEditor(FILES);
  const { connection, uri, at } = editor;
  expect(editor.initialized).toMatchObject({
    serverInfo: { name: 'portolan' },
    capabilities: { positionEncoding: 'utf-16', hoverProvider: true, renameProvider: { prepareProvider: true } },
  });
  const ask = <T>(method: string, path: string, text: string, marked: string, more: object = {}) =>
    connection.sendRequest<T>(method, { textDocument: { uri: uri(path) }, position: at(text, marked), ...more });

  // A buffer counts before the file: here it has a mistake that the file has not.
  const broken = ORDERS.replace('action: send', 'acton: send');
  editor.open('orders.yaml', broken);
  const broke = await editor.until('orders.yaml', list => list.some(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD'));
  const found = broke.find(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD');
  expect(found).toMatchObject({ source: 'portolan', severity: 1, range: { start: at(broken, '‸acton') } });
  expect(found?.codeDescription?.href).toMatch(/docs\/reference\/rules\/grammar-unknown-field\.md$/);

  // The mistake is mended key by key, and the finding goes.
  const start = at(broken, '‸acton');
  const range = { start, end: { line: start.line, character: start.character + 5 } };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: uri('orders.yaml'), version: 7 },
    contentChanges: [{ range, text: 'action' }],
  });
  await editor.until('orders.yaml', list => !list.some(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD'));

  const members = await ask<CompletionItem[]>('textDocument/completion', 'orders.yaml', ORDERS, '‸action: send');
  expect(members.map(({ label }) => label)).toEqual(expect.arrayContaining(['action', 'summary', 'reply']));
  const meaning = await ask<Hover>('textDocument/hover', 'orders.yaml', ORDERS, 'ac‸tion: send');
  expect(meaning.contents).toMatchObject({ value: expect.stringContaining('v3.1.0#operationObject') });
  const shape = await ask<Hover>('textDocument/hover', 'orders.yaml', ORDERS, "'common.yaml#/Or‸der'");
  expect(shape.contents).toMatchObject({ value: expect.stringContaining('id*: string (uuid)') });
  const parties = await ask<Hover>('textDocument/hover', 'orders.yaml', ORDERS, "'#/channels/pla‸ced'\n    messages");
  expect(parties.contents).toMatchObject({ value: expect.stringContaining('Senders: Orders') });

  const links = await ask<LocationLink[]>('textDocument/definition', 'orders.yaml', ORDERS, "'common.yaml#/Or‸der'");
  expect(links).toMatchObject([
    { targetUri: uri('common.yaml'), targetSelectionRange: { start: { line: 0, character: 0 } } },
  ]);
  const chain = await ask<LocationLink[]>(
    'textDocument/definition',
    'orders.yaml',
    ORDERS,
    "#/channels/placed/messages/pl‸aced'\ncomp",
  );
  expect(chain.map(({ targetSelectionRange }) => targetSelectionRange.start)).toEqual([
    at(ORDERS, '‸placed:\n        $ref'),
    at(ORDERS, '‸placed:\n      contentType'),
  ]);
  const uses = await ask<Location[]>('textDocument/references', 'common.yaml', COMMON, 'Or‸der', {
    context: { includeDeclaration: false },
  });
  expect(uses.map(location => location.uri).sort()).toEqual([uri('billing.json'), uri('orders.yaml')]);
  const outline = await connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: uri('billing.json') },
  });
  expect(outline.map(({ name }) => name)).toEqual(['info', 'channels']);

  const renamed = await ask<WorkspaceEdit>('textDocument/rename', 'common.yaml', COMMON, 'Or‸der', {
    newName: 'PurchaseOrder',
  });
  expect(Object.keys(renamed.changes ?? {}).sort()).toEqual([
    uri('billing.json'),
    uri('common.yaml'),
    uri('orders.yaml'),
  ]);
  expect(renamed.changes?.[uri('billing.json')]).toMatchObject([{ newText: '"common.yaml#/PurchaseOrder"' }]);
  await expect(ask('textDocument/rename', 'common.yaml', COMMON, 'Or‸der', { newName: 'Region' })).rejects.toThrow(
    /already is a `Region`/,
  );

  const json = await ask<CompletionItem[]>('textDocument/completion', 'billing.json', V2, '"me‸ssage"');
  expect(json.map(({ label }) => label)).toEqual(expect.arrayContaining(['message', 'operationId']));

  expect(await editor.quit()).toBe(0);
  expect(editor.stderr()).toBe('');
});

test('a part is judged by the documents that use it, and what is mended there is taken back', {
  timeout: patient,
}, async () => {
  await using editor = await startEditor(FILES);
  editor.open('common.yaml', COMMON.replace('type: object', 'type: objekt'));
  const [first] = await editor.until('common.yaml', list => list.length > 0);
  expect(first).toMatchObject({ code: 'GRAMMAR_VALUE_NOT_ALLOWED' });
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: editor.uri('common.yaml'), version: 2 },
    contentChanges: [{ text: COMMON }],
  });
  await editor.until('common.yaml', list => list.length === 0);
});

test('a finding can be mended, or lived with for a reason', { timeout: patient }, async () => {
  await using editor = await startEditor(FILES);
  const broken = ORDERS.replace('action: send', 'acton: send').replace('address:', 'adress:');
  editor.open('orders.yaml', broken);
  await editor.until('orders.yaml', list => list.some(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD'));
  const position = editor.at(broken, 'act‸on');
  const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: editor.uri('orders.yaml') },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const fixing = actions.find(({ isPreferred }) => isPreferred);
  expect(fixing?.edit?.changes?.[editor.uri('orders.yaml')]).toMatchObject([
    { newText: 'action' } satisfies Partial<TextEdit>,
  ]);
  expect(
    actions.find(({ kind }) => kind === 'source.fixAll.portolan')?.edit?.changes?.[editor.uri('orders.yaml')],
  ).toHaveLength(2);
  const living = actions.find(({ title }) => title.startsWith('Live with GRAMMAR_UNKNOWN_FIELD'));
  expect(living?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: editor.uri('portolan.yaml') },
    { edits: [{}] },
  ]);
});

test('settings of the team count, and are looked at again when they change', { timeout: patient }, async () => {
  await using editor = await startEditor({ ...FILES, 'portolan.yaml': 'rules:\n  set: strict\n' });
  editor.open('orders.yaml', ORDERS.replace('action: send', 'acton: send'));
  await editor.until('orders.yaml', list => list.some(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD'));
  editor.write('portolan.yaml', 'rules:\n  severities:\n    GRAMMAR_UNKNOWN_FIELD: off\n');
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('portolan.yaml'), type: 2 }],
  });
  await editor.until('orders.yaml', list => !list.some(({ code }) => code === 'GRAMMAR_UNKNOWN_FIELD'));
});

test('files that came or changed on the disk are seen', { timeout: patient }, async () => {
  await using editor = await startEditor({ 'orders.yaml': ORDERS });
  editor.open('orders.yaml', ORDERS);
  await editor.until('orders.yaml', list => list.some(({ code }) => code === 'REFERENCE_FILE_MISSING'));
  editor.write('common.yaml', COMMON);
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('common.yaml'), type: 1 }],
  });
  await editor.until('orders.yaml', list => !list.some(({ code }) => code === 'REFERENCE_FILE_MISSING'));
});

test('nothing that a client says brings the server down', { timeout: patient }, async () => {
  await using editor = await startEditor(FILES);
  const { connection, child } = editor;
  const place = { textDocument: { uri: 'untitled:Untitled-1' }, position: { line: 0, character: 0 } };
  expect(await connection.sendRequest('textDocument/hover', place)).toBeNull();
  const gone = { textDocument: { uri: editor.uri('gone.yaml') }, position: { line: 9, character: 9 } };
  expect(await connection.sendRequest('textDocument/completion', gone)).toEqual([]);
  await expect(connection.sendRequest('textDocument/rename', { ...gone, newName: 'a' })).rejects.toThrow(
    /nothing here/,
  );
  await expect(connection.sendRequest('textDocument/unheardOf', {})).rejects.toThrow();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: editor.uri('gone.yaml'), version: 1 },
    contentChanges: [{ text: 'a' }],
  });
  child.stdin?.write('Content-Length: 9\r\n\r\nno json..');
  editor.open('damaged.yaml', 'asyncapi: 3.1.0\nchannels: [\n  {{{: "\n');
  await editor.until('damaged.yaml', list => list.length > 0);
  const many = { textDocument: { uri: editor.uri('damaged.yaml') }, position: { line: 99, character: 99 } };
  expect(Array.isArray(await connection.sendRequest('textDocument/completion', many))).toBe(true);
  expect(await editor.quit()).toBe(0);
});

test('a server that is left alone ends', { timeout: patient }, async () => {
  await using editor = await startEditor(FILES);
  editor.child.stdin?.end();
  await new Promise(resolve => editor.child.once('close', resolve));
  expect(editor.child.exitCode).toBe(1);
  expect(existsSync(join(editor.folder, 'orders.yaml'))).toBe(true);
});
