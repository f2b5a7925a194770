import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

test('documents with the same id are one service, whatever their titles', async () => {
  const chart = await chartOf({
    'a.json': short({ id: 'urn:example:orders', title: 'Orders', operations: ['send orders.placed Placed'] }),
    'b.json': short({ id: 'urn:example:orders', title: 'Orders Admin', operations: ['receive orders.fix Fix'] }),
  });
  expect(chart.services).toMatchObject([{ id: 'orders', name: 'Orders', documents: ['shop/a.json', 'shop/b.json'] }]);
  expect(chart.links.map(link => link.service)).toEqual(['orders', 'orders']);
});

test('documents whose titles read the same are one service', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'Order Service', operations: [] }),
    'b.json': short({ title: 'order-service', operations: [] }),
  });
  expect(chart.services).toMatchObject([{ id: 'order-service', name: 'Order Service' }]);
});

test('a document between two others joins all three', async () => {
  const chart = await chartOf({
    'a.json': short({ id: 'urn:example:orders', title: 'Orders', operations: [] }),
    'b.json': short({ id: 'urn:example:orders', title: 'Orders Admin', operations: [] }),
    'c.json': short({ title: 'Orders admin', operations: [] }),
  });
  expect(chart.services.map(service => service.documents)).toEqual([['shop/a.json', 'shop/b.json', 'shop/c.json']]);
});

test('documents without a title stay apart and are called by their paths', async () => {
  const chart = await chartOf({
    'a.json': short({ title: '', operations: [] }),
    'b.json': short({ title: '--', operations: [] }),
  });
  expect(chart.services.map(service => service.name)).toEqual(['a.json', 'b.json']);
});

test('the first document speaks for the service, the others fill in what it leaves out', async () => {
  const chart = await chartOf({
    'a.json': short({ title: 'Orders', info: { version: '2.0.0', tags: [{ name: 'core' }] }, operations: [] }),
    'b.json': short({
      title: 'Orders',
      info: { version: '1.0.0', description: 'Takes orders.', 'x-owner': 'sales', 'x-domain': 'Shop' },
      servers: { socket: 'wss://shop.example.com' },
      operations: [],
    }),
  });
  expect(chart.services).toEqual([
    {
      id: 'orders',
      name: 'Orders',
      version: '2.0.0',
      description: 'Takes orders.',
      owner: 'sales',
      domain: 'shop',
      source: 'shop',
      documents: ['shop/a.json', 'shop/b.json'],
      protocols: ['kafka', 'ws'],
      tags: ['core'],
    },
  ]);
});
