import type { MapView } from '@portolan/server/port';
import { expect, test } from 'vitest';
import { groupEdges, groupNodes } from './group-nodes.ts';

const GROUPS = new Map([
  ['service:a', 'x'],
  ['channel:c', 'x'],
  ['service:b', 'y'],
  ['service:lone', ''],
]);
const PLACES = new Map([
  ['service:a', { x: 0, y: 0 }],
  ['channel:c', { x: 2, y: 4 }],
  ['service:b', { x: 9, y: 9 }],
  ['service:lone', { x: 5, y: 5 }],
]);
const edge = (service: string, action: 'send' | 'receive') => ({
  service,
  action,
  channel: 'c',
  confidence: 'stated' as const,
  messages: [],
});
const VIEW: MapView = { digest: 'sha256:0', nodes: [], edges: [edge('a', 'send'), edge('b', 'receive')] };

test('a group stands in the middle of its members; what has none is left out', () => {
  expect(groupNodes(GROUPS, PLACES, new Set(GROUPS.keys()))).toEqual([
    { group: 'x', x: 1, y: 2, services: 1, members: 2 },
    { group: 'y', x: 9, y: 9, services: 1, members: 1 },
  ]);
});

test('flows between groups are counted in their direction, and filters count', () => {
  expect(groupEdges(VIEW, GROUPS, new Set(GROUPS.keys()))).toEqual([{ from: 'x', to: 'y', flows: 1 }]);
  expect(groupEdges(VIEW, GROUPS, new Set(['service:a', 'channel:c']))).toEqual([]);
});
