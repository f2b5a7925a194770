import { CLIENT, REDIRECT, startProvider } from '@portolan/control/provider.test-support';
import { describe, expect, test } from 'vitest';
import { bearing, browser, guarded, OTHER_PASSWORD, PASSWORD } from '../../access.test-support.ts';
import { createLog } from '../../log.ts';
import type { AuditList, MadeToken, SessionInfo, TokenView, UserView } from '../../port.ts';
import { serveFolders, temporaryFolder } from '../../test-support.ts';

const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
const codeOf = async (response: Response | Promise<Response>) => (await json<{ code: string }>(response)).code;

describe('from the first start to signing out everywhere', () => {
  test('an administrator is made, makes others, and everything is told', async () => {
    const { url, administrator } = await guarded();
    expect(await json<SessionInfo>(fetch(`${url}/api/v1/session`))).toEqual({
      access: 'closed',
      ended: false,
      isNew: true,
    });
    const ada = await administrator();
    expect(await json<SessionInfo>(ada.ask('GET', '/api/v1/session'))).toMatchObject({
      who: { kind: 'user', name: 'ada', roles: ['administrator'] },
      isNew: false,
    });
    const draft = { name: 'ben', password: OTHER_PASSWORD, roles: ['reader'] };
    const made = await ada.ask('POST', '/api/v1/users', draft);
    expect(made.status).toBe(201);
    const { id } = await json<UserView>(made);
    const ben = browser(url);
    expect((await ben.ask('POST', '/api/v1/session', { name: 'ben', password: OTHER_PASSWORD })).status).toBe(201);
    expect((await ben.ask('GET', '/api/v1/overview')).status).toBe(200);
    expect(await codeOf(ben.ask('GET', '/api/v1/users'))).toBe('CONTROL_ROLE_NEEDED');
    await ada.ask('PATCH', `/api/v1/users/${id}`, { roles: ['governor'] });
    await ben.ask('PUT', '/api/v1/account/password', { old: OTHER_PASSWORD, new: PASSWORD });
    expect((await json<{ items: object[] }>(ben.ask('GET', '/api/v1/account/sessions'))).items).toHaveLength(1);
    await ben.ask('DELETE', '/api/v1/account/sessions');
    expect(ben.cookies.size).toBe(0);
    const { items } = await json<AuditList>(ada.ask('GET', '/api/v1/audit?limit=500'));
    expect(items.map(({ who, action, subject }) => `${who.name} ${action} ${subject}`)).toEqual([
      'ben session.ended user:ben',
      'ben user.changed user:ben',
      'ada user.changed user:ben',
      'ben session.started user:ben',
      'ada user.created user:ben',
      'ada user.created user:ada',
    ]);
    for (const { from, at } of items) expect([from, Date.parse(at) > 0]).toEqual(['127.0.0.1', true]);
    const first = await json<AuditList>(ada.ask('GET', '/api/v1/audit?limit=4&action=user.'));
    expect(first.items.map(({ sequence }) => sequence)).toEqual([5, 4, 2, 1]);
    const page = await json<AuditList>(ada.ask('GET', '/api/v1/audit?limit=2'));
    expect(await json<AuditList>(ada.ask('GET', `/api/v1/audit?limit=9&before=${page.next}`))).toMatchObject({
      items: items.slice(2),
    });
  });

  test('a session that has ended is told apart from none', async () => {
    const { url, administrator, pass } = await guarded();
    const ada = await administrator();
    pass(13 * 3_600_000);
    expect(await codeOf(ada.ask('GET', '/api/v1/overview'))).toBe('CONTROL_SESSION_ENDED');
    expect(await codeOf(fetch(`${url}/api/v1/overview`))).toBe('CONTROL_SIGN_IN_NEEDED');
    expect(await json<SessionInfo>(ada.ask('GET', '/api/v1/session'))).toMatchObject({ ended: true });
    expect(await json<object>(ada.ask('DELETE', '/api/v1/session'))).toEqual({ ended: false });
  });

  test('who follows the changes is let go when the session has ended', async () => {
    const { administrator, pass, url } = await guarded({}, { streams: { heartbeat: 20, recheck: 20 } });
    const ada = await administrator();
    const left = await ada.ask('GET', '/api/v1/events');
    pass(13 * 3_600_000);
    expect(await left.text()).toContain('retry:');
    const tab = browser(url);
    await tab.ask('POST', '/api/v1/session', { name: 'ada', password: PASSWORD });
    const stream = await tab.ask('GET', '/api/v1/events');
    await tab.ask('DELETE', '/api/v1/account/sessions');
    expect(await stream.text()).toContain('retry:');
  });

  test('where reading is open, everybody reads, and nobody changes', async () => {
    const { url } = await guarded({ mode: 'read' });
    const answer = await fetch(`${url}/api/v1/overview`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(await codeOf(browser(url).ask('POST', '/api/v1/tokens', {}))).toBe('CONTROL_SIGN_IN_NEEDED');
  });

  test('where there are no accounts, what is about them says so: CONTROL_NO_ACCOUNTS', async () => {
    const { url } = await serveFolders(temporaryFolder());
    const asked = [
      ['GET', '/api/v1/users'],
      ['GET', '/api/v1/tokens'],
      ['GET', '/api/v1/account/sessions'],
      ['POST', '/api/v1/session', { name: 'ada', password: PASSWORD }],
      ['GET', '/api/v1/sign-in'],
    ] as const;
    for (const [method, path, body] of asked) {
      expect(await codeOf(browser(url).ask(method, path, body)), path).toBe('CONTROL_NO_ACCOUNTS');
    }
    expect(await json<SessionInfo>(fetch(`${url}/api/v1/session`))).toEqual({
      access: 'open',
      ended: false,
      isNew: false,
    });
    expect((await fetch(`${url}/api/v1/audit`)).status).toBe(200);
  });
});

describe('tokens', () => {
  test('are made, used and revoked over REST; the secret is in one answer', async () => {
    const { url, administrator } = await guarded();
    const ada = await administrator();
    const draft = { name: 'pipeline', roles: ['reader'], days: 30, shared: true };
    const { secret, token } = await json<MadeToken>(ada.ask('POST', '/api/v1/tokens', draft));
    const read = () => fetch(`${url}/api/v1/overview`, { headers: bearing(secret) });
    expect((await read()).status).toBe(200);
    const listed = await (await ada.ask('GET', '/api/v1/tokens')).text();
    expect(listed).toContain(token.hint);
    expect(listed).not.toContain(secret);
    expect(await json<TokenView>(ada.ask('DELETE', `/api/v1/tokens/${token.id}`))).toMatchObject({ state: 'revoked' });
    const refused = await read();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Portolan"']);
    expect(await codeOf(refused)).toBe('CONTROL_TOKEN_REFUSED');
  });

  test('that are no good are refused also where reading is open, and beside a good session', async () => {
    const { administrator } = await guarded({ mode: 'read' });
    const ada = await administrator();
    for (const authorization of ['Bearer', 'Bearer ', 'bearer ptl_x', 'BEARER   x y']) {
      const answer = await ada.ask('GET', '/api/v1/overview', undefined, { authorization });
      expect(await codeOf(answer), authorization).toBe('CONTROL_TOKEN_REFUSED');
    }
  });

  test('in a URL are refused: SERVER_SECRET_IN_URL', async () => {
    const { url, token } = await guarded();
    const secret = await token('reader');
    const paths = [`/?token=${secret}`, `/api/v1/overview?access_token=x`, `/map?x=${secret}`, `/services/${secret}`];
    for (const path of paths) {
      const answer = await fetch(`${url}${path}`);
      expect([answer.status, await codeOf(answer)], path).toEqual([400, 'SERVER_SECRET_IN_URL']);
    }
  });
});

describe('cookies', () => {
  const signIn = { name: 'ada', password: PASSWORD };
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0] ?? '';

  test('are out of reach for scripts and for pages of others, and for plain connections where there is TLS', async () => {
    const plain = await guarded();
    await plain.administrator();
    const cookie = cookieOf(await browser(plain.url).ask('POST', '/api/v1/session', signIn));
    expect(cookie).toMatch(/^portolan=[\w-]{43}; Path=\/; Max-Age=604\d{3}; HttpOnly; SameSite=Lax$/);
    const secure = await guarded({}, { publicUrl: 'https://portolan.example.com/' });
    const secret = await secure.access.accounts?.setupSecret();
    const answer = await browser(secure.url).ask('POST', '/api/v1/setup', { ...signIn, secret });
    expect(cookieOf(answer)).toMatch(
      /^__Host-portolan=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  test('that somebody else has planted do not become a session: the secret is always made here', async () => {
    const { url, administrator } = await guarded();
    await administrator();
    const victim = browser(url);
    victim.cookies.set('portolan', 'planted'.padEnd(43, 'x'));
    await victim.ask('POST', '/api/v1/session', signIn);
    expect(victim.cookies.get('portolan')).not.toContain('planted');
    const attacker = browser(url);
    attacker.cookies.set('portolan', 'planted'.padEnd(43, 'x'));
    expect((await attacker.ask('GET', '/api/v1/overview')).status).toBe(401);
  });

  test('of a session that was replaced open nothing any more', async () => {
    const { url, administrator } = await guarded();
    const ada = await administrator();
    const before = ada.cookies.get('portolan') as string;
    await ada.ask('POST', '/api/v1/session', signIn);
    const old = browser(url);
    old.cookies.set('portolan', before);
    expect((await old.ask('GET', '/api/v1/overview')).status).toBe(401);
    expect((await ada.ask('GET', '/api/v1/overview')).status).toBe(200);
  });
});

describe('pages of others', () => {
  test('change nothing through the browser of who has signed in: SERVER_ORIGIN_REFUSED', async () => {
    const { url, administrator } = await guarded();
    const ada = await administrator();
    const port = new URL(url).port;
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example.com' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${Number(port) - 1}` },
      { origin: `http://127.0.0.1:${port}.evil.example.com` },
      { origin: '', 'sec-fetch-site': 'cross-site' },
      { origin: url, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await ada.ask('DELETE', '/api/v1/account/sessions', undefined, headers);
      expect([answer.status, await codeOf(answer)], JSON.stringify(headers)).toEqual([403, 'SERVER_ORIGIN_REFUSED']);
    }
    // A form of another page brings the cookie of an old browser, and no word about where it is from.
    const cookie = `portolan=${ada.cookies.get('portolan')}`;
    const form = await fetch(`${url}/api/v1/account/sessions`, { method: 'DELETE', headers: { cookie } });
    expect(await codeOf(form)).toBe('SERVER_ORIGIN_REFUSED');
    expect((await ada.ask('GET', '/api/v1/overview')).status).toBe(200);
  });

  test('sign nobody in to an account of theirs, and change nothing where there are no accounts', async () => {
    const closed = await guarded();
    await closed.administrator();
    const headers = { origin: 'https://evil.example.com' };
    const body = { name: 'ada', password: PASSWORD };
    expect(await codeOf(browser(closed.url).ask('POST', '/api/v1/session', body, headers))).toBe(
      'SERVER_ORIGIN_REFUSED',
    );
    const open = await serveFolders(temporaryFolder());
    expect(await codeOf(browser(open.url).ask('DELETE', '/api/v1/session', undefined, headers))).toBe(
      'SERVER_ORIGIN_REFUSED',
    );
  });

  test('are told apart from programs, which bring no cookie, and from the address that people are told', async () => {
    const { url, token } = await guarded({}, { publicUrl: 'https://portolan.example.com' });
    const headers = bearing(await token('administrator'));
    const body = JSON.stringify({ name: 'ben', password: PASSWORD, roles: [] });
    const sent = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } };
    expect((await fetch(`${url}/api/v1/users`, sent)).status).toBe(201);
    const ours = { origin: 'https://portolan.example.com', 'sec-fetch-site': 'same-origin' };
    const answer = await browser(url).ask('POST', '/api/v1/session', { name: 'ben', password: PASSWORD }, ours);
    expect(answer.status).toBe(201);
  });
});

describe('what is sent', () => {
  test('has to be JSON as it is described, and is not repeated: SERVER_BODY_INVALID', async () => {
    const { url } = await guarded();
    const send = (body: string, type = 'application/json') =>
      fetch(`${url}/api/v1/session`, { method: 'POST', body, headers: { 'content-type': type } });
    for (const body of [
      '{}',
      '[]',
      '"x"',
      '{"name":"ada","password":4711471147}',
      '{"name":"ada","password":"x","more":1}',
    ]) {
      const answer = await send(body);
      const text = await answer.text();
      expect([answer.status, JSON.parse(text).code], body).toEqual([400, 'SERVER_BODY_INVALID']);
      expect(text).not.toContain('4711471147');
    }
    expect((await send('name=ada&password=x', 'text/plain')).status).toBe(400);
    expect((await send('name=ada', 'application/x-www-form-urlencoded')).status).toBe(400);
    expect((await send('{"__proto__":{"x":1}}')).status).toBe(400);
    expect((await send('{')).status).toBe(400);
  });

  test('is not even read from who may not send it', async () => {
    const { url } = await guarded();
    const body = `{"name":"${'x'.repeat(20_000)}"}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/users`, { method: 'POST', body, headers });
    expect(await codeOf(answer)).toBe('CONTROL_SIGN_IN_NEEDED');
  });
});

