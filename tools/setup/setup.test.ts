import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

// Plain JavaScript that runs before anything is installed: it has no types.
const load = (name: string) => import(pathToFileURL(join(import.meta.dirname, name)).href);
const { agreesWithLockfile } = await load('install.mjs');
const { withLock } = await load('lock.mjs');
const { runChild } = await load('child.mjs');
const { ensurePostgres } = await load('postgres.mjs');
const { chooseNode, pinnedNode } = await load('node24.mjs');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portolan-setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Packages = Record<string, object>;

function lockfiles(wanted: Packages, present?: Packages): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (!present) return;
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
}

test('nothing is installed again when what is there is what the lockfile names', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const other = { version: '1.0.0', optional: true };
  lockfiles({ '': {}, 'apps/x': {}, 'node_modules/a': a, 'node_modules/for-another-system': other });
  expect(agreesWithLockfile(root)).toBe(false);
  lockfiles({ 'node_modules/a': a, 'node_modules/for-another-system': other }, { 'node_modules/a': a });
  expect(agreesWithLockfile(root)).toBe(true);
  lockfiles({ 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } });
  expect(agreesWithLockfile(root)).toBe(false);
  lockfiles({ 'node_modules/a': a, 'node_modules/b': a }, { 'node_modules/a': a });
  expect(agreesWithLockfile(root)).toBe(false);
});

test('work of one name is done by one process at a time, and a lock whose process is gone counts for nothing', async () => {
  mkdirSync(join(root, '.cache'));
  writeFileSync(join(root, '.cache', 'install.lock'), '999999999');
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise(resolve => setTimeout(resolve, 50));
    order.push(`${name} ends`);
  };
  await Promise.all([withLock(root, 'install', work('a')), withLock(root, 'install', work('b'))]);
  expect([order.slice(0, 2), order.slice(2)].map(pair => pair.map(word => word.split(' ')[1]))).toEqual([
    ['begins', 'ends'],
    ['begins', 'ends'],
  ]);
  expect(existsSync(join(root, '.cache', 'install.lock'))).toBe(false);
});

test('a child’s exit code is ours, and a quiet one speaks only when it fails', async () => {
  const said: string[] = [];
  const quiet = (output: string) => said.push(output.trim());
  const run = (script: string) => runChild(process.execPath, ['-e', script], { quiet });
  expect(await run('console.log("fine")')).toBe(0);
  expect(await run('console.log("bad"); process.exitCode = 7')).toBe(7);
  expect(await run('process.kill(process.pid, "SIGKILL")')).toBe(137);
  expect(said).toEqual(['bad', '']);
});

test('the Node that runs Portolan is the pinned one, else this one', () => {
  expect(pinnedNode(root)).toBeUndefined();
  expect(chooseNode(root)).toBe(process.execPath);
  const checkout = join(import.meta.dirname, '..', '..');
  expect(chooseNode(checkout)).toBe(pinnedNode(checkout) ?? process.execPath);
});

test('the PostgreSQL that somebody names is taken when it is whole, and nothing is installed in its place', async () => {
  const named = { PORTOLAN_POSTGRES: root };
  expect(await ensurePostgres(named)).toEqual({ why: expect.stringContaining(root) });
  for (const name of ['initdb', 'postgres']) writeFileSync(join(root, name), '');
  expect(await ensurePostgres(named)).toEqual({ folder: root });
});
