import type { MapView } from '@portolan/server/port';
import { useEffect, useState } from 'react';
import { degreesOf, endsOf, type Grouping, groupsOf, keyOf } from './chart-graph.ts';
import { keepPlaces, keptPlaces, withKept } from './kept-places.ts';
import type { LayoutTask } from './layout.ts';
import { type Places, type Point, startPlaces } from './seed.ts';

/** Layouts that were made since the page was loaded, by what they depend on. Few, because charts change rarely. */
const made = new Map<string, Promise<Places>>();
const MOST_KEPT = 8;

/** Up to how many nodes have their full size; beyond, all are smaller, so that they do not hide each other. */
const FULL_SIZE_UP_TO = 150;
const SMALLEST = 0.22;

/** How much smaller than their full size nodes are drawn among `total` of them: 1 and less. */
export function shrinkage(total: number): number {
  return Math.max(SMALLEST, Math.min(1, Math.sqrt(FULL_SIZE_UP_TO / Math.max(total, 1))));
}

/**
 * Radius of a node, in pixels at the map's natural size: services are larger, and what is busy is larger still.
 * @param total how many nodes there are
 */
export function sizeOf(kind: 'service' | 'channel', degree: number, total: number): number {
  const full = (kind === 'service' ? 7 : 4) + Math.min(Math.sqrt(degree) * 1.3, 9);
  return full * shrinkage(total);
}

/** Where everything stands; undefined while that is being worked out. */
export function useLayout(view: MapView | undefined, grouping: Grouping): Places | undefined {
  const [places, setPlaces] = useState<Places>();
  useEffect(() => {
    if (!view) return;
    let current = true;
    layoutOf(view, grouping).then(
      found => {
        if (current) setPlaces(found);
      },
      () => {
        // Where workers are forbidden the start places are a map too, only a less tidy one.
        if (current) setPlaces(startPlaces(groupsOf(view, grouping)));
      },
    );
    return () => {
      current = false;
    };
  }, [view, grouping]);
  return places;
}

function layoutOf(view: MapView, grouping: Grouping): Promise<Places> {
  const id = `${view.digest} ${grouping}`;
  const known = made.get(id);
  if (known) return known;
  const kept = keptPlaces(grouping);
  const task = withKept(taskOf(view, grouping), kept);
  const layout = task.nodes.every(node => node.fixed) ? Promise.resolve(kept) : inWorker(task);
  layout.then(
    places => keepPlaces(grouping, places),
    () => undefined,
  );
  made.set(id, layout);
  layout.catch(() => made.delete(id));
  const [oldest] = made.keys();
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest);
  return layout;
}

function taskOf(view: MapView, grouping: Grouping): LayoutTask {
  const groups = groupsOf(view, grouping);
  const starts = startPlaces(groups);
  const degrees = degreesOf(view);
  return {
    nodes: view.nodes.map(node => {
      const key = keyOf(node);
      return {
        key,
        group: groups.get(key) ?? '',
        size: sizeOf(node.kind, degrees.get(key) ?? 0, view.nodes.length),
        start: starts.get(key) ?? { x: 0, y: 0 },
      };
    }),
    edges: view.edges.map(endsOf).filter(({ from, to }) => groups.has(from) && groups.has(to)),
  };
}

function inWorker(task: LayoutTask): Promise<Places> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<[string, Point][]>) => {
      resolve(new Map(event.data));
      worker.terminate();
    });
    worker.addEventListener('error', event => {
      reject(new Error(event.message));
      worker.terminate();
    });
    worker.postMessage(task);
  });
}
