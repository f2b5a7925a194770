import { describe, expect, test } from 'vitest';
import { OTHER_PASSWORD, OWNS_NOTHING, PASSWORD, somebody, testAccess } from './access.test-support.ts';

const administrator = somebody('administrator');
const HERE = { from: '192.0.2.1' };

describe('the first administrator', () => {
  test('is made with the secret of the link, signed in, and by nobody a second time', async () => {
    const { accounts, whoIs, told } = await testAccess();
    expect(await accounts.isNew()).toBe(true);
    const secret = (await accounts.setupSecret()) as string;
    const other = (await accounts.setupSecret()) as string;
    const begun = await accounts.setUp(secret, { name: 'ada', password: PASSWORD }, HERE);
    expect(await whoIs(begun.secret)).toMatchObject({ name: 'ada', roles: ['administrator'] });
    expect([await accounts.isNew(), await accounts.setupSecret()]).toEqual([false, undefined]);
    for (const again of [secret, other]) {
      const refused = accounts.setUp(again, { name: 'eve', password: PASSWORD }, HERE);
      await expect(refused).rejects.toMatchObject({ code: 'CONTROL_SETUP_REFUSED' });
    }
    expect(await told()).toEqual(['ada user.created user:ada']);
  });

  test('two who use one link at the same time: one is let in', async () => {
    const { accounts } = await testAccess();
    const secret = (await accounts.setupSecret()) as string;
    const both = await Promise.allSettled(
      ['ada', 'eve'].map(name => accounts.setUp(secret, { name, password: PASSWORD }, HERE)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await accounts.users.list()).toHaveLength(1);
  });

  test('a wrong secret and one that is too old are refused; a weak password does not use the link up', async () => {
    const { accounts, pass } = await testAccess();
    const secret = (await accounts.setupSecret()) as string;
    const setUp = (given: string, password = PASSWORD) => accounts.setUp(given, { name: 'ada', password }, HERE);
    await expect(setUp('x'.repeat(43))).rejects.toMatchObject({ code: 'CONTROL_SETUP_REFUSED' });
    await expect(setUp(secret, 'short')).rejects.toMatchObject({ code: 'CONTROL_PASSWORD_WEAK' });
    pass(24 * 3_600_000);
    await expect(setUp(secret)).rejects.toMatchObject({ code: 'CONTROL_SETUP_REFUSED' });
    await setUp((await accounts.setupSecret()) as string);
  });

  test('comes from settings where nobody watches, once', async () => {
    const { accounts, told } = await testAccess();
    expect(await accounts.setUpUnwatched({ name: 'ada', password: PASSWORD })).toBe(true);
    expect(await accounts.setUpUnwatched({ name: 'eve', password: PASSWORD })).toBe(false);
    expect(await told()).toEqual(['command line user.created user:ada']);
  });
});

describe('users', () => {
  test('are made with what they may, and a name of their own', async () => {
    const { accounts } = await testAccess();
    const owns = { services: ['orders'], teams: [], sources: ['shop'] };
    const ben = await accounts.users.create(administrator, {
      name: 'ben',
      title: ' Ben ',
      password: PASSWORD,
      roles: ['owner'],
      owns,
    });
    expect(ben).toMatchObject({ name: 'ben', title: 'Ben', roles: ['owner'], owns, signsInWith: 'password' });
    expect(JSON.stringify(ben)).not.toContain('argon2');
    await expect(
      accounts.users.create(administrator, { name: 'BEN', password: PASSWORD, roles: [] }),
    ).rejects.toMatchObject({ code: 'STORE_NAME_TAKEN' });
    for (const name of ['', ' ben', 'a b', '-ben', 'x'.repeat(65), 'ben\n', 'ﬁne']) {
      await expect(accounts.users.create(administrator, { name, password: PASSWORD, roles: [] })).rejects.toMatchObject(
        {
          code: 'CONTROL_NAME_INVALID',
        },
      );
    }
    await accounts.users.create(administrator, { name: 'zoë.o@example.com', password: PASSWORD, roles: [] });
  });

  test('are changed member by member, and everything that changes is in the audit log but the password', async () => {
    const { accounts, access } = await testAccess();
    const { id } = await accounts.users.create(administrator, { name: 'ben', password: PASSWORD, roles: ['reader'] });
    const change = (what: object) => accounts.users.change(administrator, id, what);
    expect(await change({ roles: ['governor'] })).toMatchObject({
      roles: ['governor'],
      owns: OWNS_NOTHING,
      title: 'ben',
    });
    expect(await change({ title: 'Benjamin' })).toMatchObject({ roles: ['governor'], title: 'Benjamin' });
    expect(await change({ disabled: true })).toMatchObject({ disabled: expect.any(String) });
    expect(await change({ title: 'Ben' })).toMatchObject({ disabled: expect.any(String) });
    expect((await change({ disabled: false })).disabled).toBeUndefined();
    await change({ password: OTHER_PASSWORD });
    const entries = await access.audit.list({ limit: 9, subject: 'user:ben' });
    expect(
      entries
        .map(({ action, detail }) => [action, detail])
        .reverse()
        .slice(1),
    ).toEqual([
      ['user.changed', { roles: ['governor'] }],
      ['user.changed', { title: 'Benjamin' }],
      ['user.disabled', { disabled: true }],
      ['user.changed', { title: 'Ben' }],
      ['user.changed', { disabled: false }],
      ['user.changed', { changed: 'password' }],
    ]);
    await expect(accounts.users.change(administrator, 'none', {})).rejects.toMatchObject({
      code: 'CONTROL_USER_UNKNOWN',
    });
  });

  test('the last administrator stays one: CONTROL_LAST_ADMINISTRATOR', async () => {
    const { accounts } = await testAccess();
    const create = (name: string) =>
      accounts.users.create(administrator, { name, password: PASSWORD, roles: ['administrator'] });
    const [ada, ben] = [await create('ada'), await create('ben')];
    await accounts.users.change(administrator, ben.id, { disabled: true });
    for (const change of [{ roles: ['governor' as const] }, { disabled: true }]) {
      await expect(accounts.users.change(administrator, ada.id, change)).rejects.toMatchObject({
        code: 'CONTROL_LAST_ADMINISTRATOR',
      });
    }
    await accounts.users.change(administrator, ben.id, { disabled: false });
    await accounts.users.change(administrator, ada.id, { roles: [] });
  });
});
