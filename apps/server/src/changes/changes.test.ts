import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ChangeEntry } from '../port.ts';
import { document, filled, serveFolders, temporaryFolder } from '../test-support.ts';
import { atomFeed } from './feed.ts';

const ORDERS = document('Orders');
const EDITED = ORDERS.replace(', total: { type: number }', '').replace('version: 1.0.0', 'version: 2.0.0');

/** A server over two documents, of which the first one was edited once. */
async function edited() {
  const folder = filled(temporaryFolder(), { 'orders.yaml': ORDERS, 'billing.yaml': document('Billing', 'receive') });
  const { url } = await serveFolders(folder);
  const get = async (path: string, headers = {}) => await fetch(url + path, { headers });
  const list = async (query = '') =>
    (await (await get(`/api/v1/changes${query}`)).json()) as { items: ChangeEntry[]; next?: string };
  await vi.waitFor(async () => expect((await list()).items).toHaveLength(2), { timeout: 15_000 });
  writeFileSync(join(folder, 'orders.yaml'), EDITED);
  await vi.waitFor(async () => expect((await list()).items).toHaveLength(3), { timeout: 15_000 });
  return { url, get, list };
}

test('a revision is told by what changed since the one before, the gravest first; the first one was added', async () => {
  const { list } = await edited();
  const [newest, ...first] = (await list()).items;
  expect(newest).toMatchObject({ kind: 'changed', title: 'Orders', serviceName: 'Orders', verdict: 'breaking' });
  expect(newest?.changes[0]?.says).toMatch(/total/);
  expect(newest?.changes.map(({ code }) => code)).toContain('INFO_VERSION_CHANGED');
  expect(first.map(({ kind }) => kind)).toEqual(['added', 'added']);
});

test('changes are narrowed to a service, a channel and a time, and go on page by page', async () => {
  const { list } = await edited();
  const titles = async (query: string) => (await list(query)).items.map(({ kind, title }) => `${title} ${kind}`);
  expect(await titles('?service=billing')).toEqual(['Billing added']);
  expect(await titles('?service=orders')).toEqual(['Orders changed', 'Orders added']);
  expect(await titles('?channel=orders.placed&service=orders')).toEqual(['Orders changed', 'Orders added']);
  expect(await titles('?channel=nowhere')).toEqual([]);
  expect(await titles('?since=2999-01-01')).toEqual([]);
  const page = await list('?limit=1');
  expect(page.items).toHaveLength(1);
  const second = await list(`?limit=5&cursor=${page.next}`);
  expect(second.items).toHaveLength(2);
  expect(second.next).toBeUndefined();
});

test('a change that does not touch a channel is none of that channel', async () => {
  const folder = filled(temporaryFolder(), { 'orders.yaml': ORDERS });
  const { url } = await serveFolders(folder);
  const kinds = async (query: string) => {
    const { items } = (await (await fetch(`${url}/api/v1/changes${query}`)).json()) as { items: ChangeEntry[] };
    return items.map(({ kind }) => kind);
  };
  await vi.waitFor(async () => expect(await kinds('')).toEqual(['added']), { timeout: 15_000 });
  writeFileSync(join(folder, 'orders.yaml'), ORDERS.replace('The service', 'A service'));
  await vi.waitFor(async () => expect(await kinds('')).toEqual(['changed', 'added']), { timeout: 15_000 });
  expect(await kinds('?channel=orders.placed')).toEqual(['added']);
});

test('a time that is none is refused', async () => {
  const { url } = await serveFolders(filled(temporaryFolder(), { 'orders.yaml': ORDERS }));
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  const response = await fetch(`${url}/api/v1/changes?since=soon`);
  expect(await response.json()).toMatchObject({ code: 'SERVER_PARAMETER_INVALID', status: 400 });
});

test('feeds have absolute addresses, and an unchanged one is not sent again', async () => {
  const { url, get } = await edited();
  const json = await get('/api/v1/changes.json?service=orders');
  expect(json.headers.get('content-type')).toContain('application/feed+json');
  const feed = (await json.json()) as {
    feed_url: string;
    title: string;
    items: { url: string; id: string; title: string }[];
  };
  expect(feed.feed_url).toBe(`${url}/api/v1/changes.json?service=orders`);
  expect(feed.title).toBe('Changes of Orders in Portolan');
  expect(feed.items.map(({ title }) => title)).toEqual(['Orders: a breaking change', 'Orders was added']);
  for (const item of feed.items) expect(item.url).toMatch(new RegExp(`^${url}/documents/`));
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(2);
  const atom = await get('/api/v1/changes.atom');
  expect(atom.headers.get('content-type')).toContain('application/atom+xml');
  const tag = atom.headers.get('etag') as string;
  expect(await atom.text()).toContain(
    `<link rel="self" type="application/atom+xml" href="${url}/api/v1/changes.atom"/>`,
  );
  expect((await get('/api/v1/changes.atom', { 'if-none-match': tag })).status).toBe(304);
});

test('what a document says cannot become markup in a feed', () => {
  const entry: ChangeEntry = {
    sequence: 1,
    at: '2026-03-01T12:00:00.000Z',
    kind: 'changed',
    document: 'a/b.yaml',
    title: '<b>&"Orders\u0007"',
    source: 'a',
    changes: [{ code: 'X', verdict: 'editorial', says: ']]><script>' }],
    more: 0,
  };
  const atom = atomFeed({
    title: 'Changes',
    origin: 'https://portolan.example.com',
    self: '/feed?a=1&b=2',
    entries: [entry],
  });
  expect(atom).toContain('<title>&lt;b&gt;&amp;&quot;Orders&quot; changed</title>');
  expect(atom).toContain('<id>https://portolan.example.com/feed?a=1&amp;b=2</id>');
  expect(atom).not.toContain('<script>');
});
