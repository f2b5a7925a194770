import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { lineOf, short } from '../../test-support/short.ts';
import { type Parties, whoReceives, whoSends } from './parties.ts';

const chart = await chartOf({
  'a.json': short({ title: 'Orders', operations: ['send orders Placed, Cancelled'] }),
  'b.json': short({ title: 'Billing', operations: ['receive orders Placed'] }),
  'c.json': short({ title: 'Audit', operations: ['receive orders'] }),
});

function lines(parties: Parties): string[] {
  if (parties.found !== 'one') throw new Error('not found');
  return parties.links.map(link => lineOf(chart, link));
}

test('who sends and who receives a message', () => {
  expect(lines(whoSends(chart, 'Placed'))).toEqual(['Orders send orders Placed']);
  expect(lines(whoReceives(chart, 'Placed'))).toEqual(['Billing receive orders Placed']);
  expect(lines(whoReceives(chart, 'Cancelled'))).toEqual([]);
});

test('of a channel, the links of all its messages', () => {
  expect(lines(whoSends(chart, 'orders'))).toEqual(['Orders send orders Cancelled', 'Orders send orders Placed']);
  expect(lines(whoReceives(chart, 'orders'))).toEqual(['Audit receive orders -', 'Billing receive orders Placed']);
});

test('an unknown name gets the nearest one', () => {
  expect(whoSends(chart, 'Plaecd')).toEqual({ found: 'none', nearest: 'Placed' });
});
