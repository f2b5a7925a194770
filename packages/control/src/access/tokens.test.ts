import { describe, expect, test } from 'vitest';
import { OWNS_NOTHING, PASSWORD, somebody, testAccess } from './access.test-support.ts';
import type { Principal, Role } from './model.ts';
import { openAccess, withoutAccounts } from './open-access.ts';
import { principalOfUser } from './principal-of.ts';

const administrator = somebody('administrator');
const DAY = 24 * 3_600_000;
const REFUSED = { code: 'CONTROL_TOKEN_REFUSED', kind: { status: 401 } };

async function withBen(...roles: readonly Role[]) {
  const here = await testAccess();
  const { id } = await here.accounts.users.create(administrator, { name: 'ben', password: PASSWORD, roles });
  const record = await here.store.access.user(id);
  const ben = principalOfUser(record as NonNullable<typeof record>);
  const whose = async (bearer: string) => (await here.access.recognise({ bearer, from: '192.0.2.1' })).principal;
  return { ...here, ben, whose, tokens: here.accounts.tokens };
}

const pipeline = { name: 'pipeline', roles: ['owner' as const], days: 30 };
const shop = { ...OWNS_NOTHING, sources: ['shop'] };

describe('tokens', () => {
  test('are shown once, recognised by their beginning, and kept as a digest only', async () => {
    const { tokens, store, access } = await withBen();
    const { secret, token } = await tokens.create(administrator, { ...pipeline, owns: shop, shared: true });
    expect(secret).toMatch(/^ptl_[\w-]{43}$/);
    expect(secret.startsWith(token.hint)).toBe(true);
    expect(token).toMatchObject({ name: 'pipeline', roles: ['owner'], owns: shop, state: 'active' });
    const everything = [
      await tokens.list(administrator),
      await store.access.tokens(),
      await access.audit.list({ limit: 9 }),
    ];
    expect(JSON.stringify(everything)).not.toContain(secret.slice(12));
  });

  test('say who one is, from where, and when they were used', async () => {
    const { tokens, whose, pass } = await withBen();
    const { secret, token } = await tokens.create(administrator, { ...pipeline, owns: shop, shared: true });
    expect(token.used).toBeUndefined();
    expect(await whose(secret)).toEqual({
      kind: 'token',
      id: token.id,
      name: 'pipeline',
      roles: ['owner'],
      owns: shop,
      from: '192.0.2.1',
    });
    const used = async () => (await tokens.list(administrator))[0]?.used;
    expect(await used()).toBe('2026-03-01T10:00:00.000Z');
    pass(30_000);
    await whose(secret);
    expect(await used()).toBe('2026-03-01T10:00:00.000Z');
    pass(30_000);
    await whose(secret);
    expect(await used()).toBe('2026-03-01T10:01:00.000Z');
  });

  test('are refused when unknown, expired or revoked, in the same words', async () => {
    const { tokens, whose, pass } = await withBen();
    const [expiring, revoked] = [
      await tokens.create(administrator, { ...pipeline, days: 1, shared: true }),
      await tokens.create(administrator, { ...pipeline, shared: true }),
    ];
    expect((await tokens.revoke(administrator, revoked.token.id)).state).toBe('revoked');
    pass(DAY);
    const secrets = [expiring.secret, revoked.secret, `ptl_${'x'.repeat(43)}`, '', PASSWORD];
    const faults = await Promise.all(secrets.map(secret => whose(secret).catch(error => error)));
    for (const fault of faults) expect(fault).toMatchObject(REFUSED);
    expect(new Set(faults.map(({ message }) => message)).size).toBe(1);
    expect((await tokens.list(administrator)).map(({ state }) => state).toSorted()).toEqual(['expired', 'revoked']);
  });

  test('of a user stop with the user, and shrink with their roles', async () => {
    const { tokens, whose, ben, accounts } = await withBen('governor');
    const { secret } = await tokens.create(ben, { name: 'mine', roles: ['governor'], days: 1 });
    expect((await whose(secret)).roles).toEqual(['governor']);
    await accounts.users.change(administrator, ben.id, { roles: ['reader'] });
    expect((await whose(secret)).roles).toEqual(['reader']);
    await accounts.users.change(administrator, ben.id, { disabled: true });
    await expect(whose(secret)).rejects.toMatchObject(REFUSED);
  });

  test('cannot be given more than one has, nor made for nobody by others than administrators', async () => {
    const { tokens, ben } = await withBen('owner');
    const ROLE = { code: 'CONTROL_ROLE_NEEDED' };
    await expect(tokens.create(ben, { name: 'x', roles: ['governor'], days: 1 })).rejects.toMatchObject(ROLE);
    await expect(tokens.create(ben, { ...pipeline, shared: true })).rejects.toMatchObject(ROLE);
    const token: Principal = { ...somebody('owner'), kind: 'token' };
    await expect(tokens.create(token, pipeline)).rejects.toMatchObject(ROLE);
    for (const days of [0, 367, 1.5]) {
      await expect(tokens.create(ben, { ...pipeline, days })).rejects.toMatchObject({ code: 'CONTROL_TOKEN_TOO_LONG' });
    }
  });

  test('are seen and revoked by their user and by administrators: CONTROL_TOKEN_UNKNOWN for others', async () => {
    const { tokens, ben } = await withBen('reader');
    const mine = await tokens.create(ben, { name: 'mine', roles: ['reader'], days: 1 });
    const shared = await tokens.create(administrator, { ...pipeline, shared: true });
    expect((await tokens.list(ben)).map(({ name }) => name)).toEqual(['mine']);
    expect((await tokens.list(administrator)).map(({ name, user }) => [name, user]).toSorted()).toEqual([
      ['mine', 'ben'],
      ['pipeline', undefined],
    ]);
    await expect(tokens.revoke(ben, shared.token.id)).rejects.toMatchObject({ code: 'CONTROL_TOKEN_UNKNOWN' });
    await tokens.revoke(ben, mine.token.id);
    await tokens.revoke(administrator, shared.token.id);
  });
});

describe('modes', () => {
  test('without accounts everybody may do everything, and what they do is remembered', async () => {
    const { store } = await testAccess();
    const open = openAccess({ store: store.access, mode: 'open' });
    expect(open.accounts).toBeUndefined();
    const { principal } = await open.recognise({ bearer: 'ptl_x', session: 'x', from: '::1' });
    expect(principal).toMatchObject({ kind: 'anonymous', roles: ['administrator'], from: '::1' });
    await open.audit.record({ principal, action: 'waiver.granted', subject: 'rule:X' });
    expect(await open.audit.list({ limit: 9 })).toMatchObject([{ action: 'waiver.granted', from: '::1' }]);
  });

  test('without a store the log is what remembers', async () => {
    const lines: object[] = [];
    const note = (facts: object) => lines.push(facts);
    const open = withoutAccounts({ info: note, warn: note, error: note });
    const { principal } = await open.recognise({});
    await open.audit.record({
      principal,
      action: 'waiver.granted',
      subject: 'rule:X',
      detail: { password: 'x', why: 'y' },
    });
    expect(lines).toMatchObject([{ action: 'waiver.granted', subject: 'rule:X', detail: { why: 'y' } }]);
    expect(await open.audit.list({ limit: 9 })).toEqual([]);
  });
});
