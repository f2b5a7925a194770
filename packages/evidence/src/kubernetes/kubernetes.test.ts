import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import { kubernetes } from './kubernetes.ts';

const strimziText = `# Orders: topics and who may use them
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: orders-placed
  labels:
    strimzi.io/cluster: production
    team: sales
spec:
  topicName: orders.placed
  partitions: 12
  config:
    retention.ms: 604800000
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: payments
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaUser
metadata:
  name: billing
spec:
  authentication: { type: tls }
  authorization:
    type: simple
    acls:
      - resource: { type: topic, name: orders.placed, patternType: literal }
        operations: [Describe, Read]
      - resource: { type: group, name: billing-app, patternType: literal }
        operations: [Read]
      - resource: { type: topic, name: payments., patternType: prefix }
        operations: [All]
        host: '*'
      - resource: { type: topic, name: payments.audit, patternType: literal }
        type: deny
        operations: [Write]
      - resource: { type: topic, name: invoices, patternType: literal }
        operation: Write
`;

conforms(kubernetes, {
  location: 'kafka.yaml',
  text: strimziText,
  says: [
    'channel orders.placed',
    'owner orders.placed sales',
    'channel payments',
    'billing receive orders.placed',
    'billing send payments.* except payments.audit',
    'billing receive payments.*',
    'billing send invoices',
    'billing is billing-app',
    'billing-app is billing',
  ],
});

const read = (text: string) => kubernetes.read('k8s.yaml', text);
const lines = (text: string) =>
  read(text).evidence?.uses.map(({ who, action, address, match }) => `${who} ${action} ${address}${match ? '*' : ''}`);

test('each fact stands where its line is, in the second document of a file too', () => {
  const uses = read(strimziText).evidence?.uses ?? [];
  expect(uses.find(use => use.address === 'orders.placed')).toMatchObject({
    origin: { pointer: '', inside: { start: { line: 29 } } },
  });
});

test('what is denied wins over what is allowed, also for every topic', () => {
  const user = (acls: string) => `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaUser
metadata: { name: orders }
spec: { authorization: { type: simple, acls: [${acls}] } }
`;
  const allow = '{ resource: { type: topic, name: orders }, operations: [Write] }';
  const deny = (name: string, pattern: string) =>
    `{ resource: { type: topic, name: '${name}', patternType: ${pattern} }, operations: [Write], type: deny }`;
  expect(lines(user(allow))).toEqual(['orders send orders']);
  expect(lines(user(`${allow}, ${deny('orders', 'literal')}`))).toBeUndefined();
  expect(lines(user(`${allow}, ${deny('ord', 'prefix')}`))).toBeUndefined();
  expect(lines(user(`${allow}, ${deny('*', 'literal')}`))).toBeUndefined();
  expect(lines(user("{ resource: { type: topic, name: '*' }, operations: [Read] }"))).toEqual(['orders receive *']);
});

test('a connector sends or receives by its class', () => {
  const connector = (type: string, config: string) => `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaConnector
metadata: { name: warehouse }
spec: { class: io.example.${type}Connector, config: { ${config} } }
`;
  expect(lines(connector('JdbcSink', 'topics: "orders, payments"'))).toEqual([
    'warehouse receive orders',
    'warehouse receive payments',
  ]);
  expect(lines(connector('JdbcSource', 'topic: customers'))).toEqual(['warehouse send customers']);
});

test('Knative: brokers, triggers, sources and subscriptions', () => {
  const text = `apiVersion: eventing.knative.dev/v1
kind: Broker
metadata: { name: shop }
---
apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { name: billing-orders }
spec:
  broker: shop
  filter: { attributes: { type: com.example.order.placed } }
  subscriber: { ref: { apiVersion: v1, kind: Service, name: billing } }
---
apiVersion: sources.knative.dev/v1beta1
kind: KafkaSource
metadata: { name: parcels }
spec:
  consumerGroup: shipping-group
  bootstrapServers: [kafka.example.com:9092]
  topics: [parcels]
  sink: { ref: { apiVersion: serving.knative.dev/v1, kind: Service, name: shipping } }
---
apiVersion: messaging.knative.dev/v1
kind: Subscription
metadata: { name: audit }
spec:
  channel: { apiVersion: messaging.knative.dev/v1, kind: Channel, name: audits }
  subscriber: { ref: { kind: Service, name: auditor } }
  reply: { ref: { kind: Channel, name: audited } }
---
apiVersion: sources.knative.dev/v1
kind: SinkBinding
metadata: { name: orders }
spec:
  subject: { kind: Deployment, name: orders }
  sink: { ref: { kind: Broker, name: shop } }
`;
  expect(lines(text)).toEqual([
    'billing receive shop',
    'billing receive com.example.order.placed',
    'shipping receive parcels',
    'auditor receive audits',
    'auditor send audited',
    'orders send shop',
  ]);
  expect(read(text).evidence).toMatchObject({
    channels: [{ address: 'shop' }],
    aliases: [{ service: 'shipping', name: 'shipping-group' }],
  });
});

