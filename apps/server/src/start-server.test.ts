import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Catalog } from '@portolan/control';
import { faults as stores } from '@portolan/stores/faults';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './start-server.ts';
import { catalogOf, document, filled, SILENT, serve, serveFolders, temporaryFolder } from './test-support.ts';

const orders = () => catalogOf(filled(temporaryFolder(), { 'a.yaml': document('Orders') }));

test('a port that is taken is a fault that names it, and the catalog is closed', async () => {
  const other = createServer();
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  const catalog = await orders();
  await expect(startServer({ catalog, port, log: SILENT })).rejects.toMatchObject({
    code: 'SERVER_PORT_IN_USE',
    params: { port },
    kind: { exit: 3 },
    help: expect.stringContaining('--port'),
  });
  await expect.poll(() => catalog.historyLength('x').catch(fault => fault.code)).toBe('STORE_CLOSED');
});

test('an address that is not this machine’s is a fault', async () => {
  await expect(
    startServer({ catalog: await orders(), host: '203.0.113.7', port: 0, log: SILENT }),
  ).rejects.toMatchObject({
    code: 'SERVER_ADDRESS_REFUSED',
  });
});

test('while documents are being read, the server lives and says that it is loading', async () => {
  let arrive: (catalog: Catalog) => void = () => undefined;
  const { url } = await serve({
    catalog: new Promise<Catalog>(resolve => {
      arrive = resolve;
    }),
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  for (const path of ['/readyz', '/api/v1/overview', '/api/v1/events']) {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'SERVER_LOADING' });
  }
  arrive(await orders());
  await wait(0);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await fetch(`${url}/api/v1/overview`)).status).toBe(200);
});

test('a store that does not answer leaves the process alive and not ready', async () => {
  const catalog = await orders();
  const away = stores.AWAY({ path: 'postgres://db.example.com/events', reason: 'connect ECONNREFUSED' });
  const { url } = await serve({ catalog: { ...catalog, check: () => Promise.reject(away) } });
  await wait(0);
  const response = await fetch(`${url}/readyz`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await response.json()).toMatchObject({ code: 'STORE_AWAY' });
  for (const path of ['/healthz', '/api/v1/overview']) expect((await fetch(`${url}${path}`)).status).toBe(200);
});

test('a catalog that cannot be opened ends the server', async () => {
  const failing = wait(20).then((): Catalog => {
    throw new Error('no such folder');
  });
  const { url } = await serve({ catalog: failing });
  await expect(failing).rejects.toThrow('no such folder');
  await expect
    .poll(() =>
      fetch(`${url}/healthz`).then(
        () => 'up',
        () => 'down',
      ),
    )
    .toBe('down');
});

test('closing lets a running request finish and then closes the store', async () => {
  const catalog = await orders();
  let release: () => void = () => undefined;
  const slow = {
    ...catalog,
    historyLength: async (id: string) => {
      await new Promise<void>(resolve => {
        release = resolve;
      });
      return await catalog.historyLength(id);
    },
  };
  const server = await serve({ catalog: slow });
  const [id] = [...catalog.snapshot().documents.keys()] as [string];
  const running = fetch(`${server.url}/api/v1/documents/${encodeURIComponent(id)}/revisions`);
  await wait(50);
  const closing = server.close();
  await wait(20);
  release();
  expect((await running).status).toBe(200);
  await closing;
  await server.close();
  await expect(catalog.historyLength(id)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
});

test('a connection that a browser opened in advance and never used does not hold the end up', async () => {
  const server = await serve({ catalog: await orders() });
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await new Promise(resolve => socket.once('connect', resolve));
  const ended = new Promise(resolve => socket.once('close', () => resolve('ended')));
  await server.close();
  expect(await Promise.race([ended, wait(2_000, 'held')])).toBe('ended');
});

test('two servers live in one process', async () => {
  const [a, b] = [
    await serveFolders(filled(temporaryFolder(), { 'a.yaml': document('Orders') })),
    await serveFolders(filled(temporaryFolder(), {})),
  ];
  expect(await (await fetch(`${a.url}/metrics`)).text()).toContain('portolan_documents 1');
  expect(await (await fetch(`${b.url}/metrics`)).text()).toContain('portolan_documents 0');
});
