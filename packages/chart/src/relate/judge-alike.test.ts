import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

async function alike(sent: string[], received: string, receiver: Partial<Parameters<typeof short>[0]> = {}) {
  const texts = {
    'a.json': short({ title: 'A', operations: sent.map(address => `send ${address} Placed`) }),
    'b.json': short({ title: 'B', operations: [`receive ${received} Placed`], ...receiver }),
  };
  const { findings } = await chartOf(texts);
  return findings.filter(({ code }) => code === 'CHANNEL_NAMES_ALIKE').map(({ message }) => message);
}

test.each([
  ['order-events', 'order-event', true],
  ['orders.placed', 'Orders_Placed', true],
  ['shop/orders/{id}', 'shop/order/{orderId}', true],
  ['orders.placed', 'orders.plaecd', true],
  ['orders.placed', 'orders.plced', true],
  ['orders.placed.v1', 'orders.placed.v2', false],
  ['orders.placed.v1', 'orders.placed', true],
  ['orders.placed', 'v2/orders/placed', true],
  ['orders.placed.v1', 'orders.placed.3', false],
  ['bills', 'bells', false],
  ['orders.placed', 'invoices.paid', false],
])('%s and %s read alike: %s', async (sent, received, same) => {
  expect(await alike([sent], received)).toHaveLength(same ? 1 : 0);
});

test('the finding says who waits for whom', async () => {
  expect(await alike(['order-events'], 'order-event')).toEqual([
    '`B` receives from `order-event`, where nobody sends. `A` sends on `order-events`, from which nobody receives.',
  ]);
});

test('a channel that has both sides is missing nothing, and two that read alike decide nothing', async () => {
  expect(await alike(['order-events', 'order-event'], 'order-event')).toEqual([]);
  expect(await alike(['order-events', 'order_event'], 'order.event')).toEqual([]);
});

test('another broker may have whatever names it likes', async () => {
  expect(await alike(['order-events'], 'order-event', { servers: { west: 'kafka://west.example.com' } })).toEqual([]);
});
