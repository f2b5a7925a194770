import { expect, test } from 'vitest';
import { checkExample } from '../testing.ts';
import type { Place } from './protocol.ts';

const head = 'asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n';

function findings(place: Place, key: string, binding: string) {
  return checkExample(`${head}components: {${place}Bindings: {b: {${key}: ${binding}}}}`);
}

test.each<[Place, string, string]>([
  ['server', 'kafka', '{schemaRegistryUrl: "https://example.com", schemaRegistryVendor: confluent}'],
  [
    'channel',
    'kafka',
    '{topic: a, partitions: 1, topicConfiguration: {cleanup.policy: [compact], retention.ms: -1, my.own: 1}}',
  ],
  ['operation', 'kafka', '{groupId: {type: string}, clientId: {enum: [a]}, bindingVersion: latest}'],
  ['message', 'kafka', '{key: {type: record, name: Key, fields: []}, schemaIdLocation: header}'],
  ['channel', 'amqp', '{is: routingKey, exchange: {name: a, type: topic, durable: true}}'],
  ['operation', 'amqp', '{expiration: 0, cc: [a], deliveryMode: 2, ack: false}'],
  ['server', 'mqtt', '{lastWill: {qos: 2}, sessionExpiryInterval: {type: integer}, maximumPacketSize: 256}'],
  ['message', 'mqtt', '{payloadFormatIndicator: 1, responseTopic: "replies/{id}"}'],
  ['channel', 'ws', '{method: GET, query: {type: object, properties: {}}, bindingVersion: 0.1.0}'],
  ['operation', 'http', '{method: POST}'],
  ['operation', 'http', '{type: request, method: POST, bindingVersion: 0.1.0}'],
  ['message', 'http', '{statusCode: 202, headers: {type: object, properties: {}}}'],
  ['operation', 'nats', '{queue: workers}'],
  [
    'channel',
    'sns',
    '{name: a, policy: {statements: [{effect: Allow, principal: {AWS: "*"}, action: ["sns:Publish"]}]}}',
  ],
  [
    'operation',
    'sns',
    '{consumers: [{protocol: sqs, endpoint: {name: a}, rawMessageDelivery: true, filterPolicy: {a: [b, {prefix: c}]}}]}',
  ],
  ['channel', 'sqs', '{queue: {name: a, fifoQueue: true, deliveryDelay: 900}}'],
  ['operation', 'sqs', '{queues: [{name: a}]}'],
  ['channel', 'googlepubsub', '{labels: {a: b}, schemaSettings: {encoding: json, name: projects/a/schemas/b}}'],
  ['channel', 'pulsar', '{namespace: a, persistence: persistent, geo-replication: [b]}'],
  ['operation', 'solace', '{destinations: [{destinationType: queue, queue: {name: a, maxTtl: "1"}}], priority: 255}'],
  ['message', 'ibmmq', '{type: jms, expiry: 0}'],
  ['server', 'jms', '{jmsConnectionFactory: a, properties: [{name: a, value: 1}, {name: b, value: null}]}'],
  ['channel', 'anypointmq', '{destination: a, destinationType: exchange}'],
  ['operation', 'ros2', '{role: publisher, node: a, qosPolicies: {deadline: -1, reliability: reliable}}'],
  ['server', 'mqtt5', '{sessionExpiryInterval: 60}'],
  ['channel', 'redis', '{}'],
])('%s binding of %s: %s', (place, key, binding) => {
  expect(findings(place, key, binding)).toEqual([]);
});

test.each<[Place, string, string, string]>([
  [
    'channel',
    'kafka',
    '{partitions: 0}',
    '`partitions` of Kafka channel binding must be an integer of at least 1, but is the number 0.',
  ],
  [
    'channel',
    'kafka',
    '{partitions: six}',
    '`partitions` of Kafka channel binding must be an integer of at least 1, but is "six".',
  ],
  ['channel', 'kafka', '{replica: 1}', 'Kafka channel binding has no field `replica` in binding version 0.5.0.'],
  [
    'channel',
    'kafka',
    '{topicConfiguration: {cleanup.policy: [shred]}}',
    'Item 1 of `cleanup.policy` must be `compact` or `delete`, but is "shred".',
  ],
  [
    'operation',
    'kafka',
    '{groupId: orders}',
    '`groupId` of Kafka operation binding must be an object, `true` or `false`, but is "orders".',
  ],
  [
    'channel',
    'kafka',
    '{topicConfiguration: {}, bindingVersion: 0.3.0}',
    'Kafka channel binding has `topicConfiguration` only from 0.4.0 on; this is binding version 0.3.0.',
  ],
  [
    'channel',
    'amqp',
    '{exchange: {type: broadcast}}',
    '`type` of AMQP exchange must be one of `topic`, `direct`, `fanout`, `default`, `headers`, but is "broadcast".',
  ],
  [
    'operation',
    'amqp',
    '{deliveryMode: 3}',
    '`deliveryMode` of AMQP operation binding must be 1 or 2, but is the number 3.',
  ],
  ['operation', 'mqtt', '{qos: 3}', '`qos` of MQTT operation binding must be one of 0, 1, 2, but is the number 3.'],
  [
    'channel',
    'ws',
    '{query: {type: string, properties: {}}}',
    '`type` of Object Schema `query` must be `object`, but is "string".',
  ],
  [
    'operation',
    'http',
    '{method: get}',
    '`method` of HTTP operation binding must be one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `CONNECT`, `TRACE`, but is "get".',
  ],
  ['operation', 'http', '{bindingVersion: 0.1.0}', 'HTTP operation binding lacks `type`.'],
  [
    'operation',
    'nats',
    `{queue: ${'q'.repeat(256)}}`,
    `\`queue\` of NATS operation binding must be a string of at most 255 characters, but is "${'q'.repeat(58)}….`,
  ],
  [
    'operation',
    'sns',
    '{consumers: []}',
    '`consumers` of SNS operation binding must be a list of at least 1, but is an empty list.',
  ],
  ['channel', 'sqs', '{queue: {name: a}}', 'SQS queue lacks `fifoQueue`.'],
  ['channel', 'pulsar', '{namespace: a}', 'Pulsar channel binding lacks `persistence`.'],
  [
    'server',
    'ros2',
    '{domainId: 232}',
    '`domainId` of ROS 2 server binding must be an integer from 0 to 231, but is the number 232.',
  ],
  ['channel', 'redis', '{key: a}', 'Redis channel binding has no field `key` in binding version 0.1.0.'],
  ['server', 'amqp', '{vhost: /}', 'AMQP server binding has no field `vhost` in binding version 0.3.0.'],
])('%s binding of %s: %s is wrong', (place, key, binding, message) => {
  expect(findings(place, key, binding).map(finding => finding.message)).toEqual([message]);
});

test('a version that nobody knows is read as the latest, and that is said', () => {
  const [unknown, wrong] = findings('channel', 'kafka', '{partitions: 0, bindingVersion: 9.0.0}');
  expect(unknown).toMatchObject({ code: 'BINDING_VERSION_UNKNOWN', severity: 'warning' });
  expect(wrong).toMatchObject({ code: 'GRAMMAR_VALUE_NOT_ALLOWED', severity: 'error' });
});

test('the text and the JSON Schema of Solace spell one field differently; both count', () => {
  const queue = (name: string) => `{destinations: [{destinationType: queue, queue: {${name}: '100'}}]}`;
  expect(findings('operation', 'solace', queue('maxMsgSpoolSize'))).toEqual([]);
  expect(findings('operation', 'solace', queue('maxMsgSpoolUsage'))).toEqual([]);
});
