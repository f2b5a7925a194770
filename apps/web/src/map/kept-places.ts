import type { LayoutTask } from './layout.ts';
import type { Places, Point } from './seed.ts';

/** Where the places of the last visit are kept in this browser. */
const KEY = 'portolan:map-places';

/** Up to what part of the nodes may be new: beyond, it is another chart, and is laid out as one. */
const MOST_NEW = 0.3;

/** How far from its neighbours' middle a new node starts. */
const ASIDE = 6;

/**
 * A task in which what stood somewhere before stays there, so that people find again what they remember. What is new starts
 * between its neighbours, else where the task has it. The same task when too little of it is known.
 */
export function withKept(task: LayoutTask, kept: Places): LayoutTask {
  const fresh = task.nodes.filter(({ key }) => !kept.has(key)).length;
  if (fresh > task.nodes.length * MOST_NEW) return task;
  const near = new Map<string, Point[]>();
  const note = (key: string, other: string) => {
    const place = kept.get(other);
    if (place) near.set(key, [...(near.get(key) ?? []), place]);
  };
  for (const { from, to } of task.edges) {
    if (!kept.has(from)) note(from, to);
    if (!kept.has(to)) note(to, from);
  }
  const nodes = task.nodes.map(node => {
    const place = kept.get(node.key);
    if (place) return { ...node, start: place, fixed: true };
    const around = near.get(node.key) ?? groupOf(node.group);
    return around.length > 0 ? { ...node, start: aside(middle(around), node.start) } : node;
  });
  return { ...task, nodes };

  function groupOf(group: string): Point[] {
    if (group === '') return [];
    return task.nodes.flatMap(node => (node.group === group ? (kept.get(node.key) ?? []) : []));
  }
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Beside a point, in a direction that depends on where the node would have started. */
function aside({ x, y }: Point, { x: towards, y: up }: Point): Point {
  const angle = Math.atan2(up, towards);
  return { x: x + ASIDE * Math.cos(angle), y: y + ASIDE * Math.sin(angle) };
}

/** The places of the last visit; none where the browser keeps nothing. */
export function keptPlaces(grouping: string): Places {
  try {
    const kept = JSON.parse(localStorage.getItem(`${KEY}:${grouping}`) ?? '[]') as [string, number, number][];
    return new Map(kept.map(([key, x, y]) => [key, { x, y }]));
  } catch {
    return new Map();
  }
}

/** Keeps the places for the next visit. Where the browser keeps nothing, the map is laid out anew each time. */
export function keepPlaces(grouping: string, places: Places): void {
  const kept = [...places].map(([key, { x, y }]) => [key, rounded(x), rounded(y)]);
  try {
    localStorage.setItem(`${KEY}:${grouping}`, JSON.stringify(kept));
  } catch {
    // Full, or forbidden: nothing is lost but the places.
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
