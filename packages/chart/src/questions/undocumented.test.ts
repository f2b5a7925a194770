import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { partiesAnswer } from '../print/answers/parties.ts';
import { evidenceOf } from '../relate/evidence.test-support.ts';
import { relate } from '../relate/relate.ts';
import { definitionsIn } from './definitions.ts';
import { impact } from './impact/impact.ts';
import { aimAt } from './impact/target.ts';
import { meant } from './meant.ts';

const documents = await documentsOf({
  'orders.json': short({ title: 'Orders', operations: ['send orders.placed Placed'] }),
  'billing.json': short({ title: 'Billing', operations: ['receive orders.placed Placed'] }),
  'stock.json': short({ title: 'Stock', operations: ['send stock.counted Counted'] }),
});
const chart = relate(documents, [
  evidenceOf(`portolan: evidence/1
complete: true
channels:
  orders.placed: { senders: [orders], receivers: [billing, stock, spy] }
  stock.counted: { senders: [stock] }
`),
]);

test('who receives by the infrastructure alone is shown as uncertain, with the reason', () => {
  const found = meant(chart, ['message', 'channel'], 'orders.placed');
  if (found.meant !== 'one') throw new Error(found.meant);
  const { parties } = partiesAnswer(chart, 'receive', found.subject).facts;
  expect(parties.map(({ serviceName, confidence }) => [serviceName, confidence])).toEqual([
    ['Billing', 'supported'],
    ['Stock', 'uncertain'],
    ['spy', 'uncertain'],
  ]);
  expect(parties[2]?.against).toContain('spy');
});

test('and of those nobody knows whether a change breaks them', () => {
  const aimed = aimAt(chart, definitionsIn(chart, documents), 'Placed');
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(chart, documents, { ...aimed, change: { kind: 'remove' } });
  expect(affected.map(({ serviceName, verdict }) => [serviceName, verdict])).toEqual([
    ['Billing', 'breaks'],
    ['Stock', 'unknown'],
    ['spy', 'unknown'],
  ]);
});
