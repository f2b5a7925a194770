import { expect, test } from 'vitest';
import { withKept } from './kept-places.ts';
import { layOut } from './layout.ts';
import { startPlaces } from './seed.ts';

/** A chain of services that each receive what the one before sends, in two domains. */
function task(services: number) {
  const keys = Array.from({ length: services }, (_, n) => [`service:${n}`, `channel:${n}`]).flat();
  const groups = new Map(keys.map((key, index) => [key, index % 4 < 2 ? 'x' : 'y']));
  const edges = Array.from({ length: services }, (_, n) => [
    { from: `service:${n}`, to: `channel:${n}` },
    ...(n > 0 ? [{ from: `channel:${n - 1}`, to: `service:${n}` }] : []),
  ]).flat();
  const nodes = [...startPlaces(groups)].map(([key, start]) => ({ key, group: groups.get(key) ?? '', size: 5, start }));
  return { nodes, edges };
}

test('a service that is new does not move the others, and stands near those it talks with', () => {
  const before = layOut(task(20));
  const after = layOut(withKept(task(21), before));
  for (const [key, place] of before) expect(after.get(key)).toEqual(place);
  const distance = (from: string, to: string) => {
    const [a, b] = [after.get(from), after.get(to)];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
  };
  const whole = Math.max(...[...before.keys()].map(key => distance('service:20', key)));
  expect(distance('service:20', 'channel:19')).toBeLessThan(whole / 2);
});

test('what is new stands on nothing else', () => {
  const after = [...layOut(withKept(task(23), layOut(task(20)))).values()];
  expect(new Set(after.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(after.length);
});

test('another chart is laid out as one', () => {
  const other = task(40);
  expect(withKept(other, layOut(task(20)))).toBe(other);
  expect(withKept(other, new Map())).toBe(other);
});
