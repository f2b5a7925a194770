import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@portolan/stores/port';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Principal } from '../access/model.ts';
import { openWatches, type WatchOptions } from './index.ts';
import type { WatchEvent } from './model.ts';
import { secretOf, signed } from './signature.ts';

const key = Buffer.alloc(32, 7);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const owns = { services: [], teams: [], sources: [] };
const ada: Principal = { kind: 'user', id: 'ada', name: 'Ada', roles: ['owner'], owns };
const ben: Principal = { ...ada, id: 'ben', name: 'Ben' };
const governor: Principal = { ...ada, id: 'gov', name: 'Gov', roles: ['governor'] };

/** What came to an address. */
interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Somebody who receives, and answers with the next of these, then with 204. */
async function receiver(answers: number[] = []) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const ids = () => received.map(({ body }) => JSON.parse(body).id);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, ids };
}

/** Watches over a store of its own; `happen` records another entry, which is an event with its sequence as id. */
async function opened(more: Partial<WatchOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-watches-'));
  const store = await openSqlite(join(folder, 'portolan.db'));
  let time = Date.parse('2026-03-01T12:00:00Z');
  const now = () => new Date(time);
  const source = () => 'https://portolan.example.com';
  const privateHosts = ['127.0.0.1'];
  const events = { eventsAfter: eventsOf(store), source, privateHosts, log, now, pace: 20 };
  const watches = openWatches({ store, key, ...events, ...more });
  onTestFinished(async () => {
    await watches[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  async function happen(document = 'orders.yaml') {
    await store.record([{ kind: 'removal', document, source: 'shop', path: document }]);
    await store.record([draft(document)]);
    watches.nudge();
  }
  return { store, watches, happen, pass: (seconds: number) => (time += seconds * 1_000) };
}

let revisions = 0;
function draft(document: string) {
  const digest = `sha256:${++revisions}` as never;
  return { kind: 'revision' as const, document, source: 'shop', path: document, digest, files: [] };
}

const eventsOf = (store: Store) => async (filter: { document?: string }, after: number, limit: number) => {
  const entries = await store.log(after, limit);
  const wanted = entries.filter(
    ({ kind, document }) => kind === 'revision' && document === (filter.document ?? document),
  );
  const events = wanted.map(({ sequence, at, document }): WatchEvent => {
    return {
      id: `${sequence}`,
      sequence,
      time: at,
      type: 'portolan.document.changed',
      subject: document,
      data: { document },
    };
  });
  return { events, cursor: entries.at(-1)?.sequence ?? after };
};

const soon = { timeout: 15_000, interval: 20 };

test('the signature is the one of the specification, and the secret of a watch is its own and the same again', () => {
  const headers = signed(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
  expect(secretOf(key, 'a')).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(secretOf(Buffer.from(key), 'a')).toBe(secretOf(key, 'a'));
  expect(secretOf(key, 'b')).not.toBe(secretOf(key, 'a'));
});

test('what happens after it was made is told in order as signed CloudEvents, and only what was asked for', async () => {
  const { url, received, ids } = await receiver();
  const { watches, happen } = await opened();
  await happen();
  const made = await watches.create(ada, { name: 'Orders', url, filter: { document: 'orders.yaml' } });
  for (const document of ['orders.yaml', 'bills.yaml', 'orders.yaml']) await happen(document);
  await vi.waitFor(() => expect(received).toHaveLength(2), soon);
  expect(ids()).toEqual(['3', '6']);
  const [first] = received as [Received];
  expect(JSON.parse(first.body)).toEqual({
    specversion: '1.0',
    id: '3',
    type: 'portolan.document.changed',
    source: 'https://portolan.example.com',
    subject: 'orders.yaml',
    time: expect.any(String),
    datacontenttype: 'application/json',
    data: { document: 'orders.yaml' },
  });
  expect(first.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(first.headers).toMatchObject(
    signed(made.secret, `${made.id}.3`, new Date('2026-03-01T12:00:00Z'), first.body),
  );
});

test('what fails is tried again later, nothing is left out, and a success forgets the failures', async () => {
  const { url, ids } = await receiver([500, 302]);
  const { watches, happen, pass } = await opened();
  const { id } = await watches.create(ada, { name: 'Orders', url });
  const problem = async () => (await watches.list(ada))[0]?.failing?.problem;
  await happen();
  await vi.waitFor(async () => expect(await problem()).toBe('it answered with the status 500'), soon);
  await happen();
  expect(ids()).toEqual(['1']);
  pass(6);
  await vi.waitFor(async () => expect(await problem()).toBe('it leads to another address'), soon);
  expect((await watches.get(ada, id)).tries).toBe(2);
  pass(31);
  await vi.waitFor(() => expect(ids()).toEqual(['1', '1', '1', '3']), soon);
  await vi.waitFor(async () => expect(await problem()).toBeUndefined(), soon);
});

test('one that is gone, or that fails for days, is paused until somebody resumes it', async () => {
  const { url, ids } = await receiver([410, 500, 500]);
  const { watches, happen, pass } = await opened();
  const { id } = await watches.create(ada, { name: 'Orders', url });
  const isPaused = async () => (await watches.get(ada, id)).paused !== undefined;
  await happen();
  await vi.waitFor(async () => expect(await isPaused()).toBe(true), soon);
  pass(86_400);
  await watches.resume(ada, id);
  await vi.waitFor(async () => expect((await watches.get(ada, id)).tries).toBe(1), soon);
  pass(6 * 86_400);
  await vi.waitFor(async () => expect(await isPaused()).toBe(true), soon);
  await watches.resume(ada, id);
  await vi.waitFor(() => expect(ids()).toEqual(['1', '1', '1', '1']), soon);
});

test('a private network is not told unless that is allowed, and an address with a password never', async () => {
  const { url, received } = await receiver();
  const { watches, happen } = await opened({ privateHosts: [] });
  const { id } = await watches.create(ada, { name: 'Inside', url });
  await happen();
  await vi.waitFor(async () => {
    expect((await watches.get(ada, id)).failing?.problem).toBe('it is in a private network');
  }, soon);
  expect(received).toEqual([]);
  for (const wrong of ['https://me:secret@example.com/', 'ftp://example.com/', 'example']) {
    await expect(watches.create(ada, { name: 'x', url: wrong })).rejects.toMatchObject({
      code: 'CONTROL_WATCH_ADDRESS',
    });
  }
});

test('people see and change their own, governors all, and the audit log knows without the path of the address', async () => {
  const { url, received } = await receiver([204, 500]);
  const { store, watches } = await opened();
  const { id } = await watches.create(ada, { name: 'Orders', url });
  expect([await watches.list(ben), (await watches.list(governor)).length]).toEqual([[], 1]);
  for (const refused of [
    watches.get(ben, id),
    watches.remove(ben, id),
    watches.attempt(ben, id),
    watches.resume(ben, id),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'CONTROL_WATCH_UNKNOWN' });
  }
  await expect(watches.create({ ...ada, roles: ['reader'] }, { name: 'x', url })).rejects.toMatchObject({
    code: 'CONTROL_ROLE_NEEDED',
  });
  await watches.attempt(ada, id);
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
    type: 'portolan.watch.tried',
    data: { watch: 'Orders' },
  });
  await expect(watches.attempt(governor, id)).rejects.toMatchObject({ code: 'CONTROL_WATCH_REFUSED' });
  await watches.remove(governor, id);
  const audit = await store.access.audit({ limit: 9 });
  expect(audit.map(({ action, who }) => `${who.name} ${action}`)).toEqual(['Gov watch.removed', 'Ada watch.created']);
  expect(JSON.stringify(audit)).not.toContain('/hook');
});
