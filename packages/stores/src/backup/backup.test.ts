import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryOf, keptOf, userCalled } from '../conformance/access.ts';
import { removalOf, revisionOf } from '../conformance/drafts.ts';
import type { Kept, Store } from '../port.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { postgresPrograms, startPostgres, WITHOUT_POSTGRES } from '../postgres/test-support.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { backupOf } from './backup-of.ts';
import { readBackup } from './read-backup.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-backup-'));
  store = await openSqlite(join(folder, 'portolan.sqlite'));
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const TEXTS = ['', 'zero\0byte', 'line\u2028separator', 'windows\r\nline', '☃ 🚢', 'x'.repeat(3_000_000)];

async function fill(into: Store): Promise<void> {
  for (const [n, text] of TEXTS.entries()) {
    await into.record([revisionOf(`shop/${n % 2}.yaml`, { 'a.yaml': text, 'types.yaml': 'shared' })]);
  }
  await into.record([removalOf('shop/1.yaml')]);
  await into.access.write([{ kind: 'user', user: userCalled('ada') }], [entryOf('e1'), entryOf('e2')]);
  for (let n = 0; n < 250; n++) await into.record([revisionOf('farm/z.yaml', { 'z.yaml': `${n}` })]);
}

async function bytesOf(from: Store): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of backupOf(from)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* cut(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function contentOf(bytes: Uint8Array): Promise<Kept[]> {
  const content: Kept[] = [];
  for await (const kept of readBackup(cut(bytes), 'a.backup')) content.push(kept);
  return content;
}

async function expectSame(one: Store, other: Store): Promise<void> {
  const log = await one.log(0, 10_000);
  expect(log.length).toBeGreaterThan(250);
  expect(await other.log(0, 10_000)).toEqual(log);
  expect(await other.heads()).toEqual(await one.heads());
  const access = await keptOf(one);
  expect(access).toHaveLength(3);
  expect(await keptOf(other)).toEqual(access);
  for (const entry of log) {
    if (entry.kind === 'removal') continue;
    for (const { digest } of entry.files) expect((await other.text(digest)) === (await one.text(digest))).toBe(true);
  }
}

test('a store comes out of its backup as it was', async () => {
  await fill(store);
  await using other = await openSqlite(join(folder, 'other.sqlite'));
  await other.restore(readBackup(cut(await bytesOf(store)), 'a.backup'));
  await expectSame(store, other);
});

const moves = 'a store moves from SQLite to PostgreSQL and back, and loses nothing on the way';
const options = { skip: !postgresPrograms, timeout: 60_000 };
test(postgresPrograms ? moves : `${moves} (${WITHOUT_POSTGRES})`, options, async () => {
  await fill(store);
  await using server = await startPostgres();
  await using large = await openPostgres(server.address());
  await large.restore(readBackup(cut(await bytesOf(store)), 'a.backup'));
  await expectSame(store, large);
  await using back = await openSqlite(join(folder, 'back.sqlite'));
  await back.restore(readBackup(cut(await bytesOf(large)), 'a.backup'));
  await expectSame(store, back);
});

test('what is recorded while a backup is made is not in it, and does it no harm', async () => {
  await fill(store);
  const before = await store.log(0, 10_000);
  const chunks: Uint8Array[] = [];
  for await (const chunk of backupOf(store)) {
    await store.record([revisionOf('shop/late.yaml', { 'a.yaml': `${chunks.length}` })]);
    chunks.push(chunk);
  }
  const content = await contentOf(Buffer.concat(chunks));
  expect(content.filter(({ kind }) => kind === 'revision' || kind === 'removal')).toEqual(before);
});

test('the backup of an empty store is a backup', async () => {
  expect(await contentOf(await bytesOf(store))).toEqual([]);
});

test('a backup that is not whole is refused, wherever it is broken', async () => {
  await store.record([
    revisionOf('shop/a.yaml', { 'a.yaml': 'first' }),
    revisionOf('shop/b.yaml', { 'b.yaml': 'second' }),
  ]);
  const bytes = await bytesOf(store);
  const lines = gunzipSync(bytes).toString('utf8').split('\n');
  const packed = (changed: readonly string[]) => gzipSync(changed.join('\n'));
  const refused = (broken: Uint8Array) =>
    expect(contentOf(broken)).rejects.toMatchObject({ code: 'STORE_BACKUP_UNREADABLE', params: { path: 'a.backup' } });

  await refused(Buffer.from('PK some other file'));
  await refused(gzipSync('{"kind":"text"}\n'));
  await refused(packed([]));
  for (const size of [10, bytes.length >> 1, bytes.length - 1]) await refused(bytes.subarray(0, size));
  for (let n = 0; n < lines.length - 1; n++) {
    await refused(packed(lines.filter((_, index) => index !== n)));
    await refused(packed(lines.with(n, '{"kind":"other"}')));
    await refused(packed(lines.with(n, lines[n]?.slice(1) as string)));
  }
  await refused(packed(lines.map(line => line.replace('first', 'other'))));
  await refused(packed(lines.map(line => line.replace('shop/b.yaml', 'shop/c.yaml'))));
  await refused(packed([...lines.slice(0, -1), '{"kind":"removal","sequence":9}']));
  expect(await contentOf(packed(lines))).toHaveLength(4);
});

test('a backup of the first version, which knew nothing of access, is read', async () => {
  const head = '{"kind":"portolan-backup","version":1,"at":"2026-01-01T00:00:00.000Z"}\n';
  const sha256 = createHash('sha256').update(head).digest('hex');
  const end = JSON.stringify({ kind: 'end', entries: 0, texts: 0, sha256 });
  expect(await contentOf(gzipSync(`${head}${end}\n`))).toEqual([]);
});

test('the backup of a newer Portolan is refused by version', async () => {
  const head = { kind: 'portolan-backup', version: 3, at: '2026-01-01T00:00:00.000Z' };
  await expect(contentOf(gzipSync(`${JSON.stringify(head)}\n`))).rejects.toMatchObject({
    code: 'STORE_BACKUP_TOO_NEW',
    params: { found: 3, known: 2 },
  });
});
