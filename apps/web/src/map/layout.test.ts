import { expect, test } from 'vitest';
import { layOut } from './layout.ts';
import { startPlaces } from './seed.ts';

const GROUPS = new Map([
  ['service:a', 'x'],
  ['service:b', 'x'],
  ['channel:c', 'x'],
  ['service:d', 'y'],
  ['channel:e', 'y'],
]);
const EDGES = [
  { from: 'service:a', to: 'channel:c' },
  { from: 'channel:c', to: 'service:b' },
  { from: 'service:d', to: 'channel:e' },
];
const TASK = {
  nodes: [...startPlaces(GROUPS)].map(([key, start]) => ({ key, group: GROUPS.get(key) ?? '', size: 5, start })),
  edges: EDGES,
};

test('the same chart is laid out the same way every time', () => {
  expect([...layOut(TASK)]).toEqual([...layOut(TASK)]);
});

test('every node has a place, and no two have the same', () => {
  const places = [...layOut(TASK).values()];
  expect(places).toHaveLength(GROUPS.size);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(GROUPS.size);
  expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});

test('nothing to lay out is no fault', () => {
  expect(layOut({ nodes: [], edges: [] }).size).toBe(0);
});
