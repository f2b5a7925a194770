import type { MapView } from '@portolan/server/port';
import { endsOf } from './chart-graph.ts';
import type { Point } from './seed.ts';

/** A group as one thing: where its members are, and how many. */
export interface GroupNode extends Point {
  readonly group: string;
  readonly services: number;
  readonly members: number;
}

/** What flows from one group to another. */
export interface GroupEdge {
  readonly from: string;
  readonly to: string;
  readonly flows: number;
}

/** The groups of what is shown, each in the middle of its members. What is in no group stays out. */
export function groupNodes(
  groups: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, Point>,
  shown: ReadonlySet<string>,
): GroupNode[] {
  const sums = new Map<string, { x: number; y: number; services: number; members: number }>();
  for (const [key, group] of groups) {
    const place = places.get(key);
    if (group === '' || !place || !shown.has(key)) continue;
    const sum = sums.get(group) ?? { x: 0, y: 0, services: 0, members: 0 };
    sums.set(group, sum);
    sum.x += place.x;
    sum.y += place.y;
    sum.members++;
    if (key.startsWith('service:')) sum.services++;
  }
  return [...sums].map(([group, { x, y, services, members }]) => ({
    group,
    x: x / members,
    y: y / members,
    services,
    members,
  }));
}

/** The edges between groups, in the direction in which messages flow; those inside a group are its own affair. */
export function groupEdges(
  view: MapView,
  groups: ReadonlyMap<string, string>,
  shown: ReadonlySet<string>,
): GroupEdge[] {
  const edges = new Map<string, { from: string; to: string; flows: number }>();
  for (const edge of view.edges) {
    const ends = endsOf(edge);
    if (!shown.has(ends.from) || !shown.has(ends.to)) continue;
    const [from = '', to = ''] = [groups.get(ends.from), groups.get(ends.to)];
    if (from === to || from === '' || to === '') continue;
    const key = JSON.stringify([from, to]);
    const known = edges.get(key) ?? { from, to, flows: 0 };
    edges.set(key, known);
    known.flows++;
  }
  return [...edges.values()];
}
