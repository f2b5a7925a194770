import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { folders, openCatalog } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { WatchWithSecretView } from '../../port.ts';
import { document, filled, serve, serveFolders, temporaryFolder } from '../../test-support.ts';

const soon = { timeout: 20_000, interval: 50 };

/** The events that came to an address. */
async function receiver() {
  const events: { type: string; subject: string; data: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      events.push(JSON.parse(body));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, events };
}

async function watching() {
  const folder = filled(temporaryFolder(), { 'orders.yaml': document('Orders'), 'bills.yaml': document('Bills') });
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  const catalog = openCatalog({ store, sources: folders([folder]) });
  const watches = { store, key: Buffer.alloc(32, 1), privateHosts: ['127.0.0.1'], pace: 50 };
  const { url } = await serve({ catalog, watches });
  await catalog;
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const response = await fetch(`${url}/api/v1/watches${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: await response.json() };
  };
  await vi.waitFor(async () => expect((await ask('')).status).toBe(200), soon);
  return { url, folder, ask };
}

test('an address is told of what happens to a service, in words, also when its last document is gone', async () => {
  const { url: address, events } = await receiver();
  const { url, folder, ask } = await watching();
  const draft = { name: 'Billing people', url: address, filter: { service: 'bills' } };
  const { status, answer } = await ask('', 'POST', draft);
  expect(status).toBe(201);
  writeFileSync(join(folder, 'orders.yaml'), document('Orders').replace('The service', 'A service'));
  writeFileSync(join(folder, 'bills.yaml'), document('Bills').replace(', total: { type: number }', ''));
  await vi.waitFor(() => expect(events).toHaveLength(1), soon);
  expect(events[0]).toMatchObject({
    type: 'portolan.document.changed',
    data: { title: 'Bills', verdict: 'breaking', link: expect.stringContaining(`${url}/documents/`) },
  });
  rmSync(join(folder, 'bills.yaml'));
  await vi.waitFor(() => expect(events).toHaveLength(2), soon);
  expect(events[1]).toMatchObject({
    type: 'portolan.document.removed',
    subject: expect.stringContaining('bills.yaml'),
  });

  const { id } = answer as WatchWithSecretView;
  expect((await ask(`/${id}/try`, 'POST')).answer).toEqual({ taken: true });
  expect(events[2]?.type).toBe('portolan.watch.tried');
  const { answer: shown } = (await ask(`/${id}`)) as { answer: WatchWithSecretView };
  expect(shown).toEqual(answer);
  expect((await ask('')).answer.items[0]).not.toHaveProperty('secret');
  expect((await ask(`/${id}/resume`, 'POST')).answer).toMatchObject({ id });
  expect((await ask(`/${id}`, 'DELETE')).answer).toEqual({ removed: true });
  expect((await ask(`/${id}`)).answer).toMatchObject({ code: 'CONTROL_WATCH_UNKNOWN', status: 404 });
});

test('who wants only what breaks somebody hears of nothing else', async () => {
  const { url: address, events } = await receiver();
  const { folder, ask } = await watching();
  await ask('', 'POST', { name: 'Breaking', url: address, filter: { verdict: 'breaking' } });
  writeFileSync(join(folder, 'bills.yaml'), document('Bills').replace('The service', 'A service'));
  writeFileSync(join(folder, 'orders.yaml'), document('Orders').replace(', total: { type: number }', ''));
  await vi.waitFor(() => expect(events).toHaveLength(1), soon);
  expect(events[0]).toMatchObject({ data: { title: 'Orders', verdict: 'breaking' } });
});

test('mistakes are told, and so is a server that tells nobody', async () => {
  const { ask } = await watching();
  expect((await ask('', 'POST', { name: 'x', url: 'ftp://example.com' })).answer).toMatchObject({
    code: 'CONTROL_WATCH_ADDRESS',
  });
  expect((await ask('', 'POST', { name: 'x' })).answer).toMatchObject({ code: 'SERVER_BODY_INVALID' });
  expect((await ask('/none/try', 'POST')).answer).toMatchObject({ code: 'CONTROL_WATCH_UNKNOWN' });
  const { url } = await serveFolders(temporaryFolder());
  expect(await (await fetch(`${url}/api/v1/watches`)).json()).toMatchObject({ code: 'SERVER_WATCHES_OFF' });
});
