import type { MapView } from '@portolan/server/port';
import { expect, test } from 'vitest';
import { busiestChannels } from './busiest.ts';

const channel = (id: string) => ({ kind: 'channel' as const, id, name: id, protocols: [], tags: [] });
const edge = (service: string, action: 'send' | 'receive', to: string) => ({
  service,
  action,
  channel: to,
  confidence: 'stated' as const,
  messages: [],
});

const VIEW: MapView = {
  digest: 'sha256:0',
  nodes: [channel('lonely'), channel('b'), channel('a'), channel('hub')],
  edges: [
    edge('one', 'send', 'lonely'),
    edge('one', 'send', 'b'),
    edge('two', 'receive', 'b'),
    edge('one', 'send', 'a'),
    edge('two', 'receive', 'a'),
    edge('one', 'send', 'hub'),
    edge('two', 'receive', 'hub'),
    edge('three', 'receive', 'hub'),
  ],
};

test('the channel that most services meet on comes first, equals by name, lonely ones not at all', () => {
  expect(busiestChannels(VIEW, 10)).toEqual([
    { id: 'hub', name: 'hub', protocols: [], senders: 1, receivers: 2 },
    { id: 'a', name: 'a', protocols: [], senders: 1, receivers: 1 },
    { id: 'b', name: 'b', protocols: [], senders: 1, receivers: 1 },
  ]);
});

test('no more are named than asked for', () => {
  expect(busiestChannels(VIEW, 1).map(({ id }) => id)).toEqual(['hub']);
});
