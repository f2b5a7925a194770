import { expect, test } from 'vitest';
import { expiredWaivers, readSettings, signOffOf, unusedDecisions, waiverOf } from '../index.ts';

const WAIVER = 'owner: Order team, reason: It has to be., until: 2027-01-31';
const SIGN_OFF = 'consumer: Billing, team: Payments, on: 2026-01-15, reason: It does not read it.';
const CHANGE = { id: 'SCHEMA_CHANGED order /properties/state', location: 'specs/orders.yaml' };
const ON = { today: '2026-11-21', root: '' };

function settingsOf(text: string) {
  const { settings, findings } = readSettings('portolan.yaml', `version: 1\n${text}`);
  expect(findings).toEqual([]);
  return settings;
}

test.each([
  ['what it is told as', 'SCHEMA_CHANGED order /properties/state', true],
  ['a pattern', 'SCHEMA_CHANGED order /properties/*', true],
  ['anything of a schema', 'SCHEMA_CHANGED order **', true],
  ['its code', 'SCHEMA_CHANGED**', true],
  ['another place', 'SCHEMA_CHANGED order /properties/id', false],
  ['another kind', 'CHANNEL_REMOVED order', false],
  ['one of several', '[CHANNEL_REMOVED order, SCHEMA_CHANGED order /properties/state]', true],
])('a waiver names a change by %s', (_, change, covers) => {
  const { waivers } = settingsOf(
    `waivers: [{ change: ${change.startsWith('[') ? change : `"${change}"`}, ${WAIVER} }]`,
  );
  expect(waiverOf(waivers, CHANGE, ON) !== undefined).toBe(covers);
});

test('an identity that looks like a pattern is itself', () => {
  const { waivers } = settingsOf(`waivers: [{ change: "CHANNEL_REMOVED orders/{region}", ${WAIVER} }]`);
  expect(waiverOf(waivers, { id: 'CHANNEL_REMOVED orders/{region}', location: 'a.yaml' }, ON)).toBeDefined();
});

test('a waiver counts in its files, and to the end of its last day', () => {
  const { waivers } = settingsOf(`waivers: [{ change: "SCHEMA_*order**", at: specs/**, ${WAIVER} }]`);
  expect(waiverOf(waivers, CHANGE, ON)).toMatchObject({ owner: 'Order team' });
  expect(waiverOf(waivers, { ...CHANGE, location: 'teams/orders.yaml' }, ON)).toBeUndefined();
  expect(waiverOf(waivers, CHANGE, { ...ON, today: '2027-01-31' })).toBeDefined();
  expect(waiverOf(waivers, CHANGE, { ...ON, today: '2027-02-01' })).toBeUndefined();
  expect(expiredWaivers(waivers, '2027-02-01')[0]?.message).toContain('by Order team ended on 2027-01-31');
  expect(expiredWaivers(waivers, '2027-01-31')).toEqual([]);
});

test('only the owner of a service signs off for it', () => {
  const { signOffs } = settingsOf(`sign-offs: [{ change: "SCHEMA_CHANGED order**", ${SIGN_OFF} }]`);
  expect(signOffOf(signOffs, CHANGE, { name: 'billing', owner: 'payments' }, '')).toMatchObject({ on: '2026-01-15' });
  expect(signOffOf(signOffs, CHANGE, { name: 'Billing' }, '')).toBeDefined();
  expect(signOffOf(signOffs, CHANGE, { name: 'Billing', owner: 'Sales' }, '')).toBeUndefined();
  expect(signOffOf(signOffs, CHANGE, { name: 'Shop', owner: 'Payments' }, '')).toBeUndefined();
});

test('what nothing went by is told, what has ended only as that', () => {
  const settings = settingsOf(
    `waivers: [{ change: "A", ${WAIVER} }]\nsign-offs: [{ change: "A", ${SIGN_OFF} }]\nrequire-version: true`,
  );
  const codes = (today: string, used: readonly unknown[] = []) =>
    unusedDecisions(settings, decision => used.includes(decision), today).map(({ code }) => code);
  expect(codes('2026-11-21')).toEqual(['WAIVER_UNUSED', 'SIGN_OFF_UNUSED']);
  expect(codes('2027-02-01')).toEqual(['SIGN_OFF_UNUSED']);
  expect(codes('2026-11-21', [...settings.waivers, ...settings.signOffs])).toEqual([]);
  expect(settings.requireVersion).toBe(true);
});

test('a waiver without an end, an owner or a reason is none', () => {
  const { settings, findings } = readSettings('portolan.yaml', 'version: 1\nwaivers: [{ change: A }]');
  expect(settings.waivers).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual(Array(3).fill('SETTINGS_MEMBER_MISSING'));
});
