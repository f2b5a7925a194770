import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { matchChannels } from './channels.ts';
import { addressBook, brokerId } from './where.ts';

const EAST = 'kafka://east.example.com:9092';
const WEST = 'kafka://west.example.com:9092';

async function book(servers: Record<string, string>, ...addresses: string[]) {
  const text = (title: string, url: string) =>
    short({ title, servers: { production: url }, operations: addresses.map(address => `send ${address} Placed`) });
  const texts = Object.entries(servers).map(([title, url]) => [`${title}.json`, text(title, url)] as const);
  return addressBook(matchChannels(await documentsOf(Object.fromEntries(texts))));
}

test('the same name on two brokers stays two channels', async () => {
  const { channelsAt } = await book({ A: EAST, B: WEST }, 'orders');
  expect(channelsAt('orders')).toEqual([]);
  const [east] = channelsAt('orders', EAST);
  const [west] = channelsAt('orders', WEST);
  expect(new Set([east, west, undefined]).size).toBe(3);
  expect(channelsAt('orders', 'kafka://north.example.com')).toEqual([]);
});

test('an address without a broker means the only channel that has it', async () => {
  const { channelsAt } = await book({ A: EAST }, 'orders');
  expect(channelsAt('orders')).toEqual(['orders']);
  expect(channelsAt('Orders')).toEqual([]);
});

test('a broker is the same however its URL is written', () => {
  expect(new Set(['kafka://Kafka.example.com', 'kafka-secure://kafka.example.com:9092'].map(brokerId)).size).toBe(1);
  expect(brokerId('kafka')).toBe('kafka');
});

test.each([
  ['orders.{region}.placed', 'orders.eu.placed', true],
  ['orders.{region}.placed', 'orders.eu.west.placed', false],
  ['orders.{region}.placed', 'orders.{place}.placed', true],
  ['orders.*.placed', 'orders.eu.placed', true],
  ['orders.v1+2', 'orders.v112', false],
])('%s and %s: %s', async (pattern, address, same) => {
  const { channelsAt } = await book({ A: EAST }, pattern);
  expect(channelsAt(address).length).toBe(same ? 1 : 0);
});

test.each([
  ['store/+/door', 'store/12/door', true],
  ['store/+/door', 'store/1/2/door', false],
  ['store/#', 'store/12/door', true],
  ['store/#', 'store', true],
  ['store/#', 'stores', false],
])('in MQTT %s and %s: %s', async (pattern, address, same) => {
  const { channelsAt } = await book({ A: 'mqtt://mqtt.example.com' }, pattern);
  expect(channelsAt(address).length).toBe(same ? 1 : 0);
});

test('who may use all addresses with a beginning may use each of them, but for those that are left out', async () => {
  const { channelsOf } = await book({ A: EAST }, 'orders.eu', 'orders.us', 'orders.us.old', 'bills');
  const prefix = { address: 'orders.', match: 'prefix' as const };
  expect(channelsOf(prefix)).toEqual(['orders.eu', 'orders.us', 'orders.us.old']);
  expect(channelsOf({ ...prefix, except: ['orders.us*'] })).toEqual(['orders.eu']);
  expect(channelsOf({ address: 'bills' })).toEqual(['bills']);
  expect(channelsOf({ address: 'orders.*' }, EAST)).toEqual(['orders.eu', 'orders.us', 'orders.us.old']);
});

test('a pattern is there beside the channel that has just the address', async () => {
  const { channelsAt, patternsAt } = await book({ A: 'mqtt://mqtt.example.com' }, 'store/12/door', 'store/+/door');
  expect(channelsAt('store/12/door')).toEqual(['store-12-door']);
  expect(patternsAt('store/12/door')).toEqual(['store-door']);
});

test('who names an address exactly is meant before those who name it among others', async () => {
  const { channelsAt } = await book({ A: EAST }, 'orders.eu', 'orders.{region}');
  expect(channelsAt('orders.eu')).toEqual(['orders.eu']);
});
