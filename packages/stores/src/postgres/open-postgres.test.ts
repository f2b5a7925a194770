import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { removalOf, revisionOf } from '../conformance/drafts.ts';
import { addressOf } from './address.ts';
import { connectionsTo } from './connections.ts';
import { LAYOUT, migrate, STEPS } from './migrations.ts';
import { openPostgres } from './open-postgres.ts';
import { statements } from './statements.ts';
import { postgresPrograms, startPostgres, type TestServer, WITHOUT_POSTGRES } from './test-support.ts';
import { columnsOf } from './write.ts';

const impatient = { patience: 0 };

describe.skipIf(!postgresPrograms)(`a PostgreSQL${postgresPrograms ? '' : ` (${WITHOUT_POSTGRES})`}`, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const schemaOf = (address: string) => addressOf(address).schema;

  test('processes that start at the same time make the tables once', async () => {
    const address = server.address();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres(address)));
    await stores[0]?.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
    expect(await stores[5]?.sequence()).toBe(1);
    await Promise.all(stores.map(store => store[Symbol.asyncDispose]()));
  });

  test.each(STEPS.map((_, layout) => layout))(
    'a store of layout %i is brought to the newest one and keeps all',
    async layout => {
      const address = server.address();
      const schema = schemaOf(address);
      const connections = connectionsTo(addressOf(address), 0);
      await migrate(connections, schema, STEPS.slice(0, layout));
      const [entry] = layout > 0 ? await recordedAt(connections, schema) : [];
      await connections.close();
      await using store = await openPostgres(address);
      expect(await store.log(0, 10)).toEqual(entry ? [entry] : []);
      const [state] = await server.ask(`SELECT layout FROM ${schema}.state`);
      expect(state).toEqual({ layout: LAYOUT });
    },
  );

  /** An entry written as the first layout has it. */
  async function recordedAt(connections: ReturnType<typeof connectionsTo>, schema: string) {
    const at = '2026-01-02T03:04:05.678Z';
    const removal = { ...removalOf('shop/a.yaml'), sequence: 1, at };
    await connections.read(statements(schema).add, columnsOf([removal]));
    return [removal];
  }

  test('a step that is added later runs once, also when many start at once, and keeps what is there', async () => {
    const address = server.address();
    const schema = schemaOf(address);
    await (await openPostgres(address))[Symbol.asyncDispose]();
    const more = [
      ...STEPS,
      (name: string) => `CREATE TABLE ${name}.later (x integer); INSERT INTO ${name}.later VALUES (1)`,
    ];
    const many = Array.from({ length: 4 }, () => connectionsTo(addressOf(address), 0));
    await Promise.all(many.map(connections => migrate(connections, schema, more)));
    expect(await many[0]?.read(`SELECT x FROM ${schema}.later`)).toEqual([{ x: 1 }]);
    await Promise.all(many.map(connections => connections.close()));
  });

  test('a step that fails leaves the layout before it whole', async () => {
    const address = server.address();
    const schema = schemaOf(address);
    const connections = connectionsTo(addressOf(address), 0);
    const broken = (name: string) => `CREATE TABLE ${name}.later (x integer); SELECT 1 / 0`;
    await expect(migrate(connections, schema, [...STEPS, broken])).rejects.toMatchObject({ code: '22012' });
    await migrate(connections, schema);
    expect(await connections.read(`SELECT to_regclass('${schema}.later') AS later`)).toEqual([{ later: null }]);
    await connections.close();
  });

  test('a store of a newer Portolan is refused, and so is writing once a newer one has changed the layout', async () => {
    const address = server.address();
    await using open = await openPostgres(address);
    await server.ask(`UPDATE ${schemaOf(address)}.state SET layout = 99`);
    const fault = { code: 'STORE_TOO_NEW', params: { found: 99, known: LAYOUT } };
    await expect(openPostgres(address)).rejects.toMatchObject(fault);
    await expect(open.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })])).rejects.toMatchObject(fault);
    expect(await open.heads()).toEqual([]);
  });

  test('the schema of another application is left alone, and a database in another encoding', async () => {
    const address = server.address();
    await server.ask(`CREATE SCHEMA ${schemaOf(address)}; CREATE TABLE ${schemaOf(address)}.recipes (name text)`);
    const fault = { code: 'STORE_UNREADABLE', message: expect.stringContaining('another application') };
    await expect(openPostgres(address)).rejects.toMatchObject(fault);
    await server.ask(`CREATE DATABASE old ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    await expect(openPostgres(address.replace('/postgres?', '/old?'))).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      message: expect.stringContaining('LATIN1'),
    });
  });

  test('a role that owns one schema, and nothing else, is enough', async () => {
    await server.ask(`CREATE ROLE portolan LOGIN PASSWORD 'a:b/c@d'`);
    await server.ask('CREATE DATABASE events');
    const events = `postgres://portolan:${encodeURIComponent('a:b/c@d')}@127.0.0.1:${server.port}/events`;
    await expect(openPostgres(events)).rejects.toMatchObject({ code: 'STORE_REFUSED' });
    const admin = connectionsTo(addressOf(server.address().replace('/postgres?', '/events?')), 0);
    await admin.read('CREATE SCHEMA portolan AUTHORIZATION portolan');
    await admin.close();
    await using store = await openPostgres(events);
    expect(await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })])).toHaveLength(1);
  });

  test.each([
    ['a wrong password', (url: string) => url.replace(/:[^:@]*@/, ':wr0ng@')],
    ['a database that is not there', (url: string) => url.replace('/postgres?', '/none?')],
    ['TLS where the server has none', (url: string) => `${url}&sslmode=require`],
  ])('%s is refused at once, and no password is told', async (_, change) => {
    const fault = await openPostgres(change(server.address())).catch(error => error);
    expect(fault).toMatchObject({
      code: 'STORE_REFUSED',
      params: { path: expect.stringMatching(/^postgres:\/\/postgres@/) },
    });
    const told = inspect(fault, { depth: 9, showHidden: true });
    for (const secret of ['wr0ng', server.password, encodeURIComponent(server.password)])
      expect(told).not.toContain(secret);
  });

  test('a server that is away is a fault that says so, and the store works again when it is back', async () => {
    const address = server.address();
    await using store = await openPostgres(address, impatient);
    const kept = await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
    await server.stop();
    const fault = { code: 'STORE_AWAY', kind: { retry: true, status: 503 } };
    await expect(store.heads()).rejects.toMatchObject(fault);
    await expect(store.record([revisionOf('shop/b.yaml', { 'b.yaml': 'b' })])).rejects.toMatchObject(fault);
    await expect(openPostgres(address, impatient)).rejects.toMatchObject(fault);
    await server.start();
    expect(await store.heads()).toEqual(kept);
    expect(await store.record([revisionOf('shop/b.yaml', { 'b.yaml': 'b' })])).toHaveLength(1);
  });

  test('a server that falls silent, without a word to its connections, is away too', async () => {
    const address = server.address();
    let silent = false;
    const sockets = new Set<Socket>();
    const proxy = createServer(near => {
      const far = connect(server.port, '127.0.0.1');
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        sockets.add(from);
        from.on('error', () => undefined);
        from.on('data', bytes => silent || to.write(bytes));
      }
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const store = await openPostgres(address.replace(`:${server.port}/`, `:${port}/`), impatient);
    expect(await store.sequence()).toBe(0);
    silent = true;
    await expect(store.sequence()).rejects.toMatchObject({ code: 'STORE_AWAY' });
    silent = false;
    expect(await store.sequence()).toBe(0);
    await store[Symbol.asyncDispose]();
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });

  test('a connection that is cut is replaced, and nobody notices', async () => {
    const address = server.address();
    await using store = await openPostgres(address);
    await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portolan'`;
    await server.ask(cut);
    expect(await store.heads()).toHaveLength(1);
    await server.ask(cut);
    expect(await store.record([revisionOf('shop/b.yaml', { 'b.yaml': 'b' })])).toHaveLength(1);
  });

  test('a call that is no good fails alone, and those that came with it are written', async () => {
    await using store = await openPostgres(server.address());
    const first = store.record([revisionOf('shop/first.yaml', { 'a.yaml': 'a' })]);
    const zero = store.record([revisionOf('shop/zero\0.yaml', { 'a.yaml': 'a' })]);
    const last = store.record([revisionOf('shop/last.yaml', { 'a.yaml': 'a' })]);
    await expect(zero).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect([(await first).length, (await last).length]).toEqual([1, 1]);
  });

  test('who follows hears what was recorded while the server was away', async () => {
    const address = server.address();
    await using store = await openPostgres(address, { patience: 0, pace: 20 });
    const hint = vi.fn();
    using _following = store.follow(hint);
    await vi.waitFor(() => expect(hint).toHaveBeenCalledTimes(1), 5_000);
    await server.stop();
    await server.start();
    await using other = await openPostgres(address);
    await other.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
    await vi.waitFor(() => expect(hint).toHaveBeenCalledTimes(2), 5_000);
  });

  const withOpenssl = spawnSync('openssl', ['version']).status === 0;
  test.skipIf(!withOpenssl)('connections are encrypted, and the certificate is checked as asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-tls-'));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=db.example.com'];
    spawnSync('openssl', [...made, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    server.put('server.key', readFileSync(key, 'utf8'));
    server.put('server.crt', readFileSync(certificate, 'utf8'));
    await server.ask('ALTER SYSTEM SET ssl = on');
    await server.ask('SELECT pg_reload_conf()');
    const address = server.address();
    await vi.waitFor(async () => {
      await using store = await openPostgres(`${address}&sslmode=require`);
      const sessions = await server.ask(
        `SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'portolan'`,
      );
      expect(await store.sequence()).toBe(0);
      expect(sessions).toEqual([{ ssl: true }]);
    }, 5_000);
    await (await openPostgres(`${address}&sslmode=verify-ca&sslrootcert=${certificate}`))[Symbol.asyncDispose]();
    const refused = { code: 'STORE_REFUSED' };
    await expect(openPostgres(`${address}&sslmode=verify-full`)).rejects.toMatchObject(refused);
    await expect(openPostgres(`${address}&sslrootcert=${certificate}`)).rejects.toMatchObject(refused);
    rmSync(folder, { recursive: true });
  });
});
