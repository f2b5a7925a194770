import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';

test.each([
  ['refund', 'refund', {}],
  ['owner:payments refund', 'refund', { owner: ['payments'] }],
  ['order protocol:kafka placed kind:message', 'order placed', { protocol: ['kafka'], kind: ['message'] }],
  ['owner:"Shop Team" orders', 'orders', { owner: ['Shop Team'] }],
  ['OWNER:payments', '', { owner: ['payments'] }],
  ['domain:a domain:b', '', { domain: ['a', 'b'] }],
  ['colour:red', 'colour:red', {}],
  ['https://example.com/orders', 'https://example.com/orders', {}],
  ['owner: payments', 'owner: payments', {}],
  ['owner:""', 'owner:""', {}],
  ['x-owner:payments', 'x-owner:payments', {}],
  ['  a   b ', 'a b', {}],
  ['', '', {}],
])('%s', (typed, text, filters) => {
  expect(parseQuery(typed)).toEqual({ text, filters });
});
