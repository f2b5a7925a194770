import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userCalled } from '../conformance/access.ts';
import { removalOf, revisionOf } from '../conformance/drafts.ts';
import { classify } from './classify.ts';
import { migrate, STEPS } from './migrations.ts';
import { connect, openSqlite } from './open-sqlite.ts';
import { sqliteStore } from './store.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-store-'));
  path = join(folder, 'portolan.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second opening in the same process is refused, and possible after the first is closed', async () => {
  const first = await openSqlite(path);
  await expect(openSqlite(path)).rejects.toMatchObject({ code: 'STORE_IN_USE', params: { path } });
  await first[Symbol.asyncDispose]();
  await (await openSqlite(path))[Symbol.asyncDispose]();
});

test('a second process is told that the store is in use, which one, and what to do', async () => {
  const store = await openSqlite(path);
  const program = `
    import { connect, openSqlite } from '${new URL('./open-sqlite.ts', import.meta.url).href}';
    await openSqlite(process.argv[1]).then(() => console.log('opened'), fault => console.log(fault.code, fault.message, fault.help));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], { encoding: 'utf8' });
  expect(child.stdout).toContain('STORE_IN_USE');
  expect(child.stdout).toContain(path);
  expect(child.stdout).toContain('--data');
  await store[Symbol.asyncDispose]();
});

test('a file that is no database is left as it is', async () => {
  writeFileSync(path, 'These are my notes, and not a database at all. '.repeat(50));
  await expect(openSqlite(path)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
  expect(readFileSync(path, 'utf8')).toContain('my notes');
});

test('the database of another application is left alone', async () => {
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE recipes (name TEXT)');
  other.close();
  await expect(openSqlite(path)).rejects.toMatchObject({
    code: 'STORE_UNREADABLE',
    message: expect.stringContaining('another application'),
  });
});

test('a store of a newer Portolan is refused with both layouts named', async () => {
  await (await openSqlite(path))[Symbol.asyncDispose]();
  const db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(openSqlite(path)).rejects.toMatchObject({
    code: 'STORE_TOO_NEW',
    params: { path, found: 99, known: STEPS.length },
  });
});

test.each(STEPS.map((_, layout) => layout))(
  'a store of layout %i is brought to the newest one and keeps all',
  async layout => {
    const db = new DatabaseSync(path);
    migrate(db, path, STEPS.slice(0, layout));
    if (layout > 0) {
      db.exec(`INSERT INTO documents (name, source, path) VALUES ('shop/a.yaml', 'shop', 'a.yaml');
      INSERT INTO entries (at, document, kind) VALUES ('2026-01-02T03:04:05.678Z', 1, 'removal');`);
    }
    db.close();
    await using store = await openSqlite(path);
    const entry = { ...removalOf('shop/a.yaml'), sequence: 1, at: '2026-01-02T03:04:05.678Z' };
    expect(await store.log(0, 10)).toEqual(layout > 0 ? [entry] : []);
    await store.access.write([{ kind: 'user', user: userCalled('ada') }]);
    expect(await store.access.users()).toEqual([userCalled('ada')]);
  },
);

test('a step that is added later runs once and keeps what is there', async () => {
  const steps = ['CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)'];
  const db = new DatabaseSync(path);
  migrate(db, path, steps);
  const more = [...steps, 'ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1'];
  migrate(db, path, more);
  migrate(db, path, more);
  expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 1, y: 2 }]);
  db.close();
});

test('a folder where no file can be made is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(openSqlite(join(folder, 'file', 'portolan.db'))).rejects.toMatchObject({ code: 'STORE_NOT_WRITABLE' });
  mkdirSync(path);
  await expect(openSqlite(path)).rejects.toMatchObject({ code: 'STORE_NOT_WRITABLE' });
});

test.skipIf(process.getuid?.() === 0)('a folder without the right to write is named', async () => {
  chmodSync(folder, 0o500);
  await expect(openSqlite(path)).rejects.toMatchObject({ code: 'STORE_NOT_WRITABLE' });
  chmodSync(folder, 0o700);
});

test('a full disk refuses the whole call, loses nothing, and the call can be repeated', async () => {
  const db = new DatabaseSync(path);
  migrate(db, path);
  const store = sqliteStore(db, path);
  const kept = await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
  // SQLite's own way to meet the end of the disk early.
  const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count);
  db.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const big = revisionOf('shop/b.yaml', { 'b.yaml': 'b'.repeat(1_000_000) });
  await expect(store.record([revisionOf('shop/c.yaml', { 'c.yaml': 'c' }), big])).rejects.toMatchObject({
    code: 'STORE_DISK_FULL',
    kind: { retry: true },
  });
  expect(await store.heads()).toEqual(kept);
  db.exec('PRAGMA max_page_count = 100000');
  expect(await store.record([big])).toHaveLength(1);
  await store[Symbol.asyncDispose]();
});

test('what nobody foresaw is STORE_FAILED with its cause', () => {
  const cause = new TypeError('strange');
  expect(classify(cause, path)).toMatchObject({ code: 'STORE_FAILED', cause, params: { reason: 'strange' } });
});

test('each commit is flushed to the disk: a power cut takes back nothing', () => {
  const db = connect(path);
  const setting = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect({ journal: setting('journal_mode'), synchronous: setting('synchronous') }).toEqual({
    journal: 'wal',
    synchronous: 2, // FULL: with NORMAL, commits survive a killed process but not a power cut
  });
  expect({ foreignKeys: setting('foreign_keys'), locking: setting('locking_mode') }).toEqual({
    foreignKeys: 1,
    locking: 'exclusive',
  });
  db.close();
});
