import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { folder } from '../sources/folder.ts';
import { document, temporaryFolder } from '../sources/git/repository.test-support.ts';
import type { CatalogDocument } from './model.ts';
import { openCatalog } from './open-catalog.ts';
import { snapshotOf } from './snapshot.ts';

async function twoDocuments(): Promise<readonly [CatalogDocument, CatalogDocument]> {
  const path = temporaryFolder();
  for (const name of ['Orders', 'Billing']) writeFileSync(join(path, `${name}.yaml`), document(name));
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const catalog = await openCatalog({ store, sources: [folder(path)] });
  onTestFinished(() => catalog.close());
  const [billing, orders] = [...catalog.snapshot().documents.values()];
  return [billing as CatalogDocument, orders as CatalogDocument];
}

const evidence = {
  location: 'evidence.yaml',
  format: 'evidence.yaml',
  complete: true,
  channels: [],
  uses: [],
  aliases: [],
};

test('a chart is related once, as long as documents and evidence stay as they are', async () => {
  const [billing, orders] = await twoDocuments();
  const first = snapshotOf([billing, orders], [], [], [], 2);
  const state = { name: 'shop', location: 'shop', documents: 2, problem: 'A file is too large.' };
  const later = snapshotOf([orders, billing], [], [state], [], 3, first);
  expect(later.chart).toBe(first.chart);
  expect(later.digest).not.toBe(first.digest);
});

test('a document that was replaced, left or came is related anew', async () => {
  const [billing, orders] = await twoDocuments();
  const both = snapshotOf([billing, orders], [], [], [], 2);
  const one = snapshotOf([orders], [], [], [], 3, both);
  expect(one.chart.services.map(({ name }) => name)).toEqual(['Orders']);
  const again = snapshotOf([{ ...billing }, orders], [], [], [], 4, both);
  expect(again.chart).not.toBe(both.chart);
  expect(snapshotOf([billing, orders], [], [], [], 4, one).chart.services).toHaveLength(2);
});

test('evidence that came or went is related anew', async () => {
  const documents = await twoDocuments();
  const without = snapshotOf(documents, [], [], [], 2);
  const beside = snapshotOf(documents, [evidence], [], [], 2, without);
  expect(beside.chart).not.toBe(without.chart);
  expect(snapshotOf(documents, [{ ...evidence }], [], [], 2, beside).chart).toBe(beside.chart);
  expect(snapshotOf(documents, [], [], [], 2, beside).chart).not.toBe(beside.chart);
});
