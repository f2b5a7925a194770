import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ChangeEntry, RevisionChanges } from '../port.ts';
import { document, filled, serveFolders, temporaryFolder } from '../test-support.ts';

const ORDERS = document('Orders');
const BILLING = document('Billing', 'receive').replace(
  'total: { type: number } }',
  'total: { type: number } }, required: [total]',
);

/** A server over a sender and a receiver; the sender was edited once. */
async function edited(by: (text: string) => string, more: Readonly<Record<string, string>> = {}) {
  const before = ORDERS.replace('total: { type: number } }', 'total: { type: number } }, required: [total]');
  const folder = filled(temporaryFolder(), { 'orders.yaml': before, 'billing.yaml': BILLING, ...more });
  const { url } = await serveFolders(folder);
  const get = async <T>(path: string) => (await (await fetch(`${url}/api/v1${path}`)).json()) as T;
  const entries = async () => (await get<{ items: ChangeEntry[] }>('/changes?service=orders')).items;
  await vi.waitFor(async () => expect(await entries()).toHaveLength(1), { timeout: 15_000 });
  writeFileSync(join(folder, 'orders.yaml'), by(before));
  await vi.waitFor(async () => expect(await entries()).toHaveLength(2), { timeout: 15_000 });
  const [newest, first] = await entries();
  const ofRevision = (digest = '', query = '') =>
    get<RevisionChanges>(
      `/documents/${encodeURIComponent(newest?.document ?? '')}/revisions/${digest}/changes${query}`,
    );
  return { newest, first, ofRevision };
}

test('a revision that takes away what a receiver demands says who breaks, with a message that shows it', async () => {
  const { newest, first, ofRevision } = await edited(text => text.replace(', required: [total]', ''));
  const told = await ofRevision(newest?.digest);
  expect(told.verdict).toMatchObject({ kind: 'breaking', says: 'Breaking for 1 of 1 consumer.' });
  expect(told.verdict.versions).toEqual(['Version 2.0.0 is due, and Orders says 1.0.0.']);
  const [consumer] = told.verdict.consumers;
  expect(consumer).toMatchObject({ name: 'Billing', verdict: 'breaks', charted: true });
  expect(consumer?.witness?.message).not.toHaveProperty('total');
  expect(told.before?.digest).toBe(first?.digest);
  const [sides] = told.schemas;
  expect(sides).toMatchObject({ message: expect.any(String), charted: expect.any(String) });
  expect(sides?.marks).toMatchObject([{ path: 'total', breaks: true }]);
});

test('the first revision has none before it, and any two can be compared', async () => {
  const { newest, first, ofRevision } = await edited(text => text.replace(', required: [total]', ''));
  const added = await ofRevision(first?.digest);
  expect(added.before).toBeUndefined();
  expect(added.changes.map(({ code }) => code)).toEqual(['DOCUMENT_ADDED']);
  const back = await ofRevision(first?.digest, `?against=${newest?.digest}`);
  expect(back.verdict.kind).not.toBe('breaking');
  expect(back.before?.digest).toBe(newest?.digest);
  expect(await ofRevision('sha256:none')).toMatchObject({ code: 'SERVER_NOT_FOUND' });
});

test('a waiver in the settings of the repository settles the change', async () => {
  const settings = `waivers:
  - { change: "SCHEMA_CHANGED **", owner: Ordering, reason: Nobody reads it, until: 2099-12-31 }
`;
  const { newest, ofRevision } = await edited(text => text.replace(', required: [total]', ''), {
    'portolan.yaml': settings,
  });
  const told = await ofRevision(newest?.digest);
  expect(told.verdict.kind).not.toBe('breaking');
  expect(told.changes.find(({ verdict }) => verdict === 'breaking')?.settled).toMatchObject({ by: 'waiver' });
});

test('secrets in a document are in no answer', async () => {
  const { newest, ofRevision } = await edited(text =>
    text.replace('host: kafka.example.com:9092', "host: 'admin:hunter2secret@kafka.example.com:9092'"),
  );
  expect(JSON.stringify(await ofRevision(newest?.digest))).not.toContain('hunter2secret');
});
