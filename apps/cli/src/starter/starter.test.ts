import { lint, rulesOf } from '@portolan/checks';
import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { PROTOCOLS } from './protocols.ts';
import { starter } from './starter.ts';
import { titleOf } from './words.ts';

const NAMES = [
  'Orders',
  'Payment Service',
  'inventory',
  'Größen',
  '注文',
  'API',
  '42',
  'Quote "Desk": #1',
  'Deliveries',
];

test.each(Object.keys(PROTOCOLS))('a first document for %s has no finding, whatever its name', async protocol => {
  for (const name of NAMES) {
    const { contract, findings } = await readText('asyncapi.yaml', starter({ name, protocol }), () => undefined);
    expect(findings).toEqual([]);
    expect(contract?.info.title).toBe(name);
    expect(contract && (await lint(contract, rulesOf('recommended')))).toEqual([]);
  }
});

test('names of the parts follow the name of the service', async () => {
  const { contract } = await readText(
    'a.yaml',
    starter({ name: 'Coffee Shipments API', protocol: 'mqtt' }),
    () => undefined,
  );
  expect(contract?.channels[0]).toMatchObject({
    id: 'coffeeShipmentDispatched',
    address: 'coffee-shipments/dispatched',
  });
  expect(contract?.messages[0]?.id).toBe('CoffeeShipmentDispatched');
  expect(contract?.operations[0]).toMatchObject({ id: 'sendCoffeeShipmentDispatched', action: 'send' });
});

test('the name of a folder becomes a title', () => {
  expect(titleOf('order-service')).toBe('Order Service');
  expect(titleOf('paymentGateway')).toBe('Payment Gateway');
  expect(titleOf('...')).toBe('My Service');
});
