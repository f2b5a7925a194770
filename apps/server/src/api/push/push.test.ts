import { join } from 'node:path';
import { openCatalog } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { bearing, type Guarded, guarded } from '../../access.test-support.ts';
import type { AuditList, PushView } from '../../port.ts';
import { document, serve, serveFolders, temporaryFolder } from '../../test-support.ts';

/** A server with nothing but what is pushed to it. */
async function pushable() {
  const catalog = await openCatalog({ store: await openSqlite(join(temporaryFolder(), 'portolan.db')), sources: [] });
  return await serve({ catalog, allowPush: true });
}

interface Asked {
  readonly method?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string>>;
}

async function push(url: string, name: string, texts: Readonly<Record<string, string>>, asked: Asked = {}) {
  const files = Object.entries(texts).map(([location, text]) => ({ location, text }));
  const { method = 'PUT', query = '', headers = {}, facts = {} } = asked;
  const response = await fetch(`${url}/api/v1/sources/${name}/documents${query}`, {
    method,
    headers: { ...(method === 'PUT' && { 'content-type': 'application/json' }), ...headers },
    ...(method === 'PUT' && { body: JSON.stringify({ files, ...facts }) }),
  });
  return { status: response.status, answer: (await response.json()) as PushView & { code?: string } };
}

test('documents are pushed, changed, tried out and removed, and the answers are as they are described', async () => {
  const { url } = await pushable();
  const described = await (await fetch(`${url}/api/openapi.json`)).json();
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'api', ...(described as object) });
  const seen = async (texts: Record<string, string>, asked: Asked = {}) => {
    const { status, answer } = await push(url, 'orders', texts, asked);
    expect(status).toBe(200);
    expect(ajv.validate('api#/components/schemas/PushView', answer), ajv.errorsText()).toBe(true);
    return answer;
  };
  const shown = async () =>
    ((await (await fetch(`${url}/api/v1/documents`)).json()) as { items: { id: string }[] }).items.map(({ id }) => id);

  const first = await seen({ 'specs/a.yaml': document('A'), 'specs/b.yaml': document('B') });
  expect(first.counts).toEqual({ added: 2, changed: 0, removed: 0, unchanged: 0 });
  expect(first.documents[0]).toMatchObject({ id: 'orders/specs/a.yaml', change: 'added', title: 'A' });
  expect(await shown()).toEqual(['orders/specs/a.yaml', 'orders/specs/b.yaml']);

  const next = { 'specs/a.yaml': document('A'), 'specs/c.yaml': 'asyncapi: 3.0.0\ninfo: {}\n' };
  const tried = await seen(next, { query: '?dryRun=true' });
  expect(tried).toMatchObject({ dryRun: true, counts: { added: 1, changed: 0, removed: 1, unchanged: 1 } });
  expect(tried.findings.error).toBeGreaterThan(0);
  expect(await shown()).toContain('orders/specs/b.yaml');

  const done = await seen(next);
  expect(done).toEqual({
    ...tried,
    dryRun: false,
    documents: tried.documents.map(one => ({ ...one })),
  });
  expect((await seen(next)).documents).toEqual([]);
  const ended = await seen({}, { method: 'DELETE' });
  expect(ended.documents.map(({ change }) => change)).toEqual(['removed', 'removed']);
  expect(await shown()).toEqual([]);
});

describe('where there are no accounts', () => {
  test('pushing has to be allowed: SERVER_PUSH_OFF', async () => {
    const { url } = await serveFolders(temporaryFolder());
    for (const method of ['PUT', 'DELETE']) {
      const { status, answer } = await push(url, 'orders', {}, { method });
      expect([status, answer.code]).toEqual([403, 'SERVER_PUSH_OFF']);
    }
  });

  test('a page of somebody else pushes nothing through a browser on this machine', async () => {
    const { url } = await pushable();
    const headers = { origin: 'https://elsewhere.example.com' };
    const { status, answer } = await push(url, 'orders', { 'a.yaml': document('A') }, { headers });
    expect([status, answer.code]).toEqual([403, 'SERVER_ORIGIN_REFUSED']);
  });

  test.each([
    ['a text that is missing', JSON.stringify({ files: [{ location: 'a.yaml' }] }), 400, 'SERVER_BODY_INVALID'],
    ['no JSON', 'files', 400, 'SERVER_REQUEST_INVALID'],
    ['a path that leads out', JSON.stringify({ files: [{ location: '../a', text: '' }] }), 422, 'CONTROL_PUSH_REFUSED'],
  ])('%s is refused', async (_, body, status, code) => {
    const { url } = await pushable();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/v1/sources/orders/documents`, { method: 'PUT', headers, body });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });
});

describe('where there are accounts', () => {
  /** The secret of a token that owns these sources. */
  async function ownerOf({ access }: Guarded, sources: readonly string[]): Promise<string> {
    const owns = { services: [], teams: [], sources };
    const principal = { kind: 'anonymous', id: 'test', name: 'test', roles: ['administrator'], owns } as const;
    const draft = { name: 'ci', roles: ['owner'], owns, days: 1, shared: true } as const;
    return (await access.accounts?.tokens.create(principal, draft))?.secret ?? '';
  }

  test('a token pushes to the sources that it owns, and the audit log remembers what changed', async () => {
    const server = await guarded();
    const headers = bearing(await ownerOf(server, ['orders']));
    const texts = { 'a.yaml': document('A') };
    const facts = { commit: '0123456789abcdef', branch: 'main' };
    for (const added of [1, 0]) {
      const { status, answer } = await push(server.url, 'orders', texts, { headers, facts });
      expect([status, answer.counts.added]).toEqual([200, added]);
    }
    const other = await push(server.url, 'payments', texts, { headers });
    expect([other.status, other.answer.code]).toEqual([403, 'CONTROL_ROLE_NEEDED']);
    expect((await push(server.url, 'orders', texts)).status).toBe(401);
    const ended = await push(server.url, 'orders', {}, { headers, method: 'DELETE' });
    expect(ended.status).toBe(200);
    const listed = await fetch(`${server.url}/api/v1/audit?subject=source:orders`, {
      headers: bearing(await server.token('administrator')),
    });
    const { items } = (await listed.json()) as AuditList;
    expect(items.map(({ action, detail }) => [action, detail])).toEqual([
      ['source.removed', { removed: 1 }],
      ['source.pushed', { ...facts, added: 1, changed: 0, removed: 0 }],
    ]);
  });
});
