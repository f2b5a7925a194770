import { expect, test } from 'vitest';
import { kubernetes } from '../kubernetes/kubernetes.ts';
import type { Mapping } from '../port.ts';
import { mappedAdapter } from './mapped.ts';
import { PATH_PATTERN } from './path.ts';

const read = (mapping: Omit<Mapping, 'files'>, text: string, location = 'topics/orders.yaml') =>
  mappedAdapter({ files: 'topics/*.yaml', ...mapping }).read(location, text);

const lines = (mapping: Omit<Mapping, 'files'>, text: string) => {
  const { evidence } = read(mapping, text);
  return [
    ...(evidence?.channels ?? []).map(({ address, owner }) => `channel ${address}${owner ? ` of ${owner}` : ''}`),
    ...(evidence?.uses ?? []).map(
      ({ who, action, address, match }) => `${who} ${action} ${address}${match ? '*' : ''}`,
    ),
  ];
};

const topics = `domain: shop
topics:
  - name: orders.placed
    owner: { team: sales }
    producers: [orders]
    consumers:
      - { app: billing }
      - { app: ml-features }
  - name: payments
`;

test('channels in a list, with owner, senders and receivers', () => {
  const channels = {
    each: 'topics[]',
    address: 'name',
    owner: 'owner.team',
    senders: 'producers',
    receivers: 'consumers[].app',
  };
  expect(lines({ channels }, topics)).toEqual([
    'channel orders.placed of sales',
    'channel payments',
    'orders send orders.placed',
    'billing receive orders.placed',
    'ml-features receive orders.placed',
  ]);
  expect(read({ channels }, topics).evidence?.uses[1]?.origin.inside?.start.line).toBe(7);
});

test('an address may be put together from what is around', () => {
  expect(lines({ channels: { each: 'topics[]', address: '{^.domain}.{name}' } }, topics)).toEqual([
    'channel shop.orders.placed',
    'channel shop.payments',
  ]);
});

test('members as items, with their names; a file that is one topic', () => {
  const text = 'orders: { owner: sales }\npayments: {}\n';
  expect(lines({ channels: { each: '*', address: '@key', owner: 'owner' } }, text)).toEqual([
    'channel orders of sales',
    'channel payments',
  ]);
  expect(lines({ channels: { address: '@file' } }, 'partitions: 3\n')).toEqual(['channel orders']);
});

test('grants that stand with the principals, with words for what they do', () => {
  const text = `services:
  - principal: billing
    access:
      - { mode: R, topics: [orders.placed, payments.*] }
      - { mode: W, topics: [invoices] }
`;
  const uses = [
    {
      each: 'services[].access[]',
      who: '^.principal',
      address: 'topics[]',
      action: 'mode',
      send: ['W'],
      receive: ['R'],
    },
  ];
  expect(lines({ uses }, text)).toEqual([
    'billing receive orders.placed',
    'billing receive payments.*',
    'billing send invoices',
  ]);
  expect(lines({ uses: [{ who: 'app', address: 'reads', as: 'receive' }] }, 'app: a\nreads: b\n')).toEqual([
    'a receive b',
  ]);
});

test('a path that leads nowhere is told, with the member of the settings that names it', () => {
  const { findings } = read({ channels: { each: 'queues[]', address: 'name' } }, topics);
  expect(findings).toMatchObject([
    {
      code: 'EVIDENCE_MAPPING_MISSES',
      message: 'There is nothing at `queues[]` in `topics/orders.yaml`.',
      help: expect.stringContaining('`evidence.channels.each`'),
    },
  ]);
  expect(read({ channels: { each: 'topics[]', address: 'title' } }, topics).findings).toMatchObject([
    { message: 'There is nothing at `topics[].title` in `topics/orders.yaml`.', range: { start: { line: 3 } } },
  ]);
});

test('a mapping may only add the broker to files of a known form', () => {
  const topic = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: orders }\n';
  const adapter = mappedAdapter({ files: '**', broker: 'kafka://kafka.example.com:9092', complete: true }, kubernetes);
  expect(adapter.read('topic.yaml', topic).evidence).toMatchObject({
    format: 'kubernetes',
    broker: 'kafka://kafka.example.com:9092',
    complete: true,
    channels: [{ address: 'orders' }],
  });
  const damaged = `${topic}---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: "{{ .a }}" }\n`;
  expect(adapter.read('topic.yaml', damaged).evidence?.complete).toBe(false);
});

test('no text and no path makes it throw, or go on without end', () => {
  for (const text of ['', '[]', '{', 'a: [', topics, `a: &a [${'x,'.repeat(1_000)}]\nb: [${'*a,'.repeat(1_000)}]`]) {
    for (const path of ['', '*', '[][][]', '*.*', '*[].*[]', '^.^.^', '@key', '@file', 'b[][]', '{a}{b}']) {
      expect(
        read({ channels: { each: path, address: path }, uses: [{ who: path, address: path, as: 'send' }] }, text),
      ).toBeDefined();
    }
  }
});

test.each(['topics[].name', '*', '@key', '@file', '^.name', '^', '*.access[].topics[]', 'kafka-topics', 'a b'])(
  '%s is a path',
  path => expect(path).toMatch(new RegExp(PATH_PATTERN)),
);

test.each(['topics[0]', 'a..b', '.a', 'a.', 'a.^', 'topics[*]', '@name', '{a}'])('%s is none', path => {
  expect(path).not.toMatch(new RegExp(PATH_PATTERN));
});
