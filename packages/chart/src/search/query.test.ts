import { expect, test } from 'vitest';
import { filterText, parseQuery, type Query } from './query.ts';

/** A query of which only this is not empty. */
function query(parts: Partial<Query>): Query {
  return { text: '', phrases: [], filters: {}, without: { words: [], filters: {} }, unknown: [], ...parts };
}

test.each<[string, Partial<Query>]>([
  ['refund', { text: 'refund' }],
  ['owner:payments refund', { text: 'refund', filters: { owner: ['payments'] } }],
  [
    'order protocol:kafka placed kind:message',
    { text: 'order placed', filters: { protocol: ['kafka'], kind: ['message'] } },
  ],
  ['owner:"Shop Team" orders', { text: 'orders', filters: { owner: ['Shop Team'] } }],
  ['OWNER:payments', { filters: { owner: ['payments'] } }],
  ['domain:a domain:b', { filters: { domain: ['a', 'b'] } }],
  ['field:customer.email tag:pii', { filters: { field: ['customer.email'], tag: ['pii'] } }],
  [
    '-owner:payments -"old one" -legacy',
    { without: { words: ['old one', 'legacy'], filters: { owner: ['payments'] } } },
  ],
  ['"order placed" now', { text: 'now', phrases: ['order placed'] }],
  ['e-mail', { text: 'e-mail' }],
  ['colour:red', { text: 'colour:red', unknown: ['colour'] }],
  ['https://example.com/orders', { text: 'https://example.com/orders' }],
  ['owner: payments', { text: 'owner: payments' }],
  ['owner:""', { text: 'owner:""' }],
  ['""', {}],
  ['x-owner:payments', { text: 'x-owner:payments' }],
  ['  a   b ', { text: 'a b' }],
  ['', {}],
])('%s', (typed, parts) => {
  expect(parseQuery(typed)).toEqual(query(parts));
});

test('a filter is written as it is read', () => {
  for (const [value, not] of [
    ['payments', false],
    ['Shop Team', true],
  ] as const) {
    const { filters, without } = parseQuery(filterText('owner', value, not));
    expect(not ? without.filters : filters).toEqual({ owner: [value] });
  }
});
