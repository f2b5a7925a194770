import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');
const URL_SAID = /Portolan is at (http:\S+)/;
const READ = /every revision is kept in (\S+)/;

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-up-'));
  mkdirSync(join(work, 'specs'));
  writeFileSync(join(work, 'specs', 'orders.yaml'), starter({ name: 'Orders', protocol: 'kafka' }));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const up = (...args: string[]) => start([PROGRAM, 'up', ...args, '--port', '0'], work);

test('up shows a folder, says where everything is, and ends gracefully', async () => {
  await using portolan = up('specs');
  const url = await portolan.says(URL_SAID);
  expect(await portolan.says(READ)).toBe(join(work, '.portolan'));
  expect(portolan.said()).toContain('specs  1 document');
  expect(portolan.said()).toContain('1 service, 1 channel, 1 message');
  expect(await (await fetch(`${url}/api/v1/overview`)).json()).toMatchObject({ counts: { services: 1, documents: 1 } });
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
  expect(await portolan.end('SIGTERM')).toBe(0);
  expect(existsSync(join(work, '.portolan', 'portolan.sqlite'))).toBe(true);
  expect(readFileSync(join(work, '.portolan', '.gitignore'), 'utf8')).toBe('*\n');
});

test('what was kept is there at the next start, in the folder that was named', async () => {
  for (const entries of [1, 1]) {
    await using portolan = up('specs', '--data', 'kept/here');
    const url = await portolan.says(URL_SAID);
    await portolan.says(READ);
    const history = await (await fetch(`${url}/api/v1/documents/specs%2Forders.yaml/revisions`)).json();
    expect(history.items).toHaveLength(entries);
    expect(await portolan.end('SIGINT')).toBe(0);
  }
  expect(existsSync(join(work, '.portolan'))).toBe(false);
});

test('a folder without documents is no mistake: it is watched', async () => {
  mkdirSync(join(work, 'later'));
  await using portolan = up('later');
  await portolan.says(READ);
  expect(portolan.said()).toContain('no AsyncAPI document yet; it is watched');
  expect(await portolan.end()).toBe(0);
});

test('a second one on the same data is refused by name, and the first one goes on', async () => {
  await using first = up('specs');
  await first.says(READ);
  await using second = up('specs');
  expect(await second.ended()).toBe(3);
  expect(second.said()).toContain('code: STORE_IN_USE');
  expect((await fetch(`${await first.says(URL_SAID)}/api/v1/overview`)).status).toBe(200);
});

test('a port that is taken is refused by name', async () => {
  const other = createServer();
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await using portolan = start([PROGRAM, 'up', 'specs', '--port', String(port)], work);
  expect(await portolan.ended()).toBe(3);
  expect(portolan.said()).toContain('code: SERVER_PORT_IN_USE');
  other.close();
});

test('a team’s own rules run only when that is allowed', async () => {
  const rule = `export default ({ rule }) => rule({
    code: 'TEAM_SEEN', severity: 'info', says: 'Seen.', why: 'It is there.', help: 'None.',
    info: (info, { report }) => report(info),
  });`;
  writeFileSync(join(work, 'specs', 'seen.ts'), rule);
  writeFileSync(join(work, 'specs', 'portolan.yaml'), 'version: 1\nplugins: [seen.ts]\n');
  for (const args of [[], ['--allow-plugins']]) {
    await using portolan = up('specs', ...args);
    const url = await portolan.says(URL_SAID);
    await portolan.says(READ);
    const { items } = await (await fetch(`${url}/api/v1/findings?code=TEAM_SEEN`)).json();
    expect(items).toHaveLength(args.length);
    expect(portolan.said().includes('are not loaded, because nobody allowed it')).toBe(args.length === 0);
    expect(await portolan.end()).toBe(0);
  }
});
