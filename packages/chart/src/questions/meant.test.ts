import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { type Meant, meant } from './meant.ts';

const chart = await chartOf({
  'a.json': short({
    title: 'Order Service',
    operations: [
      'send placed placed',
      'send orders/changed Changed',
      'send bills/changed Changed',
      'send mixed mixed, B',
    ],
  }),
  'b.json': short({ title: 'Service 0001', operations: ['receive placed placed'] }),
  'c.json': short({ title: 'Service 0002', operations: ['receive mixed mixed'] }),
});

function told(found: Meant): string {
  const names = (found.meant === 'one' ? [found.subject] : found.candidates).map(
    ({ kind, node }) => `${kind}:${node.id}`,
  );
  return [found.meant, ...names].join(' ');
}

test.each([
  ['Order Service', 'one service:order-service'],
  ['service:order-service', 'one service:order-service'],
  ['SERVICE:Order Service', 'one service:order-service'],
  ['Order Servise', 'one service:order-service'],
  ['Service 0003', 'none service:service-0001 service:service-0002'],
  ['0001', 'none service:service-0001'],
  ['Weather', 'none'],
  ['', 'none'],
])('the service “%s” means %s', (typed, expected) => {
  expect(told(meant(chart, ['service'], typed))).toBe(expected);
});

test('a slip is forgiven, and said', () => {
  expect(meant(chart, ['message'], 'Chnaged')).toMatchObject({ meant: 'none' });
  expect(meant(chart, ['service'], 'Order Servise')).toMatchObject({ meant: 'one', takenFor: 'Order Service' });
});

test('several things of one name are a question back; their kinds and ids answer it', () => {
  expect(told(meant(chart, ['message', 'channel'], 'Changed'))).toMatch(/^several message:\S+ message:\S+$/);
  expect(told(meant(chart, ['message', 'channel'], 'mixed'))).toMatch(/^several message:mixed channel:mixed$/);
  expect(told(meant(chart, ['message', 'channel'], 'channel:mixed'))).toBe('one channel:mixed');
});

test('a channel that carries one message of its own name is no question: both have the same answer', () => {
  expect(told(meant(chart, ['message', 'channel'], 'placed'))).toBe('one message:placed');
});
