import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@portolan/stores/postgres';
import {
  postgresPrograms,
  startPostgres,
  type TestServer,
  WITHOUT_POSTGRES,
} from '@portolan/stores/postgres/test-support';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { folder } from '../sources/folder.ts';
import { gitAddress } from '../sources/git/address.ts';
import { openGitSource } from '../sources/git/git-source.ts';
import { repositoryIn } from '../sources/git/repository.test-support.ts';
import type { Source } from '../sources/port.ts';
import type { Catalog } from './model.ts';
import { openCatalog } from './open-catalog.ts';

const document = (title: string) => `asyncapi: 3.0.0\ninfo: { title: ${title}, version: 1.0.0 }\n`;
const titles = (catalog: Catalog) => [...catalog.snapshot().documents.values()].map(({ title }) => title);
const within = { timeout: 15_000, interval: 20 };

describe.skipIf(!postgresPrograms)(
  `catalogs on one PostgreSQL${postgresPrograms ? '' : ` (${WITHOUT_POSTGRES})`}`,
  { timeout: 60_000 },
  () => {
    let server: TestServer;
    let base: string;
    let shop: string;
    let address: string;
    const catalogs: Catalog[] = [];
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.[Symbol.asyncDispose]());
    beforeEach(() => {
      base = mkdtempSync(join(tmpdir(), 'portolan-shared-'));
      shop = join(base, 'shop');
      mkdirSync(shop);
      address = server.address();
    });
    afterEach(async () => {
      await Promise.all(catalogs.splice(0).map(catalog => catalog.close()));
      rmSync(base, { recursive: true, force: true });
    });

    const put = (path: string, text: string) => writeFileSync(join(shop, path), text);

    async function open(source: Source = folder(shop)): Promise<Catalog> {
      const store = await openPostgres(address, { patience: 100, pace: 50 });
      const catalog = await openCatalog({ store, sources: [source], retryAfter: 100 });
      catalogs.push(catalog);
      return catalog;
    }

    test('processes that read the same folder record each change once and show the same', async () => {
      put('a.yaml', document('A'));
      const [one, two] = await Promise.all([open(), open()]);
      for (let n = 0; n < 5; n++) put(`new-${n}.yaml`, document(`New ${n}`));
      put('a.yaml', document('Better'));
      await vi.waitFor(() => {
        for (const catalog of [one, two]) expect(titles(catalog)).toHaveLength(6);
        for (const catalog of [one, two]) expect(titles(catalog)).toContain('Better');
        expect(two.snapshot().digest).toBe(one.snapshot().digest);
      }, within);
      expect(one.snapshot().sequence).toBe(7);
      const sequences = (catalog: Catalog) =>
        [...catalog.snapshot().documents.values()].map(({ sequence }) => sequence);
      expect(sequences(two)).toEqual(sequences(one));
    });

    test('what is pushed to one process is shown by all, also when the source is a new one', async () => {
      const [one, two] = await Promise.all([open(), open()]);
      await one.push('orders', [{ location: 'a.yaml', text: document('Pushed') }]);
      await vi.waitFor(() => expect(titles(two)).toEqual(['Pushed']), within);
      await two.push('orders', [{ location: 'b.yaml', text: document('Other') }]);
      await vi.waitFor(() => expect(titles(one)).toEqual(['Other']), within);
      expect(one.snapshot().sequence).toBe(two.snapshot().sequence);
    });

    test('a process that has not asked a repository for a while takes back nothing of what another one saw', async () => {
      const repository = repositoryIn(join(base, 'repository'));
      repository.commit({ 'a.yaml': document('A') });
      const openGit = async (every: number, data: string) => {
        const address = { ...gitAddress(repository.address), every };
        return await open(await openGitSource({ name: 'shop', address, data: join(base, data) }));
      };
      const [often, seldom] = [await openGit(100, 'often'), await openGit(600_000, 'seldom')];
      repository.commit({ 'b.yaml': document('B') });
      await vi.waitFor(
        () => {
          for (const catalog of [often, seldom]) expect(titles(catalog)).toEqual(['A', 'B']);
        },
        { ...within, timeout: 40_000 },
      );
      expect((await often.history('shop/b.yaml', { limit: 9 })).map(({ kind }) => kind)).toEqual(['revision']);
    });

    test('a process whose own watch misses a change hears of it from the one that recorded it', async () => {
      put('a.yaml', document('A'));
      const deaf: Source = { ...folder(shop), watch: () => ({ [Symbol.dispose]: () => undefined }) };
      const [one, two] = [await open(), await open(deaf)];
      put('a.yaml', document('Better'));
      await vi.waitFor(() => expect(titles(two)).toEqual(['Better']), within);
      expect(two.snapshot().documents.get('shop/a.yaml')?.sequence).toBe(2);
      expect(await two.history('shop/a.yaml', { limit: 9 })).toEqual(await one.history('shop/a.yaml', { limit: 9 }));
    });

    test('while the database is away the chart stays, the source says why, and what changed is taken in afterwards', async () => {
      put('a.yaml', document('A'));
      const catalog = await open();
      await catalog.check();
      await server.stop();
      await expect(catalog.check()).rejects.toMatchObject({ code: 'STORE_AWAY' });
      put('a.yaml', document('Better'));
      const problem = () => catalog.snapshot().sources[0]?.problem;
      await vi.waitFor(
        () => expect(problem()).toMatch(/not taken in at the moment: The store postgres:.* does not answer/),
        within,
      );
      expect(titles(catalog)).toEqual(['A']);
      await server.start();
      await vi.waitFor(() => expect(titles(catalog)).toEqual(['Better']), within);
      expect(problem()).toBeUndefined();
      await catalog.check();
    });
  },
);
