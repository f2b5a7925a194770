import { join } from 'node:path';
import { type Access, type AccessOptions, folders, openAccess, openCatalog, type Principal } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import type { Server, ServerOptions } from './start-server.ts';
import { document, filled, serve, temporaryFolder } from './test-support.ts';

/** Passwords that are good enough, for tests. */
export const PASSWORD = 'correct horse battery';
export const OTHER_PASSWORD = 'staple of seven words';

/** Something that keeps cookies, as browsers do, and says where its page is from. */
export interface Browser {
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Name and value of each cookie. */
  readonly cookies: Map<string, string>;
}

/** A browser with the portal open. */
export function browser(url: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, path, body, headers = {}) {
      const cookie = [...cookies].map(pair => pair.join('=')).join('; ');
      const response = await fetch(new URL(path, url), {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie !== '' && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(method !== 'GET' && { origin: new URL(url).origin }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (/Max-Age=0/.test(set)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

/** A server that knows who asks, with a clock that tests move. */
export interface Guarded {
  readonly server: Server;
  readonly url: string;
  readonly access: Access;
  /** Lets time pass, in milliseconds. */
  readonly pass: (milliseconds: number) => void;
  /** A browser in which this administrator has just been made. */
  readonly administrator: () => Promise<Browser>;
  /** The secret of a shared token with these roles. */
  readonly token: (...roles: Principal['roles']) => Promise<string>;
}

/** A server over one small document, on a free port; closed after the test. */
export async function guarded(
  options: Partial<AccessOptions> = {},
  more: Partial<ServerOptions> = {},
): Promise<Guarded> {
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const access = openAccess({ store: store.access, mode: 'closed', now, ...options });
  const source = filled(temporaryFolder(), { 'a.yaml': document('Orders') });
  const catalog = await openCatalog({ store, sources: folders([source]) });
  const server = await serve({ catalog, access, ...more });
  const { url } = server;
  await new Promise(setImmediate);
  return {
    server,
    url,
    access,
    pass: milliseconds => {
      passed += milliseconds;
    },
    async administrator() {
      const secret = await access.accounts?.setupSecret();
      const tab = browser(url);
      const answer = await tab.ask('POST', '/api/v1/setup', { secret, name: 'ada', password: PASSWORD });
      if (answer.status !== 201) throw new Error(await answer.text());
      return tab;
    },
    async token(...roles) {
      const principal: Principal = {
        kind: 'anonymous',
        id: 'test',
        name: 'test',
        roles: ['administrator'],
        owns: { services: [], teams: [], sources: [] },
      };
      const made = await access.accounts?.tokens.create(principal, { name: 'test', roles, days: 1, shared: true });
      return made?.secret ?? '';
    },
  };
}

/** What a program sends. */
export const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
