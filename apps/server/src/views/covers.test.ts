import { expect, test } from 'vitest';
import { document, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { channelPage } from './channel-page.ts';

const inMqtt = (text: string, address: string) =>
  text.replace('orders.placed', address).replaceAll('kafka', 'mqtt').replace('9092', '1883');

test('a channel page names what its pattern takes in, and through which channel somebody receives', async () => {
  const known = await knownOf(
    filled(temporaryFolder(), {
      'orders.yaml': inMqtt(document('Orders'), 'orders/placed'),
      'billing.yaml': inMqtt(document('Billing', 'receive'), 'orders/+'),
    }),
  );
  const [narrow, wide] = ['orders/placed', 'orders/+'].map(address =>
    channelPage(known, known.channelsOfAddress.get(address)?.[0]?.id ?? ''),
  );
  expect(narrow?.receivers).toMatchObject([{ serviceName: 'Billing', throughName: 'orders/+' }]);
  expect(narrow?.covers).toMatchObject([{ way: 'taken-in-by', name: 'orders/+', confidence: 'stated' }]);
  expect(wide?.covers).toMatchObject([{ way: 'takes-in', name: 'orders/placed', by: 'wildcard' }]);
  expect(wide?.receivers[0]).not.toHaveProperty('throughName');
});