test('RabbitMQ: queues, exchanges, rights, and what comes into a queue that somebody reads', () => {
  const text = `apiVersion: rabbitmq.com/v1beta1
kind: List
items: []
---
apiVersion: rabbitmq.com/v1beta1
kind: Exchange
metadata: { name: orders-exchange }
spec: { name: orders, type: topic }
---
apiVersion: rabbitmq.com/v1beta1
kind: Queue
metadata: { name: billing.orders }
---
apiVersion: rabbitmq.com/v1beta1
kind: Binding
metadata: { name: billing-orders }
spec: { source: orders, destination: billing.orders, destinationType: queue, routingKey: order.placed }
---
apiVersion: rabbitmq.com/v1beta1
kind: Permission
metadata: { name: billing }
spec:
  userReference: { name: billing }
  permissions: { write: '^$', configure: '^$', read: '^billing\\.orders$' }
---
apiVersion: rabbitmq.com/v1beta1
kind: Permission
metadata: { name: shop }
spec:
  user: shop
  permissions: { write: '^(orders|returns)$', read: 'shop-[0-9]+' }
`;
  expect(lines(text)).toEqual([
    'billing receive billing.orders',
    'billing receive orders',
    'billing receive order.placed',
    'shop send orders',
    'shop send returns',
  ]);
  expect(read(text).findings).toMatchObject([
    {
      code: 'EVIDENCE_NOT_STATIC',
      message: '`Permission: spec.permissions.read` is not read: what stands there is worked out elsewhere.',
      range: { start: { line: 31 } },
    },
  ]);
});

test('templates of Helm are read as far as they say what is there', () => {
  const text = `{{- if .Values.topics.enabled }}
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: orders
  labels:
    {{- include "shop.labels" . | nindent 4 }}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: {{ .Values.prefix }}-payments
{{- end }}
`;
  const { evidence, findings } = read(text);
  expect(evidence?.channels).toMatchObject([{ address: 'orders' }]);
  expect(findings).toMatchObject([{ code: 'EVIDENCE_NOT_STATIC', range: { start: { line: 12 } } }]);
});

test('a list as `kubectl get -o yaml` prints it, and JSON', () => {
  const item = { apiVersion: 'kafka.strimzi.io/v1beta2', kind: 'KafkaTopic', metadata: { name: 'orders' } };
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item] }, undefined, 2);
  expect(kubernetes.read('topics.json', list).evidence?.channels).toMatchObject([{ address: 'orders' }]);
});

test('what is malformed is told with its line, and the rest is read', () => {
  const { evidence, findings } = read(strimziText.replace('topicName: orders.placed', 'topicName: [orders]'));
  expect(findings).toMatchObject([{ code: 'EVIDENCE_VALUE_WRONG', range: { start: { line: 10 } } }]);
  expect(evidence?.channels.map(({ address }) => address)).toEqual(['payments']);
});

test('manifests about other things are not even parsed', () => {
  const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: [broken\n';
  expect(kubernetes.looksRight?.(text)).toBe(true);
  expect(read(text)).toEqual({ findings: [] });
});

test('ten thousand documents in a file are read in time, and nesting bombs not at all', () => {
  const many = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: a }\n---\n'.repeat(10_000);
  expect(read(many).evidence?.channels).toHaveLength(1);
  const bomb = `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nx: ${'['.repeat(50_000)}`;
  expect(read(bomb).findings.length).toBeGreaterThan(0);
  expect(kubernetes.looksRight?.('\n'.repeat(65_536))).toBe(false);
  expect(read('{{ }}'.repeat(100_000) + strimziText).findings).toBeInstanceOf(Array);
  expect(read('{{'.repeat(100_000) + strimziText).findings).toBeInstanceOf(Array);
});
