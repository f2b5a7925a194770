import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');
const URL_SAID = /Portolan is at (http:\S+)/;
const READ = /Ctrl-C ends it/;
const PASSWORD = 'correct horse battery';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-access-'));
  mkdirSync(join(work, 'specs'));
  writeFileSync(join(work, 'specs', 'orders.yaml'), starter({ name: 'Orders', protocol: 'kafka' }));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const up = (...args: string[]) => start([PROGRAM, 'up', 'specs', '--port', '0', ...args], work);
const statusOf = async (url: string, headers = {}) => (await fetch(`${url}/api/v1/overview`, { headers })).status;
const post = (url: string, path: string, body: object) =>
  fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('up with accounts', { timeout: 60_000 }, () => {
  test('prints a link while nobody can sign in, which works once, and no secret is in the log', async () => {
    await using portolan = up('--access', 'closed', '--log-level', 'debug');
    const url = await portolan.says(URL_SAID);
    const secret = await portolan.says(/\/setup#([\w-]{43})/);
    await portolan.says(READ);
    expect(await statusOf(url)).toBe(401);
    const made = await post(url, '/api/v1/setup', { secret, name: 'ada', password: PASSWORD });
    expect(made.status).toBe(201);
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] as string;
    expect(await statusOf(url, { cookie })).toBe(200);
    expect((await post(url, '/api/v1/setup', { secret, name: 'eve', password: PASSWORD })).status).toBe(403);
    expect(await portolan.end()).toBe(0);
    const log = portolan
      .said()
      .split('\n')
      .filter(line => line.startsWith('{'));
    expect(log.length).toBeGreaterThan(3);
    for (const word of [secret, PASSWORD, cookie.split('=')[1] as string]) expect(log.join('\n')).not.toContain(word);

    await using again = up('--access', 'closed');
    const same = await again.says(URL_SAID);
    await again.says(READ);
    expect(again.said()).not.toContain('/setup#');
    expect(await statusOf(same, { cookie })).toBe(200);
  });

  test('lets only those in who sign in as soon as others reach it, unless somebody says otherwise', async () => {
    await using closed = up('--host', '0.0.0.0');
    expect(await statusOf(await closed.says(URL_SAID))).toBe(401);
    await closed.end();
    await using open = up('--host', '0.0.0.0', '--access', 'open');
    const url = await open.says(URL_SAID);
    await open.says(READ);
    expect(open.said()).toContain('Careful: there are no accounts');
    expect(await statusOf(url)).toBe(200);
  });
});
