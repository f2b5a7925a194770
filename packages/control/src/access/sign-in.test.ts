import { describe, expect, test, vi } from 'vitest';
import { OTHER_PASSWORD, PASSWORD, somebody, testAccess } from './access.test-support.ts';
import { createPasswords } from './passwords.ts';
import { IDLE, LONGEST } from './sessions.ts';
import { LIMITS } from './throttle.ts';

const HERE = { from: '192.0.2.1', agent: 'A browser' };
const MINUTE = 60_000;

async function withAda(options: Parameters<typeof testAccess>[0] = {}) {
  const here = await testAccess(options);
  const ada = await here.accounts.users.create(somebody('administrator'), {
    name: 'ada',
    password: PASSWORD,
    roles: ['owner'],
  });
  const signIn = (name = 'ada', password = PASSWORD, from = '192.0.2.1') =>
    here.accounts.signIn({ name, password }, { from });
  return { ...here, ada, signIn };
}

const REFUSED = { code: 'CONTROL_SIGN_IN_REFUSED', kind: { status: 401 } };

describe('sign-in with a password', () => {
  test('begins a session that says who one is', async () => {
    const { signIn, whoIs, ada } = await withAda();
    const { secret, user } = await signIn('Ada');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(user).toEqual(ada);
    expect(await whoIs(secret)).toMatchObject({ kind: 'user', id: ada.id, name: 'ada', roles: ['owner'] });
    expect(await whoIs('x'.repeat(43))).toMatchObject({ kind: 'anonymous', roles: [] });
  });

  test('unknown, disabled, wrong, and signing in elsewhere are one answer after the same work', async () => {
    const passwords = createPasswords();
    const matches = vi.spyOn(passwords, 'matches');
    const { signIn, accounts, ada, store } = await withAda({ passwords });
    const cases: [string, string][] = [];
    cases.push(['ada', OTHER_PASSWORD], ['nobody', PASSWORD]);
    const identity = { issuer: 'https://id.example.com', subject: '1' };
    const elsewhere = { id: 'e', name: 'eve', title: 'Eve', identity, roles: [], owns: {}, created: '' };
    await store.access.write([{ kind: 'user', user: elsewhere }]);
    cases.push(['eve', PASSWORD]);
    const answers = [];
    for (const [name, password] of cases) answers.push(await signIn(name, password).catch(error => error));
    await accounts.users.change(somebody('administrator'), ada.id, { disabled: true });
    answers.push(await signIn().catch(error => error));
    for (const answer of answers) expect(answer).toMatchObject(REFUSED);
    expect(new Set(answers.map(answer => JSON.stringify([answer.message, answer.help, answer.params]))).size).toBe(1);
    // The work is that of one hash each: argon2id over a real hash, or over one that stands in for it.
    expect(matches).toHaveBeenCalledTimes(answers.length);
  });

  test('nothing that is kept, told or thrown has a password or the secret of a session in it', async () => {
    const { signIn, store, access } = await withAda();
    const { secret } = await signIn();
    const fault = await signIn('ada', OTHER_PASSWORD).catch(error => error);
    const kept = JSON.stringify([
      await store.access.users(),
      await store.access.sessionsOf((await store.access.userCalled('ada'))?.id as string),
      await access.audit.list({ limit: 99 }),
      fault,
      fault.stack,
    ]);
    for (const word of [PASSWORD, OTHER_PASSWORD, secret]) expect(kept).not.toContain(word);
  });

  test('is told to the audit log: who, what, from where, and who tried in vain', async () => {
    const { signIn, accounts, access, whoIs, told } = await withAda();
    await signIn('ada', OTHER_PASSWORD).catch(() => undefined);
    await signIn('nobody').catch(() => undefined);
    const { secret } = await signIn();
    await accounts.signOut(await whoIs(secret), secret);
    expect(await told()).toEqual([
      'test user.created user:ada',
      'anonymous session.refused user:ada',
      'anonymous session.refused user:unknown',
      'ada session.started user:ada',
      'ada session.ended user:ada',
    ]);
    expect((await access.audit.list({ limit: 1, action: 'session.refused' }))[0]).toMatchObject({
      from: '192.0.2.1',
      at: '2026-03-01T10:00:00.000Z',
    });
  });
});

