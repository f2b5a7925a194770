import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-check-'));
  mkdirSync(join(work, 'specs'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Example', '-c', 'user.email=example@example.com', ...args], { cwd: work });
  writeFileSync(join(work, 'specs', 'orders.yaml'), starter({ name: 'Orders', protocol: 'kafka' }));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=first');
  writeFileSync(join(work, 'specs', 'orders.yaml'), starter({ name: 'Orders anew', protocol: 'kafka' }));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

async function check(...more: string[]) {
  await using program = start([PROGRAM, 'check', 'specs', '--against', 'main', ...more], work);
  return { exit: await program.ended(), said: program.said() };
}

test('what a check found is sent, and has a page', { timeout: 60_000 }, async () => {
  await using portolan = start([PROGRAM, 'up', '--allow-push', '--port', '0', '--log-level', 'silent'], work);
  const url = await portolan.says(/Portolan is at (http:\S+)/);
  await portolan.says(/every revision is kept in (\S+)/);
  const { said } = await check('--push-to', url, '--as', 'orders', '--title', '#42 A new name');
  const id = /the check is at http:\S+\/checks\/(\w+)/.exec(said)?.[1];
  const { check: kept, documents } = await (await fetch(`${url}/api/v1/checks/${id}`)).json();
  expect(kept).toMatchObject({ source: 'orders', base: 'main', title: '#42 A new name' });
  expect(kept.revision).toMatch(/^[0-9a-f]{7,}$/);
  expect(documents).toMatchObject([{ document: 'orders/specs/orders.yaml' }]);
  await portolan.end();
});

test('a server that does not take it decides nothing about the merge, and that is told', {
  timeout: 60_000,
}, async () => {
  await using portolan = start([PROGRAM, 'up', 'specs', '--port', '0', '--log-level', 'silent'], work);
  const url = await portolan.says(/Portolan is at (http:\S+)/);
  await portolan.says(/every revision is kept in (\S+)/);
  const { exit, said } = await check('--fail-on', 'never', '--push-to', url, '--as', 'orders');
  expect(said).toContain('the check was not sent');
  expect(said).toContain('SERVER_PUSH_OFF');
  expect(exit).toBe(0);
  await portolan.end();
});

test.each([
  [['--push-to', 'http://127.0.0.1:1'], '--as orders'],
  [['--push-to', 'ftp://example.com', '--as', 'orders'], 'takes the address of a Portolan'],
  [['--push-to', 'http://127.0.0.1:1', '--as', 'orders', '--token-from', 'ptl_secret'], 'never the token itself'],
])('what makes no sense is refused before anything is checked: %j', { timeout: 60_000 }, async (options, why) => {
  const { exit, said } = await check(...options);
  expect(exit).toBe(2);
  expect(said).toContain(why);
});