describe('where a request comes from', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
  const wrong = { name: 'ada', password: 'not the password' };

  test('is what the connection says: whoever writes a header counts as themselves', async () => {
    const { url, administrator } = await guarded();
    const ada = await administrator();
    const codes: string[] = [];
    for (let n = 0; n < 7; n++) {
      const headers = {
        'x-forwarded-for': `203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
      };
      codes.push(await codeOf(browser(url).ask('POST', '/api/v1/session', wrong, headers)));
    }
    expect(codes).toEqual([...Array(5).fill('CONTROL_SIGN_IN_REFUSED'), ...Array(2).fill('CONTROL_TOO_MANY_TRIES')]);
    const late = await browser(url).ask('POST', '/api/v1/session', wrong);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '900']);
    const { items } = await json<AuditList>(ada.ask('GET', '/api/v1/audit?action=session.refused'));
    expect(new Set(items.map(({ from }) => from))).toEqual(new Set(['127.0.0.1']));
  });

  test('is what a proxy says that is trusted', async () => {
    const { url, administrator } = await guarded({}, { proxies: ['127.0.0.1'] });
    const ada = await administrator();
    const answer = await browser(url).ask('POST', '/api/v1/session', { name: 'ada', password: PASSWORD }, forwarded);
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    const { items } = await json<AuditList>(ada.ask('GET', '/api/v1/audit?action=session.started'));
    expect(items[0]?.from).toBe('203.0.113.9');
  });

  test('and not what a proxy says that is another one', async () => {
    const { url, administrator } = await guarded({}, { proxies: ['192.0.2.0/24'] });
    const ada = await administrator();
    await browser(url).ask('POST', '/api/v1/session', { name: 'ada', password: PASSWORD }, forwarded);
    const { items } = await json<AuditList>(ada.ask('GET', '/api/v1/audit?action=session.started'));
    expect(items[0]?.from).toBe('127.0.0.1');
  });
});

describe('the identity provider', () => {
  async function withProvider() {
    const provider = await startProvider({ 'sub-1': { name: 'Ada', preferred_username: 'ada' } });
    const oidc = {
      issuer: provider.issuer,
      client: CLIENT.id,
      secret: async () => CLIENT.secret,
      label: 'Example',
      scopes: ['profile'],
      groupsClaim: 'groups',
      grants: [],
      everybody: 'reader' as const,
    };
    return { provider, ...(await guarded({ oidc }, { publicUrl: new URL(REDIRECT).origin })) };
  }

  test('signs people in, and they come to the page that they wanted', async () => {
    const { provider, url } = await withProvider();
    const tab = browser(url);
    expect(await json<SessionInfo>(tab.ask('GET', '/api/v1/session'))).toMatchObject({
      provider: { label: 'Example' },
    });
    const out = await tab.ask('GET', '/api/v1/sign-in?next=%2Fmap%3Fzoom%3D2');
    expect(out.status).toBe(303);
    const back = await provider.walk(out.headers.get('location') as string, 'sub-1');
    const home = await tab.ask('GET', `${back.pathname}${back.search}`);
    expect([home.status, home.headers.get('location')]).toEqual([303, '/map?zoom=2']);
    expect([...tab.cookies.keys()]).toEqual(['portolan']);
    expect(await json<SessionInfo>(tab.ask('GET', '/api/v1/session'))).toMatchObject({ who: { name: 'ada' } });
  });

  test('leads to no page of others', async () => {
    const { provider, url } = await withProvider();
    for (const next of [
      'https://evil.example.com',
      '//evil.example.com',
      '/\\evil.example.com',
      '/%09/evil.example.com',
    ]) {
      const tab = browser(url);
      const out = await tab.ask('GET', `/api/v1/sign-in?next=${encodeURIComponent(next)}`);
      const back = await provider.walk(out.headers.get('location') as string, 'sub-1');
      const home = await tab.ask('GET', `${back.pathname}${back.search}`);
      expect(new URL(home.headers.get('location') as string, url).origin, next).toBe(new URL(url).origin);
    }
  });

  test('signs nobody in through a link that somebody else has begun', async () => {
    const { provider, url } = await withProvider();
    const attacker = browser(url);
    const out = await attacker.ask('GET', '/api/v1/sign-in');
    const back = await provider.walk(out.headers.get('location') as string, 'sub-1');
    const victim = browser(url);
    const home = await victim.ask('GET', `${back.pathname}${back.search}`);
    expect(home.headers.get('location')).toBe('/sign-in?problem=CONTROL_OIDC_REFUSED');
    expect(victim.cookies.has('portolan')).toBe(false);
  });
});

test('no secret is ever in the log', async () => {
  let log = '';
  const written = createLog({ level: 'debug', stream: { write: (line: string) => (log += line) } });
  const { url, access, administrator, token } = await guarded({}, { log: written });
  const setup = (await access.accounts?.setupSecret()) as string;
  const ada = await administrator();
  const session = ada.cookies.get('portolan') as string;
  const secret = await token('reader');
  await ada.ask('POST', '/api/v1/users', { name: 'ben', password: OTHER_PASSWORD, roles: [] });
  await ada.ask('POST', '/api/v1/session', { name: 'ada', password: 'hunter2-in-vain' });
  await ada.ask('POST', '/api/v1/setup', { secret: setup, name: 'eve', password: PASSWORD });
  await fetch(`${url}/api/v1/overview?token=${secret}`, { headers: bearing(secret) });
  await fetch(`${url}/services/${secret}`);
  await fetch(`${url}/api/v1/overview`, {
    headers: { authorization: `Basic ${secret}`, cookie: `portolan=${session}x` },
  });
  await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    body: `{"password": "${PASSWORD}`,
    headers: { 'content-type': 'application/json' },
  });
  expect(log.split('\n').length).toBeGreaterThan(8);
  for (const word of [PASSWORD, OTHER_PASSWORD, 'hunter2', setup, session, secret]) expect(log).not.toContain(word);
});
