import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import { propertiesIn } from './properties.ts';
import { spring } from './spring.ts';

const yml = `spring:
  application:
    name: billing
  cloud:
    function:
      definition: onOrderPlaced;invoices
    stream:
      bindings:
        onOrderPlaced-in-0:
          destination: orders.placed
          group: billing-app
        invoices-out-0:
          destination: \${INVOICES:invoices.issued}
        audit:
          destination: audit
      kafka:
        binder:
          brokers: kafka.example.com:9092
  kafka:
    consumer:
      group-id: billing-app
billing:
  kafka:
    consumer:
      topics:
        refunds: refunds.requested
      topic-partitions: 3
    producer:
      topic: \${REFUND_TOPIC}
---
spring:
  config:
    activate:
      on-profile: prod
`;

const unread = '`billing.kafka.producer.topic` is not read: what stands there is worked out elsewhere.';

conforms(spring, {
  location: 'application.yml',
  text: yml.replace('${REFUND_TOPIC}', 'refunds.done'),
  says: [
    'billing receive orders.placed',
    'billing send invoices.issued',
    'billing receive refunds.requested',
    'billing send refunds.done',
    'billing is billing-app',
  ],
});

conforms(spring, {
  location: 'application-prod.properties',
  text: `# Stock
quarkus.application.name=stock
mp.messaging.incoming.orders.connector=smallrye-kafka
mp.messaging.incoming.orders.topic=orders.placed
%prod.mp.messaging.outgoing.levels.topic = stock.levels
stock.topics=ignored
`,
  says: ['stock receive orders.placed', 'stock send stock.levels'],
});

const lines = (location: string, text: string, beside?: Record<string, string>) => {
  const files =
    beside && Object.entries({ ...beside, [location]: text }).map(([at, its]) => ({ location: at, text: its }));
  return spring
    .read(location, text, files)
    .evidence?.uses.map(({ who, action, address }) => `${who} ${action} ${address}`);
};

test('what only the environment knows is not read, and is said', () => {
  expect(spring.read('application.yml', yml).findings).toMatchObject([
    { code: 'EVIDENCE_NOT_STATIC', severity: 'info', message: unread, range: { start: { line: 29 } } },
  ]);
});

test('the name of the application may stand in another file of its folder', () => {
  const profile = 'spring.cloud.stream.bindings.input.destination=orders\n';
  expect(lines('a/application-prod.properties', profile)).toBeUndefined();
  expect(
    lines('a/application-prod.properties', profile, { 'a/bootstrap.yml': 'spring.application.name: billing' }),
  ).toEqual(['billing receive orders']);
});

test('without a name the consumer group stands for the application', () => {
  const text = 'spring.kafka.consumer.group-id=billing\nshop.consumer.topic.name=orders\n';
  expect(lines('application.properties', text)).toEqual(['billing receive orders']);
});

test('a setting may be made of others, and a circle ends', () => {
  const text = `spring.application.name=shop
shop.prefix=eu
shop.producer.topic=\${shop.prefix}.\${shop.noun:orders}
shop.consumer.topic=\${shop.consumer.topic}
`;
  expect(lines('application.properties', text)).toEqual(['shop send eu.orders']);
});

test.each([
  ['consumer.topic.partitions', '3'],
  ['kafka.consumer.topic', 'true'],
  ['kafka.consumer.topic', 'http://example.com/'],
  ['kafka.topic', 'orders'],
  ['app.producer.consumer.topic', 'orders'],
])('nothing is guessed from %s=%s', (key, value) => {
  expect(lines('application.properties', `spring.application.name=shop\n${key}=${value}\n`)).toBeUndefined();
});

test('settings for tests, and files of other things, are left alone', () => {
  expect(spring.takes('src/test/resources/application.yml')).toBe(false);
  expect(spring.takes('application-test.yml')).toBe(false);
  expect(spring.takes('my-application.yml')).toBe(false);
});

test('properties are read as Java reads them', () => {
  const text = 'a = 1\n! no\nb\\:c:2\\\n   3\n\nd\n\\u0065 é\n';
  expect(propertiesIn(text).map(({ key, value, range }) => [key, value, range.start.line])).toEqual([
    ['a', '1', 1],
    ['b:c', '23', 3],
    ['d', '', 6],
    ['e', 'é', 7],
  ]);
});
