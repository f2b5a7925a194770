import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folder } from '../sources/folder.ts';
import type { Catalog } from './model.ts';
import { openCatalog } from './open-catalog.ts';

let base: string;
let catalog: Catalog | undefined;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'portolan-pushed-'));
});
afterEach(async () => {
  await catalog?.close();
  catalog = undefined;
  rmSync(base, { recursive: true, force: true });
});

const document = (title: string, more = '') => `asyncapi: 3.0.0\ninfo: { title: ${title}, version: 1.0.0 }\n${more}`;
const files = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([location, text]) => ({ location, text }));

/** Opens the catalog over what is in the store, and over a folder if there is one. */
async function open(...folders: readonly string[]): Promise<Catalog> {
  await catalog?.close();
  const store = await openSqlite(join(base, 'portolan.db'));
  catalog = await openCatalog({ store, sources: folders.map(path => folder(path)) });
  return catalog;
}

const changes = ({ documents }: Awaited<ReturnType<Catalog['push']>>) =>
  documents.map(({ change, path }) => `${change} ${path}`);
const ids = (opened: Catalog) => [...opened.snapshot().documents.keys()];

test('what is pushed is a source at once, and stays one after a restart', async () => {
  const opened = await open();
  const facts = { commit: '0123456789abcdef', branch: 'main', from: 'https://ci.example.com/7' };
  const texts = { 'specs/a.yaml': document('A'), 'specs/b.yaml': document('B'), 'readme.md': 'Read me.' };
  expect(changes(await opened.push('orders', files(texts), facts))).toEqual([
    'added specs/a.yaml',
    'added specs/b.yaml',
  ]);
  for (const now of [opened, await open()]) {
    expect(ids(now)).toEqual(['orders/specs/a.yaml', 'orders/specs/b.yaml']);
    const location = 'pushed from https://ci.example.com/7, branch main, commit 0123456789';
    expect(now.snapshot().sources).toEqual([{ name: 'orders', location, documents: 2 }]);
    expect(
      now
        .snapshot()
        .recent.map(({ document: id }) => id)
        .sort(),
    ).toEqual(ids(now));
  }
});

test('a push replaces everything: documents that are not in it are removed, others are changed, added or left alone', async () => {
  const opened = await open();
  await opened.push('orders', files({ 'a.yaml': document('A'), 'b.yaml': document('B'), 'c.yaml': document('C') }));
  const next = files({ 'a.yaml': document('A'), 'b.yaml': document('Better'), 'd.yaml': document('D') });
  const rehearsed = await opened.push('orders', next, { dryRun: true });
  expect(ids(opened)).toEqual(['orders/a.yaml', 'orders/b.yaml', 'orders/c.yaml']);
  const done = await opened.push('orders', next);
  for (const outcome of [rehearsed, done]) {
    expect(changes(outcome)).toEqual(['unchanged a.yaml', 'changed b.yaml', 'removed c.yaml', 'added d.yaml']);
  }
  expect(ids(opened)).toEqual(['orders/a.yaml', 'orders/b.yaml', 'orders/d.yaml']);
  expect(await opened.history('orders/c.yaml', { limit: 9 })).toMatchObject([
    { kind: 'removal' },
    { kind: 'revision' },
  ]);
});

test('the same push again records nothing', async () => {
  const opened = await open();
  const texts = files({ 'a.yaml': document('A') });
  await opened.push('orders', texts, { commit: 'first' });
  const { sequence } = opened.snapshot();
  expect(changes(await opened.push('orders', texts, { commit: 'second' }))).toEqual(['unchanged a.yaml']);
  expect(opened.snapshot().sequence).toBe(sequence);
});

test('references, settings and findings are as in a folder; a file that two share is read once for both', async () => {
  const more = `components: { schemas: { Money: { $ref: '../money.yaml' } } }\n`;
  const opened = await open();
  const { documents } = await opened.push(
    'orders',
    files({
      'portolan.yaml': 'version: 1\nrules: { INFO_DESCRIPTION_MISSING: off }\n',
      'money.yaml': 'type: number\n',
      'specs/a.yaml': document('A', more),
      'specs/b.yaml': document('B', `${more}# and a comment\n`),
    }),
  );
  for (const { document: pushed } of documents) {
    expect(pushed?.files.map(({ location }) => location)).toContain('money.yaml');
    expect(pushed?.findings.map(({ code }) => code)).not.toContain('REFERENCE_UNRESOLVED');
  }
});

