import { describe, expect, test } from 'vitest';
import { OWNS_NOTHING, somebody } from './access.test-support.ts';
import { demand, may, owning } from './may.ts';
import { type Need, type Principal, ROLES } from './model.ts';
import { anonymous, principalOfToken } from './principal-of.ts';

const NEEDS: readonly Need[] = ['read', 'own', 'govern', 'administer'];

describe('roles', () => {
  test('include each other in their order', () => {
    const table = ROLES.map(role => NEEDS.filter(need => may(somebody(role), need)));
    expect(table).toEqual([
      ['read'],
      ['read', 'own'],
      ['read', 'own', 'govern'],
      ['read', 'own', 'govern', 'administer'],
    ]);
    expect(NEEDS.filter(need => may(somebody(), need))).toEqual([]);
  });

  test('somebody unknown may nothing, or read, or everything, as the mode says', () => {
    const table = (['closed', 'read', 'open'] as const).map(mode => NEEDS.filter(need => may(anonymous(mode), need)));
    expect(table).toEqual([[], ['read'], NEEDS]);
  });

  test('an account is a user’s, not a token’s; both are known', () => {
    const token: Principal = { ...somebody('administrator'), kind: 'token' };
    expect([may(somebody(), 'account'), may(token, 'account'), may(anonymous('open'), 'account')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([may(somebody(), 'known'), may(token, 'known'), may(anonymous('open'), 'known')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(may(anonymous('closed'), 'nothing')).toBe(true);
  });
});

describe('owning', () => {
  const owner: Principal = {
    ...somebody('owner'),
    owns: { services: ['orders'], teams: ['payments'], sources: ['*'] },
  };

  test('is of services, of all that a team owns, or of everything of a kind', () => {
    expect(may(owner, owning({ service: 'orders' }))).toBe(true);
    expect(may(owner, owning({ service: 'billing' }))).toBe(false);
    expect(may(owner, owning({ service: 'billing', team: 'payments' }))).toBe(true);
    expect(may(owner, owning({ source: 'anything' }))).toBe(true);
    expect(may(owner, owning({}))).toBe(false);
  });

  test('takes the role as well, and governors need not own', () => {
    expect(may({ ...owner, roles: ['reader'] }, owning({ service: 'orders' }))).toBe(false);
    expect(may(somebody('governor'), owning({ service: 'orders' }))).toBe(true);
  });
});

test('a demand that is not met says what is missing: CONTROL_SIGN_IN_NEEDED, CONTROL_ROLE_NEEDED', () => {
  demand(somebody('governor'), 'govern');
  expect(() => demand(anonymous('read'), 'own')).toThrow(expect.objectContaining({ code: 'CONTROL_SIGN_IN_NEEDED' }));
  const refused = { code: 'CONTROL_ROLE_NEEDED', message: 'test may not do this: it takes the role governor.' };
  expect(() => demand(somebody('owner'), 'govern')).toThrow(expect.objectContaining(refused));
  expect(() => demand(somebody('owner'), owning({ service: 'orders' }))).toThrow(/to own the service orders/);
});

describe('a token may no more than the user may at this moment whose it is', () => {
  const record = { id: 't', name: 't', digest: '', hint: '', created: '', expires: '' };
  const user = { id: 'u', name: 'u', title: 'u', created: '' };
  const everything = { services: ['*'], teams: ['*'], sources: ['*'] };
  const effective = (token: readonly string[], of: readonly string[], owns: object = OWNS_NOTHING) =>
    principalOfToken({ ...record, roles: token, owns: everything }, { ...user, roles: of, owns: { ...owns } });

  test.each([
    [['administrator'], ['reader'], ['reader']],
    [['administrator'], ['administrator'], ['administrator']],
    [['reader'], ['administrator'], ['reader']],
    [['governor'], [], []],
    [['governor', 'reader'], ['owner'], ['reader', 'owner']],
  ])('%j of one who is %j is %j', (token, of, roles) => {
    expect(effective(token, of).roles.toSorted()).toEqual(roles.toSorted());
  });

  test('and owns no more', () => {
    expect(effective(['owner'], ['owner'], { sources: ['shop'] }).owns).toEqual({ ...OWNS_NOTHING, sources: ['shop'] });
    expect(effective(['owner'], ['governor']).owns).toEqual(everything);
    const shared = principalOfToken({ ...record, roles: ['governor'], owns: {} }, undefined);
    expect(shared).toMatchObject({ kind: 'token', roles: ['governor'], owns: OWNS_NOTHING });
  });

  test('roles of a newer Portolan are none', () => {
    expect(effective(['emperor', 'reader'], ['administrator']).roles).toEqual(['reader']);
  });
});
