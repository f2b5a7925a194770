import { appendFileSync, type FSWatcher, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FolderOptions, folder } from './folder.ts';

const DOCUMENT = 'asyncapi: 3.0.0\n';

let base: string;
let root: string;
let watching: Disposable | undefined;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'portolan-watch-'));
  root = join(base, 'specs');
  mkdirSync(join(root, 'orders'), { recursive: true });
  writeFileSync(join(root, 'orders', 'a.yaml'), DOCUMENT);
});
afterEach(() => {
  watching?.[Symbol.dispose]();
  watching = undefined;
  rmSync(base, { recursive: true, force: true });
});

/** Follows the folder as the catalog does: a scan after each hint. Answers what was seen to change, and the documents. */
async function follow(options: FolderOptions = {}) {
  const source = folder(root, options);
  await source.scan();
  const changed = new Set<string>();
  let documents: readonly string[] | undefined;
  let working = Promise.resolve();
  watching = source.watch(() => {
    working = working.then(async () => {
      const scan = await source.scan();
      for (const location of scan.changed) changed.add(location);
      documents = scan.documents;
    });
  });
  await vi.waitUntil(() => documents !== undefined);
  changed.clear();
  return {
    sees: (location: string) => vi.waitUntil(() => changed.delete(location), { timeout: 8_000, interval: 20 }),
    has: (...expected: string[]) =>
      vi.waitFor(() => expect(documents).toEqual(expected), { timeout: 8_000, interval: 20 }),
    isLost: () => vi.waitUntil(() => documents === undefined, { timeout: 8_000, interval: 20 }),
  };
}

test('a saved file is seen', async () => {
  const { sees } = await follow();
  appendFileSync(join(root, 'orders', 'a.yaml'), '# more\n');
  expect(await sees('orders/a.yaml')).toBe(true);
});

test('an editor that saves by renaming is seen, again and again', async () => {
  const { sees } = await follow();
  for (const n of [1, 2, 3]) {
    writeFileSync(join(root, 'orders', 'a.yaml~'), `${DOCUMENT}# ${n}\n`);
    renameSync(join(root, 'orders', 'a.yaml~'), join(root, 'orders', 'a.yaml'));
    expect(await sees('orders/a.yaml')).toBe(true);
  }
});

test('folders made all at once are seen to the bottom, and what is written there later', async () => {
  const { has, sees } = await follow();
  mkdirSync(join(root, 'a', 'b', 'c'), { recursive: true });
  writeFileSync(join(root, 'a', 'b', 'c', 'deep.yaml'), DOCUMENT);
  await has('a/b/c/deep.yaml', 'orders/a.yaml');
  await sees('a/b/c/deep.yaml');
  appendFileSync(join(root, 'a', 'b', 'c', 'deep.yaml'), '# more\n');
  expect(await sees('a/b/c/deep.yaml')).toBe(true);
});

test('a folder that is deleted and made again is followed again', async () => {
  const { has, sees } = await follow();
  rmSync(join(root, 'orders'), { recursive: true });
  await has();
  mkdirSync(join(root, 'orders'));
  writeFileSync(join(root, 'orders', 'a.yaml'), DOCUMENT);
  await has('orders/a.yaml');
  await sees('orders/a.yaml');
  appendFileSync(join(root, 'orders', 'a.yaml'), '# more\n');
  expect(await sees('orders/a.yaml')).toBe(true);
});

test('a folder that is replaced at once by another of the same name is followed again', async () => {
  const { sees } = await follow();
  rmSync(join(root, 'orders'), { recursive: true });
  mkdirSync(join(root, 'orders'));
  writeFileSync(join(root, 'orders', 'a.yaml'), `${DOCUMENT}# replaced\n`);
  expect(await sees('orders/a.yaml')).toBe(true);
  appendFileSync(join(root, 'orders', 'a.yaml'), '# more\n');
  expect(await sees('orders/a.yaml')).toBe(true);
});

test('the root itself may go away and come back', async () => {
  const { isLost, has, sees } = await follow();
  renameSync(root, `${root}-away`);
  await isLost();
  renameSync(`${root}-away`, root);
  await has('orders/a.yaml');
  appendFileSync(join(root, 'orders', 'a.yaml'), '# more\n');
  expect(await sees('orders/a.yaml')).toBe(true);
}, 20_000);

test('where the system has no watches left, the folder is polled', async () => {
  const watchFolder = (): FSWatcher => {
    throw Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' });
  };
  const { sees } = await follow({ watchFolder });
  appendFileSync(join(root, 'orders', 'a.yaml'), '# more\n');
  expect(await sees('orders/a.yaml')).toBe(true);
}, 20_000);
