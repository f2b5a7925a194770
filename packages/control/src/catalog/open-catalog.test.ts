import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FolderOptions, folder } from '../sources/folder.ts';
import type { Catalog, CatalogChange } from './model.ts';
import { type CatalogOptions, openCatalog } from './open-catalog.ts';

/** A small document; what stands at its end is up to the test. */
const document = (title: string, action = 'send', more = '') => `asyncapi: 3.0.0
info: { title: ${title}, version: 1.0.0 }
channels:
  placed:
    address: orders.placed
    messages:
      OrderPlaced: { payload: { type: object, properties: { orderId: { type: string } } } }
operations:
  ${action}Placed: { action: ${action}, channel: { $ref: '#/channels/placed' } }
${more}`;

let base: string;
let root: string;
let catalog: Catalog | undefined;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'portolan-catalog-'));
  root = join(base, 'shop');
  mkdirSync(root);
});
afterEach(async () => {
  await catalog?.close();
  catalog = undefined;
  rmSync(base, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function open(options: FolderOptions = {}, more: Partial<CatalogOptions> = {}): Promise<Catalog> {
  const store = await openSqlite(join(base, 'data', 'portolan.db'));
  catalog = await openCatalog({ store, sources: [folder(root, options)], ...more });
  return catalog;
}

async function restart(): Promise<Catalog> {
  await catalog?.close();
  return await open();
}

const ids = (opened: Catalog) => [...opened.snapshot().documents.keys()];
const services = (opened: Catalog) => opened.snapshot().chart.services.map(service => service.name);

/** The next change that the catalog tells of and that the test waits for. */
function change(opened: Catalog, wanted: (change: CatalogChange) => boolean = () => true): Promise<CatalogChange> {
  return new Promise(resolve => {
    const end = opened.onChange(told => {
      if (!wanted(told)) return;
      end();
      resolve(told);
    });
  });
}

test('a folder becomes a chart, and every document a recorded revision', async () => {
  put('orders.yaml', document('Orders'));
  put('billing/asyncapi.yaml', document('Billing', 'receive'));
  const opened = await open();
  expect(ids(opened)).toEqual(['shop/billing/asyncapi.yaml', 'shop/orders.yaml']);
  expect(services(opened).sort()).toEqual(['Billing', 'Orders']);
  expect(opened.snapshot()).toMatchObject({
    sequence: 2,
    sources: [{ name: 'shop', location: root, documents: 2 }],
    recent: [{ title: 'Orders' }, { title: 'Billing' }],
  });
  const orders = opened.snapshot().documents.get('shop/orders.yaml');
  expect(orders).toMatchObject({ title: 'Orders', stale: false, files: [{ location: 'orders.yaml' }] });
  expect(await opened.text(orders?.files[0]?.digest as never)).toBe(document('Orders'));
});

test('after a restart nothing is recorded that is known, and the snapshot is the same', async () => {
  put('a.yaml', document('A'));
  const before = (await open()).snapshot();
  const after = (await restart()).snapshot();
  expect(after.sequence).toBe(1);
  expect(after.digest).toBe(before.digest);
  await catalog?.close();
  put('b.yaml', document('B'));
  rmSync(join(root, 'a.yaml'));
  const third = (await open()).snapshot();
  expect(third.recent.map(({ kind, document: id }) => [kind, id])).toEqual([
    ['removal', 'shop/a.yaml'],
    ['revision', 'shop/b.yaml'],
    ['revision', 'shop/a.yaml'],
  ]);
});

test('a saved file changes the chart, its revision is kept, and listeners are told which document it was', async () => {
  put('a.yaml', document('A'));
  put('b.yaml', document('B'));
  const opened = await open();
  const told = change(opened);
  put('a.yaml', document('Better'));
  const { snapshot, documents } = await told;
  expect(documents).toEqual(['shop/a.yaml']);
  expect(snapshot.chart.services.map(service => service.name).sort()).toEqual(['B', 'Better']);
  expect(opened.snapshot()).toBe(snapshot);
  expect(await opened.history('shop/a.yaml', { limit: 9 })).toHaveLength(2);
  expect(await opened.historyLength('shop/a.yaml')).toBe(2);
});

test('a document that came and one that went are told together or one by one, and end on the chart', async () => {
  put('a.yaml', document('A'));
  const opened = await open();
  const told = change(
    opened,
    ({ snapshot }) => !snapshot.documents.has('shop/a.yaml') && snapshot.documents.size === 1,
  );
  renameSync(join(root, 'a.yaml'), join(root, 'b.yaml'));
  await told;
  expect(ids(opened)).toEqual(['shop/b.yaml']);
  expect((await opened.history('shop/a.yaml', { limit: 1 }))[0]?.kind).toBe('removal');
});

test('a change in a file that two documents refer to is a new revision of both', async () => {
  const refers = "components: { schemas: { Money: { $ref: './types/money.yaml' } } }\n";
  put('a.yaml', document('A', 'send', refers));
  put('b.yaml', document('B', 'receive', refers));
  put('types/money.yaml', 'type: object\n');
  const opened = await open();
  const told = change(opened);
  put('types/money.yaml', 'type: object\ndescription: An amount.\n');
  expect((await told).documents).toEqual(['shop/a.yaml', 'shop/b.yaml']);
  const [newest] = await opened.history('shop/a.yaml', { limit: 1 });
  expect(newest).toMatchObject({ files: [{ location: 'a.yaml' }, { location: 'types/money.yaml' }] });
});

test('a file that was missing mends the documents that refer to it as soon as it is there', async () => {
  put('a.yaml', document('A', 'send', "components: { schemas: { Money: { $ref: './money.yaml' } } }\n"));
  const opened = await open();
  const findings = () =>
    opened
      .snapshot()
      .documents.get('shop/a.yaml')
      ?.findings.map(finding => finding.code) ?? [];
  const missing = findings().filter(code => code.includes('REF') || code.includes('FILE'));
  expect(missing).not.toEqual([]);
  const told = change(opened);
  put('money.yaml', 'type: object\n');
  await told;
  expect(findings()).not.toEqual(expect.arrayContaining(missing));
});

test('a broken document among good ones hides none of them, and is listed with its findings', async () => {
  put('good.yaml', document('Good'));
  put('broken.yaml', 'asyncapi: @\ninfo: { title: Broken }\n');
  put('empty.yaml', 'asyncapi:\n');
  const opened = await open();
  expect(ids(opened)).toEqual(['shop/broken.yaml', 'shop/empty.yaml', 'shop/good.yaml']);
  expect(services(opened)).toContain('Good');
  const broken = opened.snapshot().documents.get('shop/broken.yaml');
  expect(broken?.contract).toBeUndefined();
  expect(broken).toMatchObject({ title: 'broken.yaml', stale: false, findings: [{ severity: 'error' }] });
});

test('in the middle of an edit the chart keeps the last contract that could be read, also over a restart', async () => {
  put('a.yaml', document('A'));
  const opened = await open();
  const told = change(opened);
  put('a.yaml', `${document('A')}  : [`);
  await told;
  const isStale = (current: Catalog) => {
    expect(services(current)).toEqual(['A']);
    const held = current.snapshot().documents.get('shop/a.yaml');
    expect(held).toMatchObject({ stale: true, title: 'A', contract: { info: { title: 'A' } } });
    expect(held?.findings[0]?.severity).toBe('error');
  };
  isStale(opened);
  const again = await restart();
  isStale(again);
  const mended = change(again);
  put('a.yaml', document('Mended'));
  await mended;
  expect(again.snapshot().documents.get('shop/a.yaml')).toMatchObject({ stale: false, title: 'Mended' });
});

test('a document that was never whole is shown as far as it can be read', async () => {
  put('a.yaml', document('A', 'send', 'tags: @\n'));
  const opened = await open();
  const held = opened.snapshot().documents.get('shop/a.yaml');
  expect(held).toMatchObject({ stale: false, contract: { incomplete: true, operations: [{ id: 'sendPlaced' }] } });
  expect(held?.score).toBeUndefined();
});

test('damage to a part of a document takes nothing off the chart that was there before', async () => {
  put('a.yaml', document('A'));
  const opened = await open();
  const told = change(opened);
  put('a.yaml', document('A').replace('{ action: send', '{ action: @send'));
  await told;
  const held = opened.snapshot().documents.get('shop/a.yaml');
  expect(held).toMatchObject({ stale: true, contract: { operations: [{ id: 'sendPlaced' }] } });
  expect(held?.contract?.incomplete).toBeUndefined();
});

test('a reader that fails is a finding of that document alone', async () => {
  put('good.yaml', document('Good'));
  put('bad.yaml', document('Bad'));
  const store = await openSqlite(join(base, 'data', 'portolan.db'));
  const real = folder(root);
  const failing = {
    ...real,
    load: async (location: string) => {
      if (location === 'bad.yaml') throw new Error('input/output error');
      return await real.load(location);
    },
  };
  catalog = await openCatalog({ store, sources: [failing] });
  expect(services(catalog)).toEqual(['Good']);
  expect(catalog.snapshot().documents.get('shop/bad.yaml')?.findings).toMatchObject([
    { code: 'CONTROL_READING_FAILED', message: expect.stringContaining('input/output error') },
  ]);
});

test('a folder that goes away is a problem of its source, not the removal of its documents, and is logged', async () => {
  put('a.yaml', document('A'));
  const warn = vi.fn();
  const info = vi.fn();
  const opened = await open({}, { log: { info, warn, error: vi.fn() } });
  const told = change(opened);
  renameSync(root, `${root}-away`);
  const { snapshot, documents } = await told;
  expect(documents).toEqual([]);
  expect(snapshot.sources[0]?.problem).toContain('cannot be read at the moment');
  expect(snapshot.chart.services).toHaveLength(1);
  const back = change(opened);
  renameSync(`${root}-away`, root);
  expect((await back).snapshot.sources[0]?.problem).toBeUndefined();
  expect(await opened.historyLength('shop/a.yaml')).toBe(1);
  expect(warn.mock.calls).toEqual([[{ source: 'shop', problem: expect.any(String) }, expect.any(String)]]);
  expect(info.mock.calls).toContainEqual([{ source: 'shop' }, 'a source is well again']);
});

test('what cannot be recorded is not shown; the source says why, and it is tried again', async () => {
  put('a.yaml', document('A'));
  const store = await openSqlite(join(base, 'data', 'portolan.db'));
  let isFull = false;
  const moody = {
    ...store,
    record: async (changes: Parameters<typeof store.record>[0]) => {
      if (isFull) throw new Error('the disk is full');
      return await store.record(changes);
    },
    [Symbol.asyncDispose]: store[Symbol.asyncDispose],
  };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  catalog = await openCatalog({ store: moody, sources: [folder(root)], retryAfter: 50, log });
  isFull = true;
  const refused = change(catalog);
  put('a.yaml', document('Changed'));
  const { snapshot } = await refused;
  expect(snapshot.sources[0]?.problem).toContain('the disk is full');
  expect(services(catalog)).toEqual(['A']);
  expect(log.error).toHaveBeenCalled();
  const recorded = change(catalog, told => told.snapshot.chart.services[0]?.name === 'Changed');
  isFull = false;
  expect((await recorded).snapshot.sources[0]?.problem).toBeUndefined();
});

test('several sources are one chart; documents of a source that is not given are kept and not shown', async () => {
  put('a.yaml', document('A'));
  const farm = join(base, 'farm');
  mkdirSync(farm);
  writeFileSync(join(farm, 'b.yaml'), document('B', 'receive'));
  const openBoth = async (...sources: string[]) => {
    const store = await openSqlite(join(base, 'data', 'portolan.db'));
    return await openCatalog({ store, sources: sources.map(location => folder(location)) });
  };
  catalog = await openBoth(root, farm);
  expect(ids(catalog)).toEqual(['farm/b.yaml', 'shop/a.yaml']);
  await catalog.close();
  catalog = await openBoth(farm);
  expect(ids(catalog)).toEqual(['farm/b.yaml']);
  expect(await catalog.history('shop/a.yaml', { limit: 9 })).toHaveLength(1);
  expect(catalog.snapshot().recent.map(entry => entry.document)).toEqual(['farm/b.yaml']);
});

test('two sources of one name are refused, and so is a folder that is not there; the store is let go', async () => {
  const store = () => openSqlite(join(base, 'data', 'portolan.db'));
  const twins = [folder(root), folder(base, { name: 'shop' })];
  await expect(openCatalog({ store: await store(), sources: twins })).rejects.toMatchObject({
    code: 'CONTROL_SOURCE_TWICE',
  });
  await expect(openCatalog({ store: await store(), sources: [folder(join(base, 'none'))] })).rejects.toMatchObject({
    code: 'CONTROL_SOURCE_MISSING',
  });
  await (await store())[Symbol.asyncDispose]();
});

test('a quick series of saves ends with the last one', async () => {
  put('a.yaml', document('A'));
  const opened = await open();
  const last = change(opened, ({ snapshot }) => snapshot.documents.get('shop/a.yaml')?.title === 'A20');
  for (let n = 1; n <= 20; n++) {
    put('a.yaml', document(`A${n}`));
    await new Promise(resolve => setTimeout(resolve, n % 5));
  }
  appendFileSync(join(root, 'a.yaml'), '# the end\n');
  await last;
  const [newest] = await opened.history('shop/a.yaml', { limit: 1 });
  expect(newest?.kind === 'revision' && (await opened.text(newest.files[0]?.digest as never))).toContain('A20');
});
