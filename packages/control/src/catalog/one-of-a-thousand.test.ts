import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folder } from '../sources/folder.ts';
import { gitAddress } from '../sources/git/address.ts';
import { openGitSource } from '../sources/git/git-source.ts';
import { document, repositoryIn, temporaryFolder } from '../sources/git/repository.test-support.ts';
import type { Source } from '../sources/port.ts';
import { openCatalog } from './open-catalog.ts';

/*
 * Of 1,000 documents in a source one is changed: one is read, judged and recorded again, whatever the source is.
 * With every document its own file, a reading is a text that the source or the store gives.
 */

const COUNT = 1_000;
const CHANGED = 'team-3/service-503.yaml';
const within = { timeout: 30_000, interval: 20 };

const pathOf = (n: number) => `team-${n % 10}/service-${n}.yaml`;
const texts = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: COUNT }, (_, n) => [pathOf(n), document(`Service ${n}`)]));

/** A source that notes which texts are asked for. */
function noted(source: Source): { source: Source; read: string[] } {
  const read: string[] = [];
  const load = (location: string) => {
    read.push(location);
    return source.load(location);
  };
  return { source: { ...source, load }, read };
}

/** Opens a catalog over one source, makes a change, and gives what was read because of it. */
async function readFor({ source, read }: ReturnType<typeof noted>, change: () => void): Promise<string[]> {
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const catalog = await openCatalog({ store, sources: [source] });
  onTestFinished(() => catalog.close());
  expect(catalog.snapshot().documents.size).toBe(COUNT);
  expect(read).toHaveLength(COUNT);
  // Whatever is hinted at while the sources begin to be watched is over.
  read.length = 0;
  change();
  const id = `${source.name}/${CHANGED}`;
  await vi.waitFor(() => expect(catalog.snapshot().documents.get(id)?.title).toBe('Better'), within);
  expect(catalog.snapshot().sequence).toBe(COUNT + 1);
  return read;
}

test('in a folder', { timeout: 60_000 }, async () => {
  const path = temporaryFolder();
  const put = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  put(texts());
  // Nothing is young enough to be read twice because its clock cannot be trusted yet.
  await pause(200);
  const read = await readFor(noted(folder(path)), () => put({ [CHANGED]: document('Better') }));
  expect(new Set(read)).toEqual(new Set([CHANGED]));
});

test('in a git repository', { timeout: 60_000 }, async () => {
  const repository = repositoryIn(join(temporaryFolder(), 'shop'));
  repository.commit(texts());
  const address = { ...gitAddress(repository.address), every: 50 };
  const opened = await openGitSource({ name: 'shop', address, data: temporaryFolder() });
  const read = await readFor(noted(opened), () => repository.commit({ [CHANGED]: document('Better') }));
  expect(read).toEqual([CHANGED]);
});

test('pushed from elsewhere', { timeout: 60_000 }, async () => {
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const read: string[] = [];
  const text: typeof store.text = async digest => {
    const found = await store.text(digest);
    if (found?.startsWith('asyncapi')) read.push(found);
    return found;
  };
  const catalog = await openCatalog({ store: { ...store, text }, sources: [] });
  onTestFinished(() => catalog.close());
  const filesOf = (all: Record<string, string>) =>
    Object.entries(all).map(([location, content]) => ({ location, text: content }));
  await catalog.push('shop', filesOf(texts()));
  expect(read).toHaveLength(COUNT);
  read.length = 0;
  const { documents } = await catalog.push('shop', filesOf({ ...texts(), [CHANGED]: document('Better') }));
  expect(documents.filter(({ change }) => change !== 'unchanged').map(({ path }) => path)).toEqual([CHANGED]);
  expect(read).toEqual([document('Better')]);
});
