import { nearest } from '@portolan/base';
import type { ClientConfig } from 'pg';
import { faults } from '../faults.ts';
import { tlsOf } from './tls.ts';

/** Where a store lives in PostgreSQL, and how to get there. */
export interface Address {
  /** For the driver. Holds the password: never print it. */
  readonly config: ClientConfig;
  /** Schema of the tables. */
  readonly schema: string;
  /** The address as people may see it: no password, no parameter but the schema. */
  readonly shown: string;
}

const SCHEMA = 'portolan';
const PARAMETERS = ['schema', 'host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey'] as const;

/** Milliseconds that the driver waits for a connection, and for the answer to one statement. */
const CONNECT = 5_000;
const ANSWER = 60_000;

/** Whether a text is meant as the address of a PostgreSQL. */
export function isPostgres(text: string): boolean {
  return /^postgres(?:ql)?:/i.test(text);
}

/**
 * Reads `postgres://user:password@host:port/database?schema=…&sslmode=…`. What the address leaves out comes from PGUSER,
 * PGPASSWORD and their sisters, and from the password file of libpq. `host` as a parameter is the folder of a Unix socket.
 *
 * Faults: STORE_ADDRESS_INVALID, which never repeats the address: it may hold a password.
 */
export function addressOf(text: string): Address {
  // No cause either: the error of URL carries the whole text.
  const url = isPostgres(text) ? URL.parse(text) : undefined;
  if (!url) throw faults.ADDRESS_INVALID({ reason: 'it is no URL that begins with postgres://' });
  try {
    return addressOfUrl(url);
  } catch (error) {
    throw faults.ADDRESS_INVALID({
      reason: error instanceof URIError ? 'a % is not encoded' : (error as Error).message,
    });
  }
}

function addressOfUrl(url: URL): Address {
  const parameters = parametersOf(url.searchParams);
  const { schema = SCHEMA } = parameters;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Error('a schema is named with lower-case letters, digits and underscores');
  }
  const ssl = tlsOf(parameters);
  const host = parameters.host ?? decodeURIComponent(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const database = decodeURIComponent(url.pathname.slice(1));
  const config = {
    ...(host && { host }),
    ...(url.port && { port: Number(url.port) }),
    ...(user && { user }),
    ...(password && { password }),
    ...(database && { database }),
    ssl,
    connectionTimeoutMillis: CONNECT,
    query_timeout: ANSWER,
    keepAlive: true,
  };
  const where = `${user && `${url.username}@`}${url.host}${url.pathname}`;
  return { config, schema, shown: `postgres://${where}${schema === SCHEMA ? '' : `?schema=${schema}`}` };
}

function parametersOf(search: URLSearchParams): Partial<Record<(typeof PARAMETERS)[number], string>> {
  for (const name of search.keys()) {
    if ((PARAMETERS as readonly string[]).includes(name)) continue;
    const meant = nearest(name, PARAMETERS);
    throw new Error(`there is no parameter ${name}${meant ? `; ${meant} may be meant` : ''}`);
  }
  return Object.fromEntries(search);
}
