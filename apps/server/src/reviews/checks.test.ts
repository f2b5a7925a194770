import { join } from 'node:path';
import { folders, openCatalog, reviewsOf } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, test, vi } from 'vitest';
import type { CheckList, CheckPage, DecisionList, KeptCheckView } from '../port.ts';
import { document, filled, serve, serveFolders, temporaryFolder } from '../test-support.ts';
import { CHANGE, REPORT, SENT } from './check.test-support.ts';

async function opened(allowPush = true) {
  const folder = filled(temporaryFolder(), { 'billing.yaml': document('Billing', 'receive') });
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const catalog = await openCatalog({ store, sources: folders([folder]) });
  const { url } = await serve({ catalog, reviews: reviewsOf(store), allowPush });
  const ask = async <T>(path: string, method = 'GET', body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return (await (await fetch(`${url}/api/v1${path}`, { method, headers, ...sent })).json()) as T;
  };
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  return { url, ask };
}

test('a check that a pipeline sends is listed once and has a page', async () => {
  const { url, ask } = await opened();
  const kept = await ask<KeptCheckView>('/checks', 'POST', SENT);
  expect(kept).toMatchObject({ added: true, page: `${url}/checks/${kept.id}` });
  expect((await ask<KeptCheckView>('/checks', 'POST', SENT)).added).toBe(false);
  await ask('/checks', 'POST', { ...SENT, revision: 'def5678' });
  const { items, next } = await ask<CheckList>('/checks?limit=1');
  expect(items).toMatchObject([{ revision: 'def5678', verdict: 'breaking' }]);
  expect((await ask<CheckList>(`/checks?limit=5&cursor=${next}`)).items).toMatchObject([{ id: kept.id }]);
  expect((await ask<CheckList>('/checks?source=other')).items).toEqual([]);
  const page = await ask<CheckPage>(`/checks/${kept.id}`);
  expect(page).toMatchObject({ fails: true, verdict: { kind: 'breaking', says: REPORT.says } });
  expect(page.documents).toMatchObject([{ document: 'orders/orders.yaml', charted: false }]);
  expect(page.verdict.consumers).toMatchObject([{ name: 'Billing', charted: true }]);
});

test('a sign-off of every consumer, or a waiver, settles the change of a check; taken back, it breaks again', async () => {
  const { ask } = await opened();
  const { id } = await ask<KeptCheckView>('/checks', 'POST', SENT);
  const draft = { document: 'orders/orders.yaml', changes: [CHANGE.id], reason: 'They agreed' };
  const signed = { ...draft, kind: 'sign-off', service: 'billing' };
  const { items } = await ask<DecisionList>('/decisions', 'POST', signed);
  const page = await ask<CheckPage>(`/checks/${id}`);
  expect(page.verdict).toMatchObject({ kind: 'settled', consumers: [{ signedOff: { reason: 'They agreed' } }] });
  expect(page.said).toBe(REPORT.says);
  await ask(`/decisions/${items[0]?.id}`, 'DELETE');
  expect((await ask<CheckPage>(`/checks/${id}`)).verdict.kind).toBe('breaking');
  const until = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
  await ask('/decisions', 'POST', { ...draft, kind: 'waiver', until });
  expect((await ask<CheckPage>(`/checks/${id}`)).documents[0]?.changes[0]?.settled).toMatchObject({
    by: 'waiver',
    until,
  });
  expect((await ask<DecisionList>('/decisions?document=orders/orders.yaml')).items).toHaveLength(2);
});

test.each([
  ['a report of another shape', { ...SENT, report: { portolan: 'check/2' } }],
  [
    'a change without a verdict',
    { ...SENT, report: { ...REPORT, changes: { ...REPORT.changes, documents: [{ title: 'X', changes: [{}] }] } } },
  ],
  ['an address that is a program', { ...SENT, link: 'javascript:alert(1)' }],
  ['a name of a source that is a path', { ...SENT, source: '../orders' }],
])('%s is refused', async (_, body) => {
  const { ask } = await opened();
  expect(await ask('/checks', 'POST', body)).toMatchObject({ code: 'SERVER_BODY_INVALID' });
});

test('a report that is too large is refused, and so is one where nothing may be pushed', async () => {
  const { ask } = await opened();
  const large = { ...SENT, title: 'x'.repeat(4_300_000) };
  expect(await ask('/checks', 'POST', large)).toMatchObject({ status: 400, detail: expect.stringContaining('large') });
  const { ask: shut } = await opened(false);
  expect(await shut('/checks', 'POST', SENT)).toMatchObject({ code: 'SERVER_PUSH_OFF' });
});

test('a waiver without a day and a sign-off without a service are refused', async () => {
  const { ask } = await opened();
  const draft = { document: 'orders/orders.yaml', changes: ['A'], reason: 'Why not' };
  for (const kind of ['waiver', 'sign-off'])
    expect(await ask('/decisions', 'POST', { ...draft, kind })).toMatchObject({ code: 'CONTROL_DECISION_REFUSED' });
});

test('a server without a store for them says so: SERVER_REVIEWS_OFF', async () => {
  const { url } = await serveFolders(filled(temporaryFolder(), { 'orders.yaml': document('Orders') }));
  expect(await (await fetch(`${url}/api/v1/checks`)).json()).toMatchObject({ code: 'SERVER_REVIEWS_OFF' });
});
