import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

test('a domain is named by an extension, in one spelling or another', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'A', info: { 'x-domain': 'Order Taking' }, operations: [] }),
    'b.json': short({ title: 'B', info: { 'x-bounded-context': 'order-taking' }, operations: [] }),
    'c.json': short({ title: 'C', operations: [] }),
  });
  expect(chart.domains).toEqual([{ id: 'order-taking', name: 'Order Taking' }]);
  expect(chart.services.map(service => service.domain)).toEqual(['order-taking', 'order-taking', undefined]);
});

test('x-domain at the root of a document counts as well', async () => {
  const text = JSON.stringify({ asyncapi: '3.1.0', info: { title: 'A', version: '1' }, 'x-domain': { name: 'Shop' } });
  expect((await chartOf({ 'a.json': text })).domains).toEqual([{ id: 'shop', name: 'Shop' }]);
});
