import { expect, test } from 'vitest';
import { type Entry, finder, isNear, wordsOf } from './find.ts';

const ENTRIES: readonly Entry[] = [
  ['service', 'Order Management', 'Turns a cart into an order.', 'services/order-management.html'],
  ['channel', 'orders.placed', '', 'channels/orders.placed.html'],
  ['message', 'OrderPlaced', 'A customer bought.', 'messages/orderplaced.html', ['orderId', 'total.currency']],
  ['team', 'Payments Team', 'payments@example.com', 'teams/payments.html'],
];
const names = (question: string) => finder(ENTRIES)(question, 10).map(({ name }) => name);

test('the name that was meant comes first, then what only holds the word', () => {
  expect(names('orderplaced')[0]).toBe('OrderPlaced');
  expect(names('order man')[0]).toBe('Order Management');
});

test('a letter that is wrong, missing, or in the wrong place does not matter', () => {
  expect(names('ordreplaced')).toContain('OrderPlaced');
  expect(names('managment')).toEqual(['Order Management']);
  expect(names('paymnets')).toEqual(['Payments Team']);
});

test('every word has to be met, and nothing is found for nothing', () => {
  expect(names('order zebra')).toEqual([]);
  expect(names('  ')).toEqual([]);
});

test('a field leads to its place on the page of its message', () => {
  expect(finder(ENTRIES)('currency', 5)).toEqual([
    {
      kind: 'field',
      name: 'total.currency',
      context: 'OrderPlaced',
      href: 'messages/orderplaced.html#payload.total.currency',
    },
  ]);
});

test('names are known by their parts too', () => {
  expect(wordsOf('orderPlaced.v1')).toEqual(['orderplaced', 'order', 'placed', 'v1']);
});

test('near is near its beginning as well, and short words are not near to everything', () => {
  expect([isNear('custmer', 'customerrelations', 1), isNear('form', 'from', 1), isNear('abcd', 'wxyz', 1)]).toEqual([
    true,
    true,
    false,
  ]);
});
