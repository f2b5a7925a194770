import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';

/** Where the identity provider of a test sends browsers back to. */
export const REDIRECT = 'http://localhost:4400/api/v1/sign-in/back';
export const CLIENT = { id: 'portolan', secret: 'the secret of the client, with signs: +/%&' };

/** People that it knows, by the subject that it calls them. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A real identity provider on this machine. */
export interface TestProvider {
  readonly issuer: string;
  /** Goes the way of a browser: signs in, agrees, and gives the address that the provider sends it back to. */
  walk(url: string, subject: string): Promise<URL>;
}

/** Starts a provider, which ends with the test. It insists on PKCE. */
export async function startProvider(people: People): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  // It warns that it is set up for development, which is what a test wants.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [REDIRECT] }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    cookies: { keys: ['a key for tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    findAccount: (_, subject) =>
      people[subject] && { accountId: subject, claims: async () => ({ sub: subject, ...people[subject] }) },
  });
  quiet.mockRestore();
  server.on('request', provider.callback());
  onTestFinished(() => close(server));
  return { issuer, walk: (url, subject) => walk(url, subject, issuer) };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

async function walk(start: string, subject: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    if (location?.startsWith(REDIRECT)) return new URL(location);
    if (location) {
      [url, form] = [new URL(location, issuer).href, undefined];
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`The provider answered ${response.status}: ${page.slice(0, 500)}`);
    [url, form] = [new URL(action, issuer).href, new URLSearchParams({ prompt, login: subject, password: 'x' })];
  }
  throw new Error('The provider leads round in circles.');
}
