import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { type Found, find, findAmong } from './find.ts';

const chart = await chartOf({
  'a.json': short({
    title: 'Order Service',
    info: { 'x-owner': { id: 'sales', name: 'Sales Team', email: 'sales@example.com' }, 'x-domain': 'Shop' },
    operations: ['send orders/{id}/placed OrderPlaced', 'send orders/changed Changed', 'send bills/changed Changed'],
  }),
});

/** Ids of what was found, or the suggestion. */
function ids(found: Found): string[] | string | undefined {
  if (found.found === 'none') return found.nearest;
  return (found.found === 'one' ? [found.subject] : found.subjects).map(({ node }) => node.id);
}

test.each([
  ['service', 'order-service', 'order-service'],
  ['service', 'Order Service', 'order-service'],
  ['service', 'ORDER SERVICE', 'order-service'],
  ['service', 'order_service', 'order-service'],
  ['channel', 'orders/{id}/placed', 'orders-id-placed'],
  ['channel', 'orders/{orderId}/placed', 'orders-id-placed'],
  ['message', 'orderplaced', 'orderplaced'],
  ['team', 'Sales Team', 'sales'],
  ['team', 'sales@example.com', 'sales'],
  ['message', 'order-placed', 'orderplaced'],
  ['domain', 'shop', 'shop'],
  ['broker', 'kafka.example.com:9092', 'kafka://kafka.example.com'],
  ['broker', 'production', 'kafka://kafka.example.com'],
] as const)('the %s %s is %s', (kind, name, id) => {
  expect(ids(find(chart, kind, name))).toEqual([id]);
});

test('a name that several things have finds them all', () => {
  const found = find(chart, 'message', 'Changed');
  expect(found.found).toBe('several');
  expect(ids(found)).toHaveLength(2);
});

test('an id decides where a name would not', () => {
  const [first] = ids(find(chart, 'message', 'Changed')) as string[];
  expect(ids(find(chart, 'message', first as string))).toEqual([first]);
});

test('a typing mistake gets a suggestion', () => {
  expect(find(chart, 'message', 'OrderPlased')).toEqual({ found: 'none', nearest: 'OrderPlaced' });
});

test('what is like nothing gets none', () => {
  expect(find(chart, 'service', 'Weather Station')).toEqual({ found: 'none' });
});

test('things of other kinds are not found', () => {
  expect(find(chart, 'service', 'OrderPlaced').found).toBe('none');
  expect(findAmong(chart, ['service', 'message'], 'OrderPlaced')).toMatchObject({
    found: 'one',
    subject: { kind: 'message' },
  });
});
