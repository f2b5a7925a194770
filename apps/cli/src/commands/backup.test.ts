import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removalOf, revisionOf } from '@portolan/stores/conformance/drafts';
import type { Store } from '@portolan/stores/port';
import { openPostgres } from '@portolan/stores/postgres';
import { postgresPrograms, startPostgres, WITHOUT_POSTGRES } from '@portolan/stores/postgres/test-support';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../main.ts';

let work: string;
let said: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-backup-'));
  said = [];
  vi.stubEnv('PORTOLAN_DATA', undefined);
  vi.stubEnv('PORTOLAN_STORE', undefined);
  vi.spyOn(console, 'info').mockImplementation(text => void said.push(text));
  vi.spyOn(console, 'error').mockImplementation(text => void said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(work, { recursive: true, force: true });
});

const data = (name: string) => join(work, name);
const file = () => join(work, 'all.backup');

/** Works with the store in a folder of data, and closes it. */
async function inside<T>(name: string, run: (store: Store) => Promise<T>): Promise<T> {
  mkdirSync(data(name), { recursive: true });
  await using store = await openSqlite(join(data(name), 'portolan.sqlite'));
  return await run(store);
}

async function filled(name: string): Promise<void> {
  await inside(name, async store => {
    await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'one', 'types.yaml': 'types' })]);
    await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'two', 'types.yaml': 'types' })]);
    await store.record([removalOf('shop/a.yaml')]);
  });
}

test('a store is saved to one file that only its owner may read, and another one is filled from it', async () => {
  await filled('old');
  expect(await main(['backup', file(), '--data', data('old')])).toBe(0);
  expect(said).toEqual([`Saved 3 entries and 3 texts of ${data('old')} to ${file()}.`]);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(work).sort()).toEqual(['all.backup', 'old']);
  expect(await main(['restore', file(), '--data', data('new')])).toBe(0);
  expect(said.at(-1)).toBe(`Restored 3 entries and 3 texts from ${file()} into ${data('new')}.`);
  const log = (store: Store) => store.log(0, 9);
  expect(await inside('new', log)).toEqual(await inside('old', log));
});

test('a store that holds something is not touched', async () => {
  await filled('old');
  await main(['backup', file(), '--data', data('old')]);
  expect(await main(['restore', file(), '--data', data('old')])).toBe(2);
  expect(said.at(-1)).toBe('code: STORE_NOT_EMPTY');
});

test('a file that is there is not written over', async () => {
  await filled('old');
  writeFileSync(file(), 'mine');
  expect(await main(['backup', file(), '--data', data('old')])).toBe(2);
  expect(said.at(-1)).toBe('code: CLI_FILE_EXISTS');
  expect(readFileSync(file(), 'utf8')).toBe('mine');
});

test('a damaged backup restores nothing', async () => {
  await filled('old');
  await main(['backup', file(), '--data', data('old')]);
  truncateSync(file(), statSync(file()).size - 4);
  expect(await main(['restore', file(), '--data', data('new')])).toBe(3);
  expect(said.at(-1)).toBe('code: STORE_BACKUP_UNREADABLE');
  expect(await inside('new', store => store.sequence())).toBe(0);
});

test('a store that a running Portolan has open is refused by name, and no half file stays', async () => {
  await filled('old');
  await inside('old', async () => {
    expect(await main(['backup', file(), '--data', data('old')])).toBe(3);
    expect(said.at(-1)).toBe('code: STORE_IN_USE');
  });
  expect(await main(['backup', join(work, 'none', 'all.backup'), '--data', data('old')])).toBe(3);
  expect(said.at(-1)).toBe('code: CLI_FILE_UNWRITABLE');
  expect(readdirSync(work)).toEqual(['old']);
});

const moves = 'a chart that outgrew its file moves to PostgreSQL, whose store can be saved while it is used';
test(postgresPrograms ? moves : `${moves} (${WITHOUT_POSTGRES})`, { skip: !postgresPrograms }, async () => {
  await filled('old');
  await using server = await startPostgres();
  const address = server.address();
  await main(['backup', file(), '--data', data('old')]);
  vi.stubEnv('PORTOLAN_STORE', address);
  expect(await main(['restore', file()])).toBe(0);
  await using store = await openPostgres(address);
  expect(await store.log(0, 9)).toEqual(await inside('old', old => old.log(0, 9)));
  expect(await main(['backup', join(work, 'again.backup')])).toBe(0);
  expect(said.at(-1)).toMatch(/^Saved 3 entries and 3 texts of postgres:\/\/postgres@127\.0\.0\.1:/);
  expect(said.join('\n')).not.toContain(encodeURIComponent(server.password));
});
