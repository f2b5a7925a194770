import { expect, test } from 'vitest';
import { OWNS_NOTHING, somebody, testAccess } from '../access/access.test-support.ts';
import type { Principal } from '../access/model.ts';
import { reviewsOf } from './reviews.ts';

const NOW = () => new Date('2026-03-01T12:00:00.000Z');
const CHECK = { source: 'orders', revision: 'abc1234', base: 'main', verdict: 'breaking', report: '{}' };
const CHANGES = { document: 'orders/asyncapi.yaml', changes: ['CHANNEL_REMOVED orders'], reason: 'Agreed with sales' };

async function opened() {
  const { store, access } = await testAccess();
  const told = async () =>
    (await access.audit.list({ limit: 50 })).map(({ action, subject }) => `${action} ${subject}`);
  return { reviews: reviewsOf(store, NOW), told };
}

const owner = (owns: Partial<Principal['owns']>): Principal => ({
  ...somebody('owner'),
  owns: { ...OWNS_NOTHING, ...owns },
});

test('a check is kept once, by whoever owns its source, and audited', async () => {
  const { reviews, told } = await opened();
  const pipeline = owner({ sources: ['orders'] });
  const first = await reviews.add(pipeline, CHECK);
  expect(await reviews.add(pipeline, CHECK)).toEqual({ id: first.id, added: false });
  expect((await reviews.add(pipeline, { ...CHECK, revision: 'def5678' })).added).toBe(true);
  expect(await reviews.checks({ limit: 10 })).toHaveLength(2);
  expect(await reviews.check(first.id)).toMatchObject({ verdict: 'breaking', report: '{}' });
  expect(await told()).toEqual(['check.pushed source:orders', 'check.pushed source:orders']);
  const stranger = owner({ sources: ['billing'] });
  await expect(reviews.add(stranger, CHECK)).rejects.toMatchObject({ code: 'CONTROL_ROLE_NEEDED' });
  await expect(reviews.check('none')).rejects.toMatchObject({ code: 'CONTROL_CHECK_UNKNOWN' });
});

test('a governor waives a change until a day, and takes it back', async () => {
  const { reviews, told } = await opened();
  const governor = somebody('governor');
  const [waiver] = await reviews.waive(governor, { ...CHANGES, until: '2026-06-30' });
  expect(waiver).toMatchObject({ kind: 'waiver', change: 'CHANNEL_REMOVED orders', until: '2026-06-30' });
  const id = waiver?.id ?? '';
  expect((await reviews.revoke(governor, id)).revoked).toBe('2026-03-01T12:00:00.000Z');
  await reviews.revoke(governor, id);
  expect(await reviews.decisions('orders/asyncapi.yaml')).toMatchObject([{ id, revoked: expect.any(String) }]);
  const subject = 'document:orders/asyncapi.yaml';
  expect(await told()).toEqual([`waiver.revoked ${subject}`, `waiver.granted ${subject}`]);
  const all = owner({ services: ['*'], sources: ['*'] });
  await expect(reviews.waive(all, { ...CHANGES, until: '2026-06-30' })).rejects.toMatchObject({
    code: 'CONTROL_ROLE_NEEDED',
  });
  await expect(reviews.revoke(governor, 'none')).rejects.toMatchObject({ code: 'CONTROL_DECISION_UNKNOWN' });
});

test.each([
  ['2026-02-28', 'is over'],
  ['2026-02-31', 'no day'],
  ['soon', 'is no day'],
  ['2028-01-01', 'more than a year'],
])('a waiver until %s is refused, because it %s: CONTROL_DECISION_REFUSED', async (until, why) => {
  const { reviews } = await opened();
  const refused = reviews.waive(somebody('governor'), { ...CHANGES, until });
  await expect(refused).rejects.toMatchObject({ code: 'CONTROL_DECISION_REFUSED' });
  await expect(refused).rejects.toThrow(why);
});

test('whoever owns a consumer signs several changes off, each for itself; nobody else does', async () => {
  const { reviews, told } = await opened();
  const sales = owner({ teams: ['sales'] });
  const draft = { ...CHANGES, changes: ['A', 'B', 'A'], service: 'billing', team: 'sales' };
  const made = await reviews.signOff(sales, draft);
  expect(made.map(({ change }) => change)).toEqual(['A', 'B']);
  expect(await told()).toHaveLength(2);
  await reviews.revoke(owner({ services: ['billing'] }), made[0]?.id ?? '');
  const stranger = owner({ teams: ['payments'], sources: ['orders'] });
  await expect(reviews.signOff(stranger, draft)).rejects.toMatchObject({ code: 'CONTROL_ROLE_NEEDED' });
  await expect(reviews.revoke(stranger, made[1]?.id ?? '')).rejects.toMatchObject({ code: 'CONTROL_ROLE_NEEDED' });
  await expect(reviews.signOff(sales, { ...draft, reason: ' ' })).rejects.toThrow('gives no reason');
});
