import { expect, test } from 'vitest';
import { indexedWordsOf, wordsOf } from './words.ts';

test.each([
  ['orderPlaced', ['order', 'placed']],
  ['HTTPServer2Started', ['http', 'server2', 'started']],
  ['orders.placed/v1-beta_2', ['orders', 'placed', 'v1', 'beta', '2']],
  ['store/orders/{orderId}/booked', ['store', 'orders', 'order', 'id', 'booked']],
  ['Café Größe', ['cafe', 'große']],
  ['…', []],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('a name of several words is indexed as one word as well', () => {
  expect(indexedWordsOf('orderPlaced on orders')).toEqual(['order', 'placed', 'orderplaced', 'on', 'orders']);
});
