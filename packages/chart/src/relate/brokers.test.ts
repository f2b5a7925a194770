import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

/** Brokers of one document with these server URLs. */
async function brokers(...urls: string[]) {
  const servers = Object.fromEntries(urls.map((url, at) => [`s${at}`, url]));
  return (await chartOf({ 'a.json': short({ title: 'A', servers, operations: [] }) })).brokers;
}

test.each([
  ['kafka://Kafka.Example.com', 'kafka-secure://kafka.example.com:9092'],
  ['mqtt://mqtt.example.com', 'mqtts://mqtt.example.com'],
  ['mqtt://mqtt.example.com:1883', 'secure-mqtt://mqtt.example.com:8883'],
  ['mqtt5://mqtt.example.com', 'mqtt://mqtt.example.com:1883'],
  ['ws://shop.example.com/orders', 'wss://shop.example.com/orders/'],
  ['http://shop.example.com:80', 'https://shop.example.com:443'],
  ['amqp://rabbit.example.com', 'amqps://rabbit.example.com:5671'],
])('%s and %s are the same broker', async (one, other) => {
  expect(await brokers(one, other)).toMatchObject([{ names: ['s0', 's1'] }]);
});

test.each([
  ['kafka://one.example.com', 'kafka://two.example.com'],
  ['kafka://kafka.example.com:9092', 'kafka://kafka.example.com:9094'],
  ['mqtt://example.com:1883', 'amqp://example.com:1883'],
  ['amqp://rabbit.example.com/orders', 'amqp://rabbit.example.com/billing'],
  ['wss://shop.example.com/orders', 'wss://shop.example.com/stock'],
  ['kafka://{region}.example.com', 'kafka://{Region}.example.com'],
])('%s and %s are two brokers', async (one, other) => {
  expect(await brokers(one, other)).toHaveLength(2);
});

test('a broker shows its family, its host with the port, and the names that documents give it', async () => {
  expect(await brokers('wss://Shop.example.com/orders', 'kafka-secure://{region}.Example.com')).toEqual([
    { id: 'kafka://{region}.example.com', host: '{region}.example.com:9092', protocol: 'kafka', names: ['s1'] },
    { id: 'ws://shop.example.com/orders', host: 'shop.example.com:443', protocol: 'ws', names: ['s0'] },
  ]);
});

test('a list of hosts names several brokers', async () => {
  const found = await brokers('kafka://one.example.com:9092,two.example.com:9092');
  expect(found.map(broker => broker.host)).toEqual(['one.example.com:9092', 'two.example.com:9092']);
});

test('a variable may stand for the port', async () => {
  expect((await brokers('kafka://{host}:{port}'))[0]?.host).toBe('{host}:{port}');
});

test('a protocol without a usual port keeps its host as it is', async () => {
  expect((await brokers('sqs://sqs.example.com'))[0]).toMatchObject({
    id: 'sqs://sqs.example.com',
    host: 'sqs.example.com',
  });
});

test('the path is no part of a broker whose protocol has no paths', async () => {
  expect(await brokers('kafka://kafka.example.com/', 'kafka://kafka.example.com')).toHaveLength(1);
});
