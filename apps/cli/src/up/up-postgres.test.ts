import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  postgresPrograms,
  startPostgres,
  type TestServer,
  WITHOUT_POSTGRES,
} from '@portolan/stores/postgres/test-support';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');
const URL_SAID = /Portolan is at (http:\S+)/;
const READ = /every revision is kept in (\S+)/;
const within = { timeout: 20_000, interval: 50 };

describe.skipIf(!postgresPrograms)(
  `up on PostgreSQL${postgresPrograms ? '' : ` (${WITHOUT_POSTGRES})`}`,
  { timeout: 60_000 },
  () => {
    let server: TestServer;
    let work: string;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.[Symbol.asyncDispose]());
    beforeEach(() => {
      work = mkdtempSync(join(tmpdir(), 'portolan-up-'));
      mkdirSync(join(work, 'specs'));
      writeFileSync(join(work, 'specs', 'orders.yaml'), starter({ name: 'Orders', protocol: 'kafka' }));
    });
    afterEach(() => rmSync(work, { recursive: true, force: true }));

    const up = (address: string, ...more: string[]) =>
      start([PROGRAM, 'up', 'specs', '--store', address, '--port', '0', ...more], work);
    const statusOf = async (url: string) => (await fetch(url)).status;

    test('several processes serve from one database, and no folder is made for data', async () => {
      const address = server.address();
      await using one = up(address);
      await using two = up(address);
      const urls = [await one.says(URL_SAID), await two.says(URL_SAID)];
      expect(await one.says(READ)).toMatch(/^postgres:\/\/postgres@127\.0\.0\.1:\d+\/postgres\?schema=test_\d+$/);
      await two.says(READ);
      writeFileSync(join(work, 'specs', 'billing.yaml'), starter({ name: 'Billing', protocol: 'kafka' }));
      await vi.waitFor(async () => {
        for (const url of urls) {
          const { items } = await (await fetch(`${url}/api/v1/documents/specs%2Fbilling.yaml/revisions`)).json();
          expect(items).toHaveLength(1);
        }
      }, within);
      expect(existsSync(join(work, '.portolan'))).toBe(false);
      expect([await one.end(), await two.end()]).toEqual([0, 0]);
    });

    test('while the database is away the process lives, is not ready and says so, and is ready again afterwards', async () => {
      await using portolan = up(server.address(), '--log-level', 'debug');
      const url = await portolan.says(URL_SAID);
      await portolan.says(READ);
      expect(await statusOf(`${url}/readyz`)).toBe(200);
      await server.stop();
      const answer = await fetch(`${url}/readyz`);
      expect([answer.status, (await answer.json()).code]).toEqual([503, 'STORE_AWAY']);
      expect(await statusOf(`${url}/healthz`)).toBe(200);
      expect(await statusOf(`${url}/api/v1/overview`)).toBe(200);
      writeFileSync(join(work, 'specs', 'billing.yaml'), starter({ name: 'Billing', protocol: 'kafka' }));
      await portolan.says(/a change could not be taken in/);
      await server.start();
      await vi.waitFor(async () => expect(await statusOf(`${url}/readyz`)).toBe(200), within);
      await vi.waitFor(async () => {
        expect(await statusOf(`${url}/api/v1/documents/specs%2Fbilling.yaml`)).toBe(200);
      }, within);
      expect(await portolan.end()).toBe(0);
      for (const secret of [server.password, encodeURIComponent(server.password)]) {
        expect(portolan.said()).not.toContain(secret);
      }
    });

    test.each([
      ['STORE_REFUSED', (address: string) => address.replace(/:[^:@]*@/, ':s3cret@')],
      ['STORE_ADDRESS_INVALID', () => 'postgres://portolan:s3cret@db.example.com:port/events'],
      ['STORE_ADDRESS_INVALID', () => '.s3cret'],
    ])('%s ends it by name, without the password', async (code, change) => {
      await using portolan = up(change(server.address()));
      expect(await portolan.ended()).toBeGreaterThan(1);
      expect(portolan.said()).toContain(`code: ${code}`);
      expect(portolan.said()).not.toContain('s3cret');
    });
  },
);
