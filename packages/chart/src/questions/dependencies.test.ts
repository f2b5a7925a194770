import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { dependedOnBy, dependsOn } from './dependencies.ts';

const chart = await chartOf({
  'orders.json': short({
    title: 'Orders',
    operations: ['send orders Placed, Cancelled', 'receive bills Paid', 'receive orders Placed'],
  }),
  'billing.json': short({ title: 'Billing', operations: ['receive orders Placed, Cancelled', 'send bills Paid'] }),
  'stock.json': short({ title: 'Stock', operations: ['receive orders Cancelled'] }),
  'audit.json': short({ title: 'Audit', operations: ['receive orders'] }),
  'alone.json': short({ title: 'Alone', operations: ['send nowhere Lost'] }),
});

test('a service depends on those whose messages it receives', () => {
  expect(dependsOn(chart, 'billing')).toEqual([
    {
      service: 'orders',
      serviceName: 'Orders',
      messages: [
        { id: 'cancelled', name: 'Cancelled', channel: 'orders' },
        { id: 'placed', name: 'Placed', channel: 'orders' },
      ],
      channels: [],
      confidence: 'stated',
    },
  ]);
});

test('its own messages make it depend on nobody', () => {
  expect(dependsOn(chart, 'orders').map(dependency => dependency.service)).toEqual(['billing']);
});

test('those who receive its messages depend on it', () => {
  const found = dependedOnBy(chart, 'orders').map(({ service, messages }) => [
    service,
    messages.map(({ name }) => name),
  ]);
  expect(found).toEqual([
    ['audit', []],
    ['billing', ['Cancelled', 'Placed']],
    ['stock', ['Cancelled']],
  ]);
});

test('a side that names no message makes a dependency by its channel', () => {
  expect(dependsOn(chart, 'audit')).toEqual([
    { service: 'orders', serviceName: 'Orders', messages: [], channels: ['orders'], confidence: 'stated' },
  ]);
});

test('nobody and nothing depends on what is alone or unknown', () => {
  expect(dependedOnBy(chart, 'alone')).toEqual([]);
  expect(dependsOn(chart, 'unknown')).toEqual([]);
});

test('a dependency is worth what its weaker side is worth', async () => {
  const doubtful = JSON.stringify({
    ...JSON.parse(short({ title: 'A', operations: ['send orders Placed'] })),
    operations: { receiveOrder: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  });
  const doubt = await chartOf({
    'a.json': doubtful,
    'b.json': short({ title: 'B', operations: ['receive orders Placed'] }),
  });
  expect(dependsOn(doubt, 'b')[0]?.confidence).toBe('uncertain');
});
