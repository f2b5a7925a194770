import { describe, expect, test } from 'vitest';
import { PASSWORD, somebody, testAccess } from './access.test-support.ts';
import type { Oidc, OidcSettings } from './oidc.ts';
import { CLIENT, type People, REDIRECT, startProvider } from './provider.test-support.ts';

const PEOPLE: People = {
  'sub-1': { name: 'Ada Lovelace', preferred_username: 'ada', email: 'ada@example.com', groups: ['payments', 'leads'] },
  'sub-2': { name: 'Ben', preferred_username: 'ada', groups: [] },
};

const VISIT = { from: '192.0.2.1' };

async function signingIn(
  more: Partial<OidcSettings> = {},
  people: People = PEOPLE,
  everybody: Pick<OidcSettings, 'everybody'> = { everybody: 'reader' },
) {
  const provider = await startProvider(people);
  const settings: OidcSettings = {
    issuer: provider.issuer,
    client: CLIENT.id,
    secret: async () => CLIENT.secret,
    label: 'Example',
    scopes: ['profile', 'email', 'groups'],
    groupsClaim: 'groups',
    grants: [],
    ...everybody,
    ...more,
  };
  const here = await testAccess({ oidc: settings });
  const oidc = here.accounts.oidc as Oidc;
  async function begun(subject = 'sub-1', next = '/map') {
    const { url, secret } = await oidc.begin(REDIRECT, next);
    return { url, secret, back: await provider.walk(url, subject) };
  }
  async function signIn(subject?: string) {
    const { back, secret } = await begun(subject);
    return await oidc.finish(back, secret, VISIT);
  }
  return { ...here, provider, oidc, begun, signIn };
}

const REFUSED = { code: 'CONTROL_OIDC_REFUSED', kind: { status: 401 } };

describe('sign-in at an identity provider', () => {
  test('makes a user at the first time, knows them the next time, and goes on to the page that was wanted', async () => {
    const { signIn, whoIs, accounts, told } = await signingIn();
    const first = await signIn();
    expect(first.next).toBe('/map');
    expect(first.user).toMatchObject({ name: 'ada', title: 'Ada Lovelace', roles: ['reader'] });
    expect(await whoIs(first.secret)).toMatchObject({
      kind: 'user',
      name: 'ada',
      owns: { teams: ['payments', 'leads'] },
    });
    const again = await signIn();
    expect(again.secret).not.toBe(first.secret);
    expect(await accounts.users.list()).toHaveLength(1);
    expect(await told()).toEqual([
      'ada user.created user:ada',
      'ada session.started user:ada',
      'ada session.started user:ada',
    ]);
  });

  test('sends a challenge, a state and a nonce, each made anew', async () => {
    const { oidc } = await signingIn();
    const asked = [await oidc.begin(REDIRECT, '/'), await oidc.begin(REDIRECT, '/')].map(
      ({ url }) => new URL(url).searchParams,
    );
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = asked.map(query => query.get(name));
      expect(values.every(value => value !== null && value.length >= 40)).toBe(true);
      expect(values[0]).not.toBe(values[1]);
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256');
    expect(asked[0]?.get('response_type')).toBe('code');
  });

  test('is who the subject says, whatever name they bring: a name that is taken gives nobody another’s rights', async () => {
    const { signIn, accounts } = await signingIn();
    await accounts.users.create(somebody('administrator'), {
      name: 'Ada',
      password: PASSWORD,
      roles: ['administrator'],
    });
    expect((await signIn('sub-1')).user).toMatchObject({ name: 'ada-2', roles: ['reader'] });
    expect((await signIn('sub-2')).user).toMatchObject({ name: 'ada-3', roles: ['reader'] });
  });

  test('gives roles by groups, anew at each sign-in', async () => {
    const people = structuredClone(PEOPLE) as Record<string, { groups: string[] }>;
    const grants = [
      { group: 'leads', role: 'governor' as const },
      { group: 'payments', role: 'owner' as const },
    ];
    const { signIn } = await signingIn({ grants }, people);
    expect((await signIn('sub-1')).user.roles).toEqual(['owner', 'governor']);
    expect((await signIn('sub-2')).user.roles).toEqual(['reader']);
    (people['sub-1'] as { groups: string[] }).groups = ['/payments', '*'];
    expect((await signIn('sub-1')).user).toMatchObject({ roles: ['owner'], owns: { teams: ['payments'] } });
  });

  test('lets nobody in who has no role, where there is none for everybody', async () => {
    const { signIn } = await signingIn({ grants: [{ group: 'leads', role: 'reader' }] }, PEOPLE, {});
    await expect(signIn('sub-2')).rejects.toMatchObject({ code: 'CONTROL_OIDC_NOT_ADMITTED' });
    expect((await signIn('sub-1')).user.roles).toEqual(['reader']);
  });

  test('does not let in who is disabled here', async () => {
    const { signIn, accounts } = await signingIn();
    const { user } = await signIn();
    await accounts.users.change(somebody('administrator'), user.id, { disabled: true });
    await expect(signIn()).rejects.toMatchObject(REFUSED);
    await expect(
      accounts.users.change(somebody('administrator'), user.id, { password: PASSWORD }),
    ).rejects.toMatchObject({
      code: 'CONTROL_PASSWORD_ELSEWHERE',
    });
  });
});