describe('sessions', () => {
  test('end when they are not used, and at the latest after a week', async () => {
    const { signIn, whoIs, pass } = await withAda();
    const idle = await signIn();
    pass(IDLE - 1);
    expect((await whoIs(idle.secret)).kind).toBe('user');
    pass(IDLE);
    expect((await whoIs(idle.secret)).kind).toBe('anonymous');
    const used = await signIn();
    const step = IDLE / 2;
    for (let passed = 0; passed < LONGEST; passed += step) {
      expect((await whoIs(used.secret)).kind).toBe('user');
      pass(step);
    }
    expect((await whoIs(used.secret)).kind).toBe('anonymous');
  });

  test('open nothing to who is disabled, also where the session was left in the store', async () => {
    const { signIn, whoIs, store, ada } = await withAda();
    const { secret } = await signIn();
    const record = await store.access.user(ada.id);
    const user = { ...(record as NonNullable<typeof record>), disabled: '2026-03-01T10:00:00.000Z' };
    await store.access.write([{ kind: 'user', user }]);
    expect((await whoIs(secret)).kind).toBe('anonymous');
  });

  test('are not kept alive by asking about them', async () => {
    const { signIn, access, pass } = await withAda();
    const { secret } = await signIn();
    const ask = async () => (await access.recognise({ session: secret, unused: true })).principal.kind;
    pass(IDLE / 2);
    expect(await ask()).toBe('user');
    pass(IDLE / 2);
    expect(await ask()).toBe('anonymous');
  });

  test('are new with each sign-in, and the one that the browser had before ends', async () => {
    const { accounts, whoIs } = await withAda();
    const planted = 'planted-by-somebody-else'.padEnd(43, 'x');
    const begun = await accounts.signIn({ name: 'ada', password: PASSWORD }, HERE, planted);
    expect(begun.secret).not.toBe(planted);
    expect((await whoIs(planted)).kind).toBe('anonymous');
    const next = await accounts.signIn({ name: 'ada', password: PASSWORD }, HERE, begun.secret);
    expect((await whoIs(begun.secret)).kind).toBe('anonymous');
    expect((await whoIs(next.secret)).kind).toBe('user');
  });

  test('are listed for their user, and end all at once', async () => {
    const { accounts, signIn, whoIs } = await withAda();
    const [one, two] = [await accounts.signIn({ name: 'ada', password: PASSWORD }, HERE), await signIn()];
    const ada = await whoIs(one.secret);
    const listed = await accounts.sessions(ada, one.secret);
    expect(listed.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(listed.find(({ current }) => current)).toMatchObject(HERE);
    expect(JSON.stringify(listed)).not.toContain(one.secret);
    await accounts.signOutEverywhere(ada);
    for (const { secret } of [one, two]) expect((await whoIs(secret)).kind).toBe('anonymous');
    expect(await accounts.sessions(ada)).toEqual([]);
  });

  test('end with the account, and with the password that began them', async () => {
    const { accounts, signIn, whoIs, ada, pass } = await withAda();
    const administrator = somebody('administrator');
    const first = await signIn();
    await accounts.users.change(administrator, ada.id, { password: OTHER_PASSWORD });
    expect((await whoIs(first.secret)).kind).toBe('anonymous');
    const second = await signIn('ada', OTHER_PASSWORD);
    await accounts.users.change(administrator, ada.id, { disabled: true });
    expect((await whoIs(second.secret)).kind).toBe('anonymous');
    pass(1);
    await accounts.users.change(administrator, ada.id, { disabled: false });
    const third = await signIn('ada', OTHER_PASSWORD);
    const changed = await accounts.changePassword(
      await whoIs(third.secret),
      { old: OTHER_PASSWORD, new: PASSWORD },
      HERE,
    );
    expect((await whoIs(third.secret)).kind).toBe('anonymous');
    expect((await whoIs(changed.secret)).kind).toBe('user');
    await signIn();
  });

  test('a password is changed by who knows the old one, and to one that is good enough', async () => {
    const { accounts, signIn, whoIs } = await withAda();
    const { secret } = await signIn();
    const ada = await whoIs(secret);
    const change = (old: string, next: string) => accounts.changePassword(ada, { old, new: next }, HERE);
    await expect(change(OTHER_PASSWORD, OTHER_PASSWORD)).rejects.toMatchObject(REFUSED);
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({ code: 'CONTROL_PASSWORD_WEAK' });
    expect((await whoIs(secret)).kind).toBe('user');
  });
});

describe('tries in vain', () => {
  const wrong = 'not the password';
  const TOO_MANY = { code: 'CONTROL_TOO_MANY_TRIES', kind: { status: 429, retry: true }, params: { minutes: 15 } };

  test('of one name from one address are let through a few times, also all at once, and again later', async () => {
    const { signIn, pass } = await withAda();
    const all = await Promise.all(Array.from({ length: 12 }, () => signIn('ada', wrong).catch(error => error.code)));
    expect(all.filter(code => code === 'CONTROL_SIGN_IN_REFUSED')).toHaveLength(LIMITS.pair);
    await expect(signIn()).rejects.toMatchObject(TOO_MANY);
    await expect(signIn('ADA')).rejects.toMatchObject(TOO_MANY);
    pass(LIMITS.window);
    await signIn();
  });

  test('do not lock out who comes from elsewhere', async () => {
    const { signIn } = await withAda();
    for (let n = 0; n < 8; n++) await signIn('ada', wrong, '198.51.100.7').catch(() => undefined);
    await signIn('ada', PASSWORD, '192.0.2.1');
  });

  test('are forgiven by the right password', async () => {
    const { signIn } = await withAda();
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < LIMITS.pair - 1; n++) await expect(signIn('ada', wrong)).rejects.toMatchObject(REFUSED);
      await signIn();
    }
  });

  test('are only those in vain: a whole office may come from one address', async () => {
    const { signIn } = await withAda({ limits: { ...LIMITS, address: 3, name: 3 } });
    for (let n = 0; n < 8; n++) await signIn();
  });

  test('of many names from one address are let through up to a limit, and so are those of unknown names', async () => {
    const limits = { ...LIMITS, address: 6 };
    const { signIn } = await withAda({ limits });
    for (let n = 0; n < limits.address; n++) await expect(signIn(`name-${n}`, wrong)).rejects.toMatchObject(REFUSED);
    await expect(signIn()).rejects.toMatchObject(TOO_MANY);
  });

  test('of one name from everywhere are let through up to a limit', async () => {
    const limits = { ...LIMITS, name: 6 };
    const { signIn } = await withAda({ limits });
    for (let n = 0; n < limits.name; n++) await signIn('ada', wrong, `192.0.2.${n}`).catch(() => undefined);
    await expect(signIn('ada', PASSWORD, '192.0.2.99')).rejects.toMatchObject(TOO_MANY);
  });

  test('from one network of IPv6 count together, however the address is written', async () => {
    const { signIn } = await withAda();
    const addresses = [
      '2001:db8:0:1::1',
      '2001:db8:0:1:2:3:4:5',
      '2001:0db8::1:0:0:0:9',
      '2001:DB8:0:1::ff',
      '2001:db8:0:1::2',
    ];
    for (const from of addresses) await expect(signIn('ada', wrong, from)).rejects.toMatchObject(REFUSED);
    await expect(signIn('ada', PASSWORD, '2001:db8:0:1::77')).rejects.toMatchObject(TOO_MANY);
    await signIn('ada', PASSWORD, '2001:db8:0:2::77');
  });

  test('of the old password are counted too, when somebody changes it in a session that is not theirs', async () => {
    const { accounts, signIn, whoIs, pass } = await withAda();
    const { secret } = await signIn();
    const ada = await whoIs(secret);
    const change = () => accounts.changePassword(ada, { old: wrong, new: OTHER_PASSWORD }, { from: '192.0.2.1' });
    for (let n = 0; n < LIMITS.pair; n++) await expect(change()).rejects.toMatchObject(REFUSED);
    await expect(change()).rejects.toMatchObject(TOO_MANY);
    pass(LIMITS.window + MINUTE);
    await expect(change()).rejects.toMatchObject(REFUSED);
  });
});
