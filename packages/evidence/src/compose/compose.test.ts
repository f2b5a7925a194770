import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import { compose } from './compose.ts';

const text = `services:
  kafka:
    image: kafka.example.com/kafka:3.9
    environment:
      KAFKA_CREATE_TOPICS: "orders.placed:3:1,payments:1:1"
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
  setup:
    image: kafka.example.com/kafka:3.9
    command: >
      kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic invoices --partitions 3 &&
      kafka-topics.sh --bootstrap-server kafka:9092 --describe --topic gone
  billing:
    image: example.com/billing
    environment:
      - KAFKA_CONSUMER_GROUP_ID=billing-app
      - CONSUMER_TOPIC=orders.placed
      - PRODUCER_TOPICS=\${INVOICES:-invoices},refunds
      - SPRING_CLOUD_STREAM_BINDINGS_PAID_OUT_0_DESTINATION=payments
      - RETRIES=3
  shop:
    environment:
      SPRING_APPLICATION_NAME: web-shop
      ORDERS_OUTPUT_TOPIC: orders.placed
`;

conforms(compose, {
  location: 'docker-compose.yml',
  text,
  says: [
    'channel orders.placed',
    'channel payments',
    'channel invoices',
    'billing receive orders.placed',
    'billing send invoices',
    'billing send refunds',
    'billing send payments',
    'billing is billing-app',
    'shop send orders.placed',
    'shop is web-shop',
    'web-shop is shop',
  ],
});

test('a variable without a default is not read, and is said', () => {
  const { findings } = compose.read('compose.yaml', 'services:\n  a:\n    environment:\n      INPUT_TOPIC: ${TOPIC}\n');
  expect(findings).toMatchObject([{ code: 'EVIDENCE_NOT_STATIC', range: { start: { line: 4 } } }]);
});

test('each fact stands in its line', () => {
  const uses = compose.read('compose.yaml', text).evidence?.uses ?? [];
  expect(uses.map(({ origin }) => origin.inside?.start.line)).toEqual([16, 17, 17, 18, 23]);
});

test.each(['compose.yaml', 'compose.prod.yml', 'docker-compose.override.yml', 'a/docker-compose-dev.yml'])(
  '%s',
  name => {
    expect(compose.takes(name)).toBe(true);
  },
);
