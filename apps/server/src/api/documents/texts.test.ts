import { expect, test } from 'vitest';
import type { DocumentPage, MessagePage, MessageSummary, Page, RevisionPage } from '../../port.ts';
import { document, filled, serveFolders, temporaryFolder } from '../../test-support.ts';

const SECRET = 'correct-horse';

/** The same document with a secret in its text, in an example and in a schema. */
const leaking = document('Orders')
  .replace('The service Orders.', `Reads amqp://guest:${SECRET}@broker.example.com.`)
  .replace('total: { type: number }', `link: { type: string, default: 'https://a:${SECRET}@example.com' }`)
  .replace(
    'contentType: application/json',
    `contentType: application/json\n        examples: [{ payload: { link: 'https://a:${SECRET}@example.com' } }]`,
  );

test('no page shows a secret of a document, and every line stays where it is', async () => {
  const { url } = await serveFolders(filled(temporaryFolder(), { 'orders.yaml': leaking }));
  const get = async <T>(path: string) => (await (await fetch(`${url}/api/v1/${path}`)).json()) as T;
  const { items } = await get<Page<{ id: string; revision: string }>>('documents');
  const id = encodeURIComponent(items[0]?.id ?? '');
  const page = await get<DocumentPage>(`documents/${id}`);
  const revision = await get<RevisionPage>(`documents/${id}/revisions/${items[0]?.revision}`);
  const masked = leaking.replaceAll(SECRET, '*'.repeat(SECRET.length));
  expect(page.files[0]?.text).toBe(masked);
  expect(revision.files[0]?.text).toBe(masked);
  const messages = await get<Page<MessageSummary>>('messages');
  const message = await get<MessagePage>(`messages/${encodeURIComponent(messages.items[0]?.id ?? '')}`);
  expect(message.definitions[0]?.examples).toMatchObject([
    { payload: { link: 'https://a:*************@example.com' } },
  ]);
  for (const shown of [page, revision, message]) expect(JSON.stringify(shown)).not.toContain(SECRET);
});
