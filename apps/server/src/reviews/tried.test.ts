import { expect, test, vi } from 'vitest';
import type { RevisionSummary, TriedView } from '../port.ts';
import { document, filled, serveFolders, temporaryFolder } from '../test-support.ts';

const ID = encodeURIComponent;

async function opened() {
  const hostile = document('Hostile', 'receive').replace(
    'total: { type: number }',
    () => "total: { type: number }, name: { type: string, pattern: '^(a+)+$' }",
  );
  const folder = filled(temporaryFolder(), { 'orders.yaml': document('Orders'), 'hostile.yaml': hostile });
  const { url } = await serveFolders(folder);
  const ask = async <T>(path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${url}/api/v1${path}`, sent)).json()) as T;
  };
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  const { items } = await ask<{ items: { id: string; title: string }[] }>('/documents');
  const orders = items.find(({ title }) => title === 'Orders')?.id ?? '';
  return { ask, orders };
}

test('a message is tried against what every document says of it', async () => {
  const { ask } = await opened();
  const { items: messages } = await ask<{ items: { id: string }[] }>('/messages');
  const path = `/messages/${ID(messages[0]?.id ?? '')}/try`;
  const { items } = await ask<{ items: TriedView[] }>(path, { payload: { total: 'a lot' } });
  const orders = items.find(({ serviceName }) => serviceName === 'Orders');
  expect(orders).toMatchObject({ valid: false, problems: [{ pointer: '/total' }] });
  const good = await ask<{ items: TriedView[] }>(path, { payload: { total: 7 } });
  expect(good.items.find(({ serviceName }) => serviceName === 'Orders')?.valid).toBe(true);
});

test('a pattern that would take for ever holds nobody up', async () => {
  const { ask } = await opened();
  const { items: messages } = await ask<{ items: { id: string }[] }>('/messages');
  const path = `/messages/${ID(messages[0]?.id ?? '')}/try`;
  const payload = { name: `${'a'.repeat(50_000)}!` };
  const { items } = await ask<{ items: TriedView[] }>(path, { payload });
  expect(items.find(({ serviceName }) => serviceName === 'Hostile')?.notChecked).toMatch(/pattern/);
});

test('a message is tried against revisions; unknown ones are refused', async () => {
  const { ask, orders } = await opened();
  const { items: known } = await ask<{ items: RevisionSummary[] }>(`/documents/${ID(orders)}/revisions`);
  const revisions = known.map(({ digest }) => digest);
  const path = `/documents/${ID(orders)}/try`;
  const good = await ask<{ items: TriedView[] }>(path, { payload: {}, message: 'OrderPlaced', revisions });
  expect(good.items).toMatchObject([{ revision: revisions[0], version: '1.0.0', valid: true }]);
  const other = await ask<{ items: TriedView[] }>(path, { payload: {}, message: 'Nothing', revisions });
  expect(other.items[0]?.notChecked).toBe('this version has no such message');
  const none = await ask(path, { payload: {}, message: 'OrderPlaced', revisions: ['sha256:none'] });
  expect(none).toMatchObject({ code: 'SERVER_NOT_FOUND' });
});
