import { expect, test } from 'vitest';
import { document, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { driftList, driftOf } from './drift.ts';

const EVIDENCE = `portolan: evidence/1
broker: kafka://kafka.example.com:9092
complete: true
channels:
  orders.placed: { owner: finance, senders: [orders], receivers: [ml-features] }
  orders.gone: { senders: [orders], receivers: [archive] }
`;

const FILES = {
  'orders.yaml': document('Orders').replace('version: 1.0.0', 'version: 1.0.0, x-owner: sales'),
  'billing.yaml': document('Billing', 'receive')
    .replace('orders.placed', 'invoices.due')
    .replaceAll('OrderPlaced', 'InvoiceDue'),
};

test('what documents and evidence say is one list, by kind, with whom it concerns and what to do', async () => {
  const known = await knownOf(filled(temporaryFolder(), { ...FILES, 'kafka.evidence.yaml': EVIDENCE }));
  const { items, kinds } = driftList(known, {});
  const told = items.map(({ kind, seenIn, serviceName, ownerName }) => [kind, seenIn, serviceName, ownerName]);
  expect(told).toEqual([
    ['absent', 'document', undefined, undefined],
    ['undocumented', 'evidence', undefined, undefined],
    ['receives-more', 'evidence', undefined, 'sales'],
    ['owners', 'evidence', undefined, 'sales'],
    ['orphan', 'document', 'Billing', undefined],
  ]);
  for (const { help, file } of items) expect([help, file].every(text => text.length > 3)).toBe(true);
  expect(kinds.filter(({ total }) => total > 0).map(({ kind }) => kind)).toEqual([
    ...new Set(told.map(([kind]) => kind)),
  ]);
});

test('it can be narrowed, and kinds are counted whatever kind is asked for', async () => {
  const known = await knownOf(filled(temporaryFolder(), { ...FILES, 'kafka.evidence.yaml': EVIDENCE }));
  expect(driftList(known, { owner: 'sales' }).items.map(({ kind }) => kind)).toEqual(['receives-more', 'owners']);
  const one = driftList(known, { kind: 'orphan' });
  expect(one.items).toHaveLength(1);
  expect(one.kinds.find(({ kind }) => kind === 'owners')?.total).toBe(1);
  expect(driftList(known, { q: 'ML-features' }).items).toHaveLength(1);
  expect(driftOf(known, 'channel', 'orders.placed').map(({ kind }) => kind)).toEqual(['receives-more', 'owners']);
});

test('without evidence there is only what documents contradict', async () => {
  const known = await knownOf(filled(temporaryFolder(), FILES));
  expect(driftList(known, {}).items.map(({ kind }) => kind)).toEqual(['orphan']);
});