describe('what is not the way that began here is refused', () => {
  test('a browser that did not begin: somebody else’s way back signs nobody in', async () => {
    const { oidc, begun, accounts } = await signingIn();
    const { back } = await begun();
    await expect(oidc.finish(back, undefined, VISIT)).rejects.toMatchObject(REFUSED);
    await expect(oidc.finish(back, 'x'.repeat(43), VISIT)).rejects.toMatchObject(REFUSED);
    expect(await accounts.users.list()).toEqual([]);
  });

  test('the answer to another way, by its state', async () => {
    const { oidc, begun } = await signingIn();
    const [mine, theirs] = [await begun('sub-1'), await begun('sub-2')];
    await expect(oidc.finish(theirs.back, mine.secret, VISIT)).rejects.toMatchObject({
      ...REFUSED,
      message: expect.stringContaining('state'),
    });
  });

  test('the code of another way under the state of this one', async () => {
    const { oidc, begun } = await signingIn();
    const [mine, theirs] = [await begun('sub-1'), await begun('sub-2')];
    mine.back.searchParams.set('code', theirs.back.searchParams.get('code') as string);
    await expect(oidc.finish(mine.back, mine.secret, VISIT)).rejects.toMatchObject(REFUSED);
  });

  test('the answer of another provider', async () => {
    const { oidc, begun } = await signingIn();
    const { back, secret } = await begun();
    back.searchParams.set('iss', 'https://other.example.com');
    await expect(oidc.finish(back, secret, VISIT)).rejects.toMatchObject(REFUSED);
  });

  test('a way that was gone already, and one that took too long', async () => {
    const { oidc, begun, pass } = await signingIn();
    const first = await begun();
    await oidc.finish(first.back, first.secret, VISIT);
    await expect(oidc.finish(first.back, first.secret, VISIT)).rejects.toMatchObject(REFUSED);
    const slow = await begun();
    pass(10 * 60_000);
    await expect(oidc.finish(slow.back, slow.secret, VISIT)).rejects.toMatchObject(REFUSED);
  });

  test('a refusal of the provider, whose words are told in one line', async () => {
    const { oidc } = await signingIn();
    const { url, secret } = await oidc.begin(REDIRECT, '/');
    const { searchParams } = new URL(url);
    const back = new URL(REDIRECT);
    const answer = {
      error: 'access_denied',
      error_description: 'Not\nyou.',
      state: searchParams.get('state') as string,
    };
    for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
    await expect(oidc.finish(back, secret, VISIT)).rejects.toMatchObject(REFUSED);
  });

  test('a client secret that is wrong', async () => {
    const { signIn } = await signingIn({ secret: async () => 'wrong' });
    const fault = await signIn().catch(error => error);
    expect(fault).toMatchObject(REFUSED);
    expect(fault.message).toContain('does not accept the id or the secret');
  });
});

describe('settings', () => {
  test.each([
    ['no address', 'issuer'],
    ['http://id.example.com', 'https://'],
    ['https://user:password@id.example.com', 'user name'],
  ])('%s is refused at the start', async (issuer, words) => {
    await expect(testAccess({ oidc: settingsOf(issuer) })).rejects.toMatchObject({
      code: 'CONTROL_OIDC_SETTINGS',
      message: expect.stringContaining(words),
    });
  });

  test('a provider that is away is a fault at the sign-in, and is asked again the next time', async () => {
    const { accounts } = await testAccess({ oidc: settingsOf('http://127.0.0.1:9') });
    for (let n = 0; n < 2; n++) {
      await expect(accounts.oidc?.begin(REDIRECT, '/')).rejects.toMatchObject({ code: 'CONTROL_OIDC_AWAY' });
    }
  });
});

function settingsOf(issuer: string): OidcSettings {
  return { issuer, client: 'portolan', label: 'Example', scopes: [], groupsClaim: 'groups', grants: [] };
}
