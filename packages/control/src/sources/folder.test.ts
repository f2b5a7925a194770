import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folder } from './folder.ts';
import { folders } from './folders.ts';

const DOCUMENT = 'asyncapi: 3.0.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';

let base: string;
let root: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'portolan-folder-'));
  root = join(base, 'specs');
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Writes a file of an age at which its clock can be trusted. */
function put(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, new Date(2026, 0, 1), new Date(2026, 0, 1));
}

test('documents are the YAML and JSON files with an asyncapi key, wherever they are in the folder', async () => {
  put('orders.yaml', DOCUMENT);
  put('deep/er/payments.yml', `# Payments\n---\n${DOCUMENT}`);
  put('stock.JSON', '{ "asyncapi": "2.6.0" }');
  put('broken.yaml', 'asyncapi: 3.0.0\n  - : [');
  put('package.json', '{ "name": "x" }');
  put('openapi.yaml', 'openapi: 3.1.0');
  put('notes.md', DOCUMENT);
  put('node_modules/lib/asyncapi.yaml', DOCUMENT);
  put('.git/asyncapi.yaml', DOCUMENT);
  put('.hidden.yaml', DOCUMENT);
  const { documents, problem } = await folder(root).scan();
  expect(documents).toEqual(['broken.yaml', 'deep/er/payments.yml', 'orders.yaml', 'stock.JSON']);
  expect(problem).toBeUndefined();
});

test('a scan tells what changed since the one before', async () => {
  put('a.yaml', DOCUMENT);
  put('b.yaml', DOCUMENT);
  put('c.yaml', DOCUMENT);
  const source = folder(root);
  expect((await source.scan()).changed).toEqual(new Set(['a.yaml', 'b.yaml', 'c.yaml']));
  expect((await source.scan()).changed).toEqual(new Set());
  put('a.yaml', `${DOCUMENT}# more\n`);
  rmSync(join(root, 'b.yaml'));
  put('d.yaml', DOCUMENT);
  const { changed, documents } = await source.scan();
  expect(changed).toEqual(new Set(['a.yaml', 'b.yaml', 'd.yaml']));
  expect(documents).toEqual(['a.yaml', 'c.yaml', 'd.yaml']);
});

test('a file written a moment ago counts as changed once more, because its clock may not show the next write', async () => {
  put('a.yaml', DOCUMENT);
  const source = folder(root);
  await source.scan();
  writeFileSync(join(root, 'a.yaml'), DOCUMENT);
  expect((await source.scan()).changed).toEqual(new Set(['a.yaml']));
  expect((await source.scan()).changed).toEqual(new Set(['a.yaml']));
});

test('files that were loaded are followed too, also those that are not there yet', async () => {
  put('a.yaml', DOCUMENT);
  put('types/money.avsc', '{}');
  const source = folder(root);
  await source.scan();
  expect(await source.load('types/money.avsc')).toBe('{}');
  expect(await source.load('types/later.proto')).toBeUndefined();
  expect((await source.scan()).changed).toEqual(new Set());
  put('types/money.avsc', '{ }');
  put('types/later.proto', 'syntax = "proto3";');
  expect((await source.scan()).changed).toEqual(new Set(['types/money.avsc', 'types/later.proto']));
  expect(await source.load('types/later.proto')).toContain('proto3');
});

test('an emptied document stays one, because an editor may be about to write it', async () => {
  put('a.yaml', DOCUMENT);
  put('never.yaml', '');
  const source = folder(root);
  await source.scan();
  put('a.yaml', '');
  expect((await source.scan()).documents).toEqual(['a.yaml']);
  put('a.yaml', 'openapi: 3.1.0\n');
  expect((await source.scan()).documents).toEqual([]);
});

test.each([
  '../secret.yaml',
  'x/../../secret.yaml',
  '/etc/passwd',
  'file:///etc/passwd',
  '.env',
  'x/.env',
  '',
  '.',
  'a\0.yaml',
])('nothing outside the folder and nothing hidden is loaded: %j', async location => {
  writeFileSync(join(base, 'secret.yaml'), 'password: swordfish');
  put('.env', 'PASSWORD=swordfish');
  put('x/.env', 'PASSWORD=swordfish');
  expect(await folder(root).load(location)).toBeUndefined();
});

test('symbolic links are followed to files inside the folder, and never out of it', async () => {
  put('real/a.yaml', DOCUMENT);
  mkdirSync(join(base, 'outside'));
  writeFileSync(join(base, 'outside', 'b.yaml'), DOCUMENT);
  symlinkSync(join(root, 'real', 'a.yaml'), join(root, 'link.yaml'));
  symlinkSync(join(base, 'outside', 'b.yaml'), join(root, 'leak.yaml'));
  symlinkSync(join(base, 'outside'), join(root, 'away'));
  symlinkSync(root, join(root, 'real', 'circle'));
  symlinkSync(join(root, 'nowhere.yaml'), join(root, 'dangling.yaml'));
  const source = folder(root);
  expect((await source.scan()).documents).toEqual(['link.yaml', 'real/a.yaml']);
  expect(await source.load('link.yaml')).toBe(DOCUMENT);
  expect(await source.load('leak.yaml')).toBeUndefined();
  expect(await source.load('away/b.yaml')).toBeUndefined();
});

test('a document that is too large is named and not read', async () => {
  put('large.yaml', `${DOCUMENT}# ${'x'.repeat(5_000)}`);
  put('large.json', JSON.stringify({ data: 'x'.repeat(5_000) }));
  put('a.yaml', DOCUMENT);
  const source = folder(root, { maxBytes: 4096 });
  const { documents, problem } = await source.scan();
  expect(documents).toEqual(['a.yaml']);
  expect(problem).toBe('large.yaml is not read because it is larger than 4 KiB.');
  expect(await source.load('large.yaml')).toBeUndefined();
});

test('more files than the limit are said, not read', async () => {
  for (const n of [1, 2, 3, 4, 5]) put(`${n}.yaml`, DOCUMENT);
  const { documents, problem } = await folder(root, { maxFiles: 3 }).scan();
  expect(documents).toEqual(['1.yaml', '2.yaml', '3.yaml']);
  expect(problem).toContain('more than 3 YAML and JSON files');
});

test('a folder that was never there is a fault; one that goes away is a problem that may pass', async () => {
  await expect(folder(join(base, 'none')).scan()).rejects.toMatchObject({ code: 'CONTROL_SOURCE_MISSING' });
  put('a.yaml', DOCUMENT);
  await expect(folder(join(root, 'a.yaml')).scan()).rejects.toMatchObject({ code: 'CONTROL_SOURCE_MISSING' });
  const source = folder(root);
  await source.scan();
  renameSync(root, `${root}-away`);
  const without = await source.scan();
  expect(without.documents).toBeUndefined();
  expect(without.problem).toContain('cannot be read at the moment');
  renameSync(`${root}-away`, root);
  expect(await source.scan()).toEqual({ documents: ['a.yaml'], changed: new Set() });
});

test('folders are named so that they can be told apart', () => {
  const names = (...locations: string[]) => folders(locations).map(source => source.name);
  expect(names('/x/orders', '/x/farm/')).toEqual(['farm', 'orders']);
  expect(names('/x/a/specs', '/x/b/specs', '/x/docs')).toEqual(['a-specs', 'b-specs', 'docs']);
  expect(names('/x/specs', '/x/../x/specs')).toEqual(['specs']);
  expect(folders(['./specs'])[0]?.location).toBe('./specs');
});
