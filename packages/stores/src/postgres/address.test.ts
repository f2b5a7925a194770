import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { addressOf, isPostgres } from './address.ts';
import { classify } from './classify.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-address-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refused = (address: string) => {
  try {
    addressOf(address);
  } catch (fault) {
    return fault as Error & { readonly code: string };
  }
  throw new Error('It was taken.');
};

test('an address says where, as whom, and in which schema', () => {
  const { config, schema, shown } = addressOf(
    'postgresql://port%40lan:s%3Acr%2Ft@db.example.com:6432/events?schema=chart',
  );
  expect(config).toMatchObject({
    host: 'db.example.com',
    port: 6432,
    user: 'port@lan',
    password: 's:cr/t',
    database: 'events',
    ssl: false,
  });
  expect(schema).toBe('chart');
  expect(shown).toBe('postgres://port%40lan@db.example.com:6432/events?schema=chart');
});

test('what it leaves out is left to the environment', () => {
  const { config, schema } = addressOf('postgres:///events?host=/run/postgresql');
  expect(config).toMatchObject({ host: '/run/postgresql', database: 'events' });
  expect('user' in config || 'password' in config || 'port' in config).toBe(false);
  expect(schema).toBe('portolan');
});

test('only PostgreSQL is meant by its names', () => {
  expect(['postgres://a/b', 'postgresql://a/b', 'mysql://a/b', '.portolan'].map(isPostgres)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a certificate is checked as far as the mode says', () => {
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, 'the authority');
  const tls = (query: string) => addressOf(`postgres://db.example.com/events?${query}`).config.ssl;
  expect(tls('sslmode=disable')).toBe(false);
  expect(tls('sslmode=require')).toEqual({ rejectUnauthorized: false });
  expect(tls('sslmode=verify-full')).toEqual({});
  expect(tls(`sslrootcert=${ca}`)).toEqual({ ca: 'the authority' });
  const anyName = { ca: 'the authority', checkServerIdentity: expect.any(Function) };
  expect(tls(`sslmode=require&sslrootcert=${ca}`)).toEqual(anyName);
  expect(tls(`sslmode=verify-ca&sslrootcert=${ca}`)).toEqual(anyName);
});

test.each([
  ['postgres://user:s3cret@host:port/db', 'no URL'],
  ['mysql://user:s3cret@host/db', 'no URL'],
  ['postgres://user:s3cret%@host/db', '% is not encoded'],
  ['postgres://user:s3cret@host/db?sslmod=require', 'sslmode may be meant'],
  ['postgres://user:s3cret@host/db?sslmode=prefer', 'not prefer'],
  ['postgres://user:s3cret@host/db?sslrootcert=/no/such/file', 'cannot be read (ENOENT)'],
  ['postgres://user:s3cret@host/db?schema=a"b', 'lower-case letters'],
])('%s is refused with the reason, and its password goes nowhere', (address, reason) => {
  const fault = refused(address);
  expect(fault).toMatchObject({ code: 'STORE_ADDRESS_INVALID', message: expect.stringContaining(reason) });
  expect(inspect(fault, { depth: 9, showHidden: true })).not.toContain('s3cret');
});

test.each([
  ['ECONNREFUSED', '', 'STORE_AWAY'],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND db', 'STORE_AWAY'],
  ['57P01', 'terminating connection due to administrator command', 'STORE_AWAY'],
  ['25006', 'cannot execute INSERT in a read-only transaction', 'STORE_AWAY'],
  [undefined, 'Connection terminated unexpectedly', 'STORE_AWAY'],
  [undefined, 'Query read timeout', 'STORE_AWAY'],
  ['28P01', 'password authentication failed for user "x"', 'STORE_REFUSED'],
  ['3D000', 'database "x" does not exist', 'STORE_REFUSED'],
  ['42501', 'permission denied for schema x', 'STORE_REFUSED'],
  [undefined, 'The server does not support SSL connections', 'STORE_REFUSED'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'STORE_REFUSED'],
  ['53100', 'could not extend file: No space left on device', 'STORE_DISK_FULL'],
  ['XX001', 'invalid page in block 1', 'STORE_UNREADABLE'],
  ['42P01', 'relation "portolan.entries" does not exist', 'STORE_UNREADABLE'],
  ['22021', 'invalid byte sequence for encoding "UTF8": 0x00', 'STORE_FAILED'],
])('%s %s is %s', (code, message, fault) => {
  expect(classify(Object.assign(new Error(message), code && { code }), 'postgres://host/db').code).toBe(fault);
});
