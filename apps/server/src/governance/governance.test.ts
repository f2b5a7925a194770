import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, openCatalog, reviewsOf } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, test, vi } from 'vitest';
import type { Governance } from '../port.ts';
import { CHANGE, SENT } from '../reviews/check.test-support.ts';
import { document, filled, serve, temporaryFolder } from '../test-support.ts';
import { mondayOf, weeksBetween } from './weeks.ts';

test('weeks begin on Monday, and those without anything are there too', () => {
  expect(mondayOf('2026-03-01T10:00:00.000Z')).toBe('2026-02-23');
  expect(mondayOf('2026-03-02T00:00:00.000Z')).toBe('2026-03-02');
  const now = new Date('2026-03-11T10:00:00.000Z');
  const changed = [{ at: '2026-03-10T10:00:00.000Z', verdict: 'breaking' as const }];
  const weeks = weeksBetween('2026-02-24', now, changed, [{ at: '2026-02-25T08:00:00.000Z', verdict: 'well' }]);
  expect(weeks.map(({ start, revisions, checks }) => [start, revisions.breaking, checks.well])).toEqual([
    ['2026-02-23', 0, 1],
    ['2026-03-02', 0, 0],
    ['2026-03-09', 1, 0],
  ]);
});

test('the governance lead sees what broke, by which code and whose it was, and which waivers there are', async () => {
  const settings = `waivers:
  - { change: "CHANNEL_REMOVED **", owner: Ordering, reason: Nobody reads it, until: 2020-01-31 }
`;
  const folder = filled(temporaryFolder(), {
    'portolan.yaml': settings,
    'orders.yaml': document('Orders'),
    'billing.yaml': document('Billing', 'receive'),
  });
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const catalog = await openCatalog({ store, sources: folders([folder]) });
  const { url } = await serve({ catalog, reviews: reviewsOf(store), allowPush: true });
  const get = async (query = '') => (await (await fetch(`${url}/api/v1/governance${query}`)).json()) as Governance;
  const post = (path: string, body: unknown) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const sum = ({ weeks }: Governance) => weeks.reduce((all, { revisions }) => all + revisions.breaking, 0);
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  writeFileSync(join(folder, 'orders.yaml'), document('Orders').replace(', total: { type: number }', ''));
  await vi.waitFor(async () => expect(sum(await get())).toBe(1), { timeout: 15_000 });
  await post('/checks', SENT);
  const draft = { document: 'orders/orders.yaml', changes: [CHANGE.id], reason: 'They agreed' };
  await post('/decisions', { ...draft, kind: 'sign-off', service: 'billing' });
  const until = new Date(Date.now() + 3 * 864e5).toISOString().slice(0, 10);
  await post('/decisions', { ...draft, kind: 'waiver', until });
  const told = await get('?days=30');
  expect(told.codes).toEqual([{ code: 'SCHEMA_CHANGED', breaking: 1, notChecked: 0, documents: 1 }]);
  expect(told.teams).toEqual([{ revisions: 1, breaking: 1 }]);
  expect(told.weeks.at(-1)?.checks.breaking).toBe(1);
  expect(told.waivers.map(({ from, state }) => [from, state])).toEqual([
    ['repository', 'expired'],
    ['here', 'expiring'],
  ]);
  expect(told.signOffs).toMatchObject([{ service: 'billing' }]);
  expect(told.cuts).toEqual([]);
  expect(await get('?days=1')).toMatchObject({ code: 'SERVER_PARAMETER_INVALID' });
});