test('pushes at the same time are taken one after the other, and the last one stays', async () => {
  const opened = await open();
  const pushes = ['A', 'B', 'C', 'D'].map(title => opened.push('orders', files({ 'a.yaml': document(title) })));
  const titles = (await Promise.all(pushes)).map(({ documents }) => documents[0]?.document?.title);
  expect(titles).toEqual(['A', 'B', 'C', 'D']);
  expect(opened.snapshot().documents.get('orders/a.yaml')?.title).toBe('D');
});

test('a source that is read from elsewhere is not replaced: CONTROL_SOURCE_NOT_PUSHED', async () => {
  const shop = join(base, 'shop');
  mkdirSync(shop);
  writeFileSync(join(shop, 'a.yaml'), document('A'));
  await (await open()).push('shop', files({ 'b.yaml': document('B') }));
  // Now the folder is given, and what was pushed under its name is not shown any more.
  const opened = await open(shop);
  expect(ids(opened)).toEqual(['shop/a.yaml']);
  await expect(opened.push('shop', [])).rejects.toMatchObject({ code: 'CONTROL_SOURCE_NOT_PUSHED' });
  await expect(opened.removePushed('shop')).rejects.toMatchObject({ code: 'CONTROL_SOURCE_NOT_PUSHED' });
});

test('a source can be ended, its history stays, and one that never was is CONTROL_SOURCE_UNKNOWN', async () => {
  const opened = await open();
  await opened.push('orders', files({ 'a.yaml': document('A') }));
  expect(changes(await opened.removePushed('orders'))).toEqual(['removed a.yaml']);
  expect(await opened.historyLength('orders/a.yaml')).toBe(2);
  // What was removed is told among the changes for as long as this process runs.
  expect(opened.snapshot().recent[0]).toMatchObject({ kind: 'removal', document: 'orders/a.yaml' });
  for (const name of ['orders', 'nobody']) {
    await expect(opened.removePushed(name)).rejects.toMatchObject({ code: 'CONTROL_SOURCE_UNKNOWN' });
  }
  expect((await open()).snapshot().sources).toEqual([]);
});

test.each([
  ['a path that leads out', 'orders', ['../a.yaml']],
  ['an absolute path', 'orders', ['/etc/a.yaml']],
  ['a path that is not in its shortest form', 'orders', ['specs//a.yaml']],
  ['a hidden file', 'orders', ['.git/config']],
  ['an address', 'orders', ['https://example.com/a.yaml']],
  ['a backslash', 'orders', ['specs\\a.yaml']],
  ['a file twice', 'orders', ['a.yaml', 'a.yaml']],
  ['a name with a slash', 'team/orders', ['a.yaml']],
  ['the name of the ledger', 'portolan:pushed', ['a.yaml']],
])('%s is CONTROL_PUSH_REFUSED', async (_, name, locations) => {
  const opened = await open();
  const given = locations.map(location => ({ location, text: document('A') }));
  await expect(opened.push(name, given)).rejects.toMatchObject({ code: 'CONTROL_PUSH_REFUSED' });
  expect(opened.snapshot().sequence).toBe(0);
});

test('a push that was recorded while the store went away is CONTROL_PUSH_LATE, and is shown when it is back', async () => {
  const store = await openSqlite(join(base, 'portolan.db'));
  let away = false;
  const log: typeof store.log = async (after, limit) => {
    if (away) throw new Error('the store is away');
    return await store.log(after, limit);
  };
  const opened = await openCatalog({ store: { ...store, log }, sources: [], retryAfter: 20 });
  catalog = opened;
  away = true;
  const late = opened.push('orders', files({ 'a.yaml': document('A') }));
  await expect(late).rejects.toMatchObject({ code: 'CONTROL_PUSH_LATE' });
  expect(ids(opened)).toEqual([]);
  away = false;
  await vi.waitFor(() => expect(ids(opened)).toEqual(['orders/a.yaml']), { timeout: 15_000, interval: 20 });
});
