import { prepare, validate } from '@portolan/schema';
import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { printDot } from './dot.ts';
import { printChartJson } from './json.ts';
import { chartJsonSchema } from './json-schema.ts';
import { printMermaid } from './mermaid.ts';
import { printChart } from './text.ts';

const doubtful = JSON.stringify({
  ...JSON.parse(short({ title: 'Audit', info: { 'x-owner': 'risk' }, operations: ['send orders/{id} Placed'] })),
  operations: { receiveOrder: { action: 'send', channel: { $ref: '#/channels/orders~1{id}' } } },
});

const chart = await chartOf({
  'orders.json': short({
    title: 'Orders',
    info: { 'x-owner': { id: 'sales', name: 'Sales Team' }, 'x-domain': 'Shop', description: 'Takes orders.' },
    operations: ['send orders/{id} Cancelled, Placed', 'receive bills'],
  }),
  'billing.json': short({ title: '"Billing" & co', operations: ['receive orders/{no} Placed', 'send bills Paid'] }),
  'audit.json': doubtful,
  'idle.json': short({ title: 'Idle', operations: [] }),
});

test('as text: a tree for each service, with the other ends of its links and what is uncertain', () => {
  expect(printChart(chart)).toBe(`Audit 1.0.0 (owner risk)
└─ → Placed (uncertain) on orders/{id} to "Billing" & co

"Billing" & co 1.0.0 (no owner)
├─ → Paid on bills to Orders
└─ ← Placed on orders/{id} from Audit (uncertain), Orders

Idle 1.0.0 (no owner)
└─ neither sends nor receives

Orders 1.0.0 (owner Sales Team, domain Shop)
├─ → Cancelled on orders/{id}
├─ → Placed on orders/{id} to "Billing" & co
└─ ← unnamed messages on bills from "Billing" & co

4 services, 2 channels, 3 messages, 2 teams; 1 uncertain link
`);
});

test('as text: some services only', () => {
  expect(printChart(chart, { services: new Set(['idle']) })).toBe(`Idle 1.0.0 (no owner)
└─ neither sends nor receives

4 services, 2 channels, 3 messages, 2 teams; 1 uncertain link
`);
});

test('as text: the broker, where one address is on several', async () => {
  const servers = { west: 'kafka://west.example.com', far: 'kafka://far.example.com' };
  const two = await chartOf({
    'a.json': short({ title: 'A', operations: ['send orders Placed'] }),
    'b.json': short({ title: 'B', servers, operations: ['send orders Placed'] }),
  });
  expect(printChart(two)).toContain('→ Placed on orders at kafka.example.com:9092\n');
  expect(printChart(two)).toContain('→ Placed on orders at far.example.com:9092, west.example.com:9092\n');
});

test('as a Mermaid flowchart', () => {
  expect(printMermaid(chart)).toBe(`flowchart LR
  s1["Audit"]
  s2["#34;Billing#34; #38; co"]
  s3["Idle"]
  s4["Orders"]
  c1(["bills"])
  c2(["orders/{id}"])
  s1 -.->|"Placed"| c2
  c2 -->|"Placed"| s2
  s2 -->|"Paid"| c1
  c1 --> s4
  s4 -->|"Cancelled, Placed"| c2
`);
});

test('as DOT for Graphviz', () => {
  expect(printDot(chart)).toBe(`digraph chart {
  rankdir=LR;
  "service audit" [shape=box, label="Audit"];
  "service billing-co" [shape=box, label="\\"Billing\\" & co"];
  "service idle" [shape=box, label="Idle"];
  "service orders" [shape=box, label="Orders"];
  "channel bills" [shape=ellipse, label="bills"];
  "channel orders-id" [shape=ellipse, label="orders/{id}"];
  "service audit" -> "channel orders-id" [label="Placed", style=dashed];
  "channel orders-id" -> "service billing-co" [label="Placed"];
  "service billing-co" -> "channel bills" [label="Paid"];
  "channel bills" -> "service orders" [label=""];
  "service orders" -> "channel orders-id" [label="Cancelled, Placed"];
}
`);
});

test('as JSON: the chart itself under the name of its shape', () => {
  expect(JSON.parse(printChartJson(chart))).toEqual({ portolan: 'chart/1', ...chart });
});

/** A chart that has every member a chart can have. */
const full = await chartOf({
  'a.json': JSON.stringify({
    asyncapi: '3.1.0',
    info: {
      title: 'A',
      version: '1.0.0',
      description: 'Asks.',
      tags: [{ name: 'core' }],
      contact: { name: 'Sales', email: 'sales@example.com', url: 'https://example.com' },
      'x-domain': 'Shop',
    },
    servers: { production: { host: 'kafka.example.com', protocol: 'kafka' } },
    channels: {
      ask: {
        address: 'ask/{id}',
        title: 'Ask',
        summary: 'Questions.',
        description: 'All of them.',
        parameters: { id: { description: 'Of the question.' } },
        tags: [{ name: 'core' }],
        bindings: { kafka: { partitions: 6 } },
        messages: {
          Ask: {
            title: 'Question',
            summary: 'One.',
            description: 'A question.',
            contentType: 'application/json',
            tags: [{ name: 'core' }],
          },
        },
      },
      answer: { address: 'answer', messages: { Answer: { payload: { type: 'object', properties: { text: {} } } } } },
    },
    operations: {
      sendQuestion: {
        action: 'send',
        summary: 'Asks.',
        channel: { $ref: '#/channels/ask' },
        reply: { channel: { $ref: '#/channels/answer' } },
      },
    },
  }),
  'b.json': short({ title: 'A', info: { 'x-owner': 'risk' }, operations: [] }),
});

test('the JSON is what its schema says', async () => {
  await prepare(['json-schema']);
  const source = { id: 'chart', format: 'json-schema', definition: chartJsonSchema };
  for (const each of [chart, full]) {
    expect(validate(source, () => undefined, JSON.parse(printChartJson(each)))).toEqual({ valid: true });
  }
  const wrong = { ...JSON.parse(printChartJson(chart)), portolan: 'chart/0', digest: undefined };
  expect(validate(source, () => undefined, wrong)).toMatchObject({ valid: false });
});

test('the schema knows every member that the JSON has', () => {
  for (const each of [chart, full]) expect(unknown(JSON.parse(printChartJson(each)), chartJsonSchema, '')).toEqual([]);
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Pointers of members that a schema does not describe. */
function unknown(value: unknown, schema: Schema | undefined, at: string): string[] {
  if (!schema) return [at];
  if (Array.isArray(value)) return value.flatMap((item, index) => unknown(item, schema.items, `${at}/${index}`));
  if (value === null || typeof value !== 'object' || !schema.properties) return [];
  const { properties } = schema;
  return Object.entries(value).flatMap(([key, member]) => unknown(member, properties[key], `${at}/${key}`));
}
