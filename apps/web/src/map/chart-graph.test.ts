import type { MapEdge, MapNode, MapView } from '@portolan/server/port';
import { expect, test } from 'vitest';
import { endsOf, groupsOf, naturalGrouping, neighbourhood, shownNodes } from './chart-graph.ts';

const node = (kind: MapNode['kind'], id: string, more: Partial<MapNode> = {}): MapNode => ({
  kind,
  id,
  name: id,
  protocols: ['kafka'],
  tags: [],
  ...more,
});
const edge = (service: string, action: MapEdge['action'], channel: string): MapEdge => ({
  service,
  action,
  channel,
  confidence: 'stated',
  messages: [],
});

const VIEW: MapView = {
  digest: 'sha256:0',
  nodes: [
    node('service', 'order', { source: 'shop', domain: 'sales' }),
    node('service', 'mail', { source: 'shop', domain: 'notify' }),
    node('service', 'pump', { source: 'farm', domain: 'water', protocols: ['mqtt'] }),
    node('channel', 'orders'),
    node('channel', 'commands', { protocols: ['mqtt'] }),
    node('channel', 'unused'),
  ],
  edges: [edge('order', 'send', 'orders'), edge('mail', 'receive', 'orders'), edge('pump', 'receive', 'commands')],
};

test('edges point the way messages flow', () => {
  expect(VIEW.edges.map(endsOf)).toEqual([
    { from: 'service:order', to: 'channel:orders' },
    { from: 'channel:orders', to: 'service:mail' },
    { from: 'channel:commands', to: 'service:pump' },
  ]);
});

test('a channel belongs where its sender does, else where its receiver does, else nowhere', () => {
  const groups = groupsOf(VIEW, 'domain');
  expect(groups.get('channel:orders')).toBe('sales');
  expect(groups.get('channel:commands')).toBe('water');
  expect(groups.get('channel:unused')).toBe('');
});

test('without any domain, nodes are gathered by source', () => {
  expect(naturalGrouping(VIEW)).toBe('domain');
  expect(naturalGrouping({ ...VIEW, nodes: [node('service', 'a', { source: 's' })] })).toBe('source');
});

test('with more domains than colours, sources are told apart instead, if there are several', () => {
  const many = (sources: number) =>
    Array.from({ length: 9 }, (_, n) => node('service', `s${n}`, { domain: `d${n}`, source: `${n % sources}` }));
  expect(naturalGrouping({ ...VIEW, nodes: many(3) })).toBe('source');
  expect(naturalGrouping({ ...VIEW, nodes: many(1) })).toBe('domain');
});

test('a filter shows services and the channels they use', () => {
  expect([...shownNodes(VIEW, { source: 'shop' })]).toEqual(['service:order', 'service:mail', 'channel:orders']);
  expect([...shownNodes(VIEW, { domain: 'notify' })]).toEqual(['service:mail', 'channel:orders']);
  expect([...shownNodes(VIEW, { protocol: 'mqtt' })]).toEqual(['service:pump', 'channel:commands']);
  expect(shownNodes(VIEW, {}).size).toBe(6);
  expect([...shownNodes(VIEW, { owner: 'nobody' })]).toEqual([]);
});

test('a tag of a channel shows those who use it; a confidence shows what is believed that much', () => {
  const [order, mail, pump, orders, ...others] = VIEW.nodes as [MapNode, MapNode, MapNode, MapNode, ...MapNode[]];
  const tagged = { ...VIEW, nodes: [order, mail, pump, { ...orders, tags: ['pii'] }, ...others] };
  expect([...shownNodes(tagged, { tag: 'pii' })]).toEqual(['service:order', 'channel:orders', 'service:mail']);
  const doubtful = { ...edge('mail', 'send', 'commands'), confidence: 'uncertain' as const };
  const view = { ...VIEW, edges: [...VIEW.edges, doubtful] };
  expect([...shownNodes(view, { confidence: 'uncertain' })]).toEqual(['service:mail', 'channel:commands']);
});

test('the neighbourhood of a channel is its senders and receivers', () => {
  expect([...neighbourhood(VIEW, 'channel:orders')].sort()).toEqual([
    'channel:orders',
    'service:mail',
    'service:order',
  ]);
});
