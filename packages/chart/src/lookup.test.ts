import { expect, test } from 'vitest';
import { chartOf } from '../test-support/chart-of.ts';
import { short } from '../test-support/short.ts';
import { index } from './lookup.ts';

const chart = await chartOf({
  'a.json': short({
    title: 'Orders',
    info: { 'x-owner': 'sales', 'x-domain': 'shop' },
    operations: ['send orders Placed', 'receive bills'],
  }),
  'b.json': short({ title: 'Orders', info: { 'x-owner': 'finance' }, operations: [] }),
});

test('everything is there by its id', () => {
  const known = index(chart);
  expect(known.services.get('orders')?.name).toBe('Orders');
  expect([...known.channels.keys()]).toEqual(['bills', 'orders']);
  expect([...known.messages.keys()]).toEqual(['placed']);
  expect(known.channelsOfAddress.get('orders')?.map(({ id }) => id)).toEqual(['orders']);
  expect([...known.teams.keys()]).toEqual(['finance', 'sales']);
  expect([...known.domains.keys()]).toEqual(['shop']);
  expect([...known.brokers.keys()]).toEqual(['kafka://kafka.example.com']);
  expect(known.serviceOfDocument.get('shop/b.json')?.id).toBe('orders');
});

test('links and findings are there by what they are about', () => {
  const known = index(chart);
  expect(known.linksOfService.get('orders')).toHaveLength(2);
  expect(known.linksOfChannel.get('bills')).toHaveLength(1);
  expect(known.linksOfMessage.get('placed')).toHaveLength(1);
  expect([...known.linksOfMessage.keys()]).toEqual(['placed']);
  expect(known.findingsOfDocument.get('shop/b.json')?.map(({ code }) => code)).toEqual(['SERVICE_OWNERS_DIFFER']);
});

test('a chart is indexed once', () => {
  expect(index(chart)).toBe(index(chart));
});
