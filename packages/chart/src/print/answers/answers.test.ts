import { prepare, validate } from '@portolan/schema';
import { expect, test } from 'vitest';
import { documentsOf } from '../../../test-support/chart-of.ts';
import { short } from '../../../test-support/short.ts';
import type { ServiceNode } from '../../model.ts';
import { definitionsIn } from '../../questions/definitions.ts';
import { aimAt } from '../../questions/impact/target.ts';
import { meant } from '../../questions/meant.ts';
import { relate } from '../../relate/relate.ts';
import { ANSWER_FORMATS, type Answer, answerJson, printAnswer } from './answer.ts';
import { impactAnswer } from './impact.ts';
import { answerJsonSchemas } from './json-schemas.ts';
import { lineageAnswer } from './lineage.ts';
import { ownersAnswer } from './owners.ts';
import { partiesAnswer } from './parties.ts';
import { dependenciesAnswer } from './reach.ts';
import { pathAnswer } from './way.ts';

const doubtful = JSON.stringify({
  ...JSON.parse(short({ title: 'Audit', operations: ['send orders Placed'] })),
  operations: { receiveOrder: { action: 'send', channel: { $ref: '#/channels/orders' } } },
});

const documents = await documentsOf({
  'orders.json': short({
    title: 'Orders',
    info: { 'x-owner': { id: 'sales', name: 'Sales Team', email: 'sales@example.com' } },
    operations: ['send orders Placed, Cancelled'],
  }),
  'billing.json': short({
    title: 'Billing',
    info: { 'x-owner': 'finance' },
    operations: ['receive orders Placed', 'send bills Paid'],
  }),
  'stock.json': short({ title: 'Stock', operations: ['receive orders'] }),
  'mail.json': short({ title: 'Mail', operations: ['receive bills Paid'] }),
  'audit.json': doubtful,
});
const chart = relate(documents);

function service(name: string): ServiceNode {
  const found = meant(chart, ['service'], name);
  if (found.meant !== 'one') throw new Error(name);
  return found.subject.node;
}

function parties(action: 'send' | 'receive', name: string): Answer {
  const found = meant(chart, ['message', 'channel'], name);
  if (found.meant !== 'one') throw new Error(name);
  return partiesAnswer(chart, action, found.subject);
}

function impactOf(name: string): Answer {
  const aimed = aimAt(chart, definitionsIn(chart, documents), name);
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  return impactAnswer(chart, documents, { ...aimed, change: { kind: 'remove' } });
}

const answers: Readonly<Record<string, Answer>> = {
  sends: parties('send', 'Placed'),
  receives: parties('receive', 'orders'),
  nobody: parties('receive', 'Cancelled'),
  dependencies: dependenciesAnswer(chart, service('Mail'), 2),
  impact: impactOf('Placed'),
  path: pathAnswer(chart, service('Orders'), service('Mail')),
  nowhere: pathAnswer(chart, service('Orders'), service('Orders')),
  owners: ownersAnswer(chart),
  lineage: lineageAnswer(chart, documents, { message: 'placed', field: 'id' }),
};

test.each(Object.entries(answers))('the JSON of %s is what its schema says', async (_, answer) => {
  await prepare(['json-schema']);
  const definition = answerJsonSchemas[answer.shape];
  expect(definition).toBeDefined();
  const source = { id: answer.shape, format: 'json-schema', definition };
  expect(validate(source, () => undefined, answerJson(answer))).toEqual({ valid: true });
  // Its members are all described: a member that no schema names would be a surprise.
  expect(Object.keys(definition?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(answerJson(answer))));
});

test.each(Object.entries(answers))('%s has every format', (_, answer) => {
  for (const format of ANSWER_FORMATS) expect(printAnswer(answer, format)).toMatch(/\S.*\n$/s);
  expect(printAnswer(answer, 'mermaid')).toMatch(/^flowchart LR\n/);
  expect(printAnswer(answer, 'dot')).toMatch(/^digraph \w+ \{\n/);
});

test('who sends: what contradicts an uncertain one is said', () => {
  expect(printAnswer(answers.sends as Answer, 'text')).toBe(`2 services send Placed
├─ Audit (no owner) on orders (uncertain: its operation id says “receiveOrder”)
└─ Orders (owner Sales Team) on orders
`);
});

test('dependencies are a tree with what is far below what is near', () => {
  expect(printAnswer(answers.dependencies as Answer, 'text')).toBe(`Mail (no owner)

It depends on 1 service directly, 3 in all
└─ Billing (owner finance): Paid on bills
   ├─ Audit (no owner): Placed on orders (uncertain)
   └─ Orders (owner Sales Team): Placed on orders

No other service depends on it.
`);
});

test('an impact begins with its answer and ends with whom to talk to', () => {
  expect(printAnswer(answers.impact as Answer, 'text')).toBe(
    `Removing Placed breaks 1 of 3 services that receive it, and of 2 nobody knows. Audit (no owner) (uncertain) and Orders (owner Sales Team) send it.

Breaks
└─ Billing (owner finance) receives it [Placed on orders]

Unknown
├─ Audit (no owner) may receive it although its document says that it sends it [Placed on orders]
└─ Stock (no owner) receives on the channel, and does not say which messages [on orders]

Agree with finance first.
`,
  );
  expect(printAnswer(answers.impact as Answer, 'mermaid')).toContain('["Billing"]:::bad');
});

test('a path names the messages on the way', () => {
  expect(printAnswer(answers.path as Answer, 'text')).toBe(`Messages of Orders reach Mail in 2 steps.

Orders (owner Sales Team)
└─ → Billing (owner finance): Placed on orders
   └─ → Mail (no owner): Paid on bills
`);
});

test('owners: what each has, and what has none', () => {
  expect(printAnswer(answers.owners as Answer, 'text')).toBe(`finance: 1 service, 1 channel, 1 message
└─ Billing

Sales Team <sales@example.com>: 1 service, 1 channel, 2 messages
└─ Orders

Nobody: 3 services, 0 channels, 0 messages
├─ Audit
├─ Mail
└─ Stock
`);
});
