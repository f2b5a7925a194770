import { UndirectedGraph } from 'graphology';
import library from 'graphology-layout-forceatlas2';
import type { Point } from './seed.ts';

// The types of this CommonJS library speak of a default export, and its code exports the function itself.
const forceAtlas2 = library as unknown as typeof library.default;

/** What the layout works on: plain data, because it travels to a worker. */
export interface LayoutTask {
  readonly nodes: readonly {
    readonly key: string;
    readonly group: string;
    readonly size: number;
    readonly start: Point;
    /** True for a node that stays where it is: it stood there on an earlier visit. */
    readonly fixed?: boolean;
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** Pull of a node to the middle of its group, beside 1 for an edge. */
const GROUP_PULL = 0.35;

/** Steps until small charts stand still; fewer for large ones, where each step costs more and shows less. */
function stepsFor(nodes: number): number {
  return Math.max(80, Math.min(600, Math.round(240_000 / Math.max(nodes, 1))));
}

/**
 * Moves nodes to where their connections want them. Each group has an invisible node in its middle that its members
 * hang on, so that domains stay together. The same task always gives the same places: there is no chance in it.
 */
export function layOut({ nodes, edges }: LayoutTask): Map<string, Point> {
  const graph = new UndirectedGraph();
  const hubs = new Map<string, { x: number; y: number; members: number }>();
  for (const { key, group, size, start, fixed } of nodes) {
    graph.addNode(key, { ...start, size, ...(fixed && { fixed }) });
    const hub = hubs.get(group) ?? { x: 0, y: 0, members: 0 };
    hubs.set(group, { x: hub.x + start.x, y: hub.y + start.y, members: hub.members + 1 });
  }
  for (const [group, { x, y, members }] of hubs) {
    if (group !== '') graph.addNode(`hub:${group}`, { x: x / members, y: y / members, size: 1 });
  }
  for (const { from, to } of edges) if (!graph.hasEdge(from, to)) graph.addEdge(from, to, { weight: 1 });
  for (const { key, group } of nodes) if (group !== '') graph.addEdge(key, `hub:${group}`, { weight: GROUP_PULL });

  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: true,
    barnesHutOptimize: nodes.length > 400,
    gravity: 0.6,
    scalingRatio: 12,
    edgeWeightInfluence: 1,
  };
  const steps = stepsFor(nodes.length);
  const places = forceAtlas2(graph, { iterations: steps, settings, getEdgeWeight: 'weight' });
  return new Map(nodes.flatMap(({ key }) => (places[key] ? [[key, places[key]]] : [])));
}
