import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../catalog/open-catalog.ts';
import { folder } from '../sources/folder.ts';
import { openOwners } from './owners.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'portolan-owners-'));
});

afterEach(() => rm(base, { recursive: true, force: true }));

async function write(path: string, text: string) {
  await mkdir(join(base, path, '..'), { recursive: true });
  await writeFile(join(base, path), text);
}

test('the CODEOWNERS of the repository counts, wherever it keeps it', async () => {
  await mkdir(join(base, 'repo/.git'), { recursive: true });
  await write('CODEOWNERS', '* @shop/outside\n');
  await write('repo/.github/CODEOWNERS', '/specs/orders/ @shop/orders\n');
  const owners = openOwners(join(base, 'repo/specs'), path => path.slice(base.length + 1));
  expect(await owners.of(join(base, 'repo/specs/orders/asyncapi.yaml'))).toMatchObject({
    team: 'orders',
    origin: { source: 'repo/.github/CODEOWNERS', inside: { start: { line: 1 } } },
  });
  expect(await owners.of(join(base, 'repo/specs/billing/asyncapi.yaml'))).toBeUndefined();
});

const document = (info: string) => `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0${info} }\n`;

test('a catalog takes owners from CODEOWNERS where documents name none, and follows it', async () => {
  await write('specs/CODEOWNERS', '* @shop/platform\n');
  await write('specs/orders.yaml', document(''));
  await write('specs/billing.yaml', document(', x-owner: finance').replace('Orders', 'Billing'));
  const hints: (() => void)[] = [];
  const source = {
    ...folder(join(base, 'specs')),
    watch(hint: () => void) {
      hints.push(hint);
      return { [Symbol.dispose]: () => undefined };
    },
  };
  const catalog = await openCatalog({ store: await openSqlite(join(base, 'portolan.db')), sources: [source] });
  const owners = () => catalog.snapshot().chart.services.map(({ id, owner }) => `${id} ${owner}`);
  try {
    expect(owners()).toEqual(['billing finance', 'orders platform']);
    expect(catalog.snapshot().chart.teams.map(({ id }) => id)).toEqual(['finance', 'platform']);
    const changed = new Promise<void>(resolve => catalog.onChange(() => resolve()));
    await write('specs/CODEOWNERS', 'orders.yaml @shop/sales\n');
    for (const hint of hints) hint();
    await changed;
    expect(owners()).toEqual(['billing finance', 'orders sales']);
  } finally {
    await catalog.close();
  }
});
