import { drawMermaid, nodeKey } from '@portolan/chart/drawing';
import type { MapView } from '@portolan/server/port';
import { keyOf, type MapFilter, passesEdge } from './chart-graph.ts';

/** What is shown of the map as a Mermaid flowchart; what is uncertain is dotted. */
export function mermaidOf(view: MapView, shown: ReadonlySet<string>, filter: MapFilter): string {
  const edges = view.edges.filter(
    edge => passesEdge(filter, edge) && shown.has(`service:${edge.service}`) && shown.has(`channel:${edge.channel}`),
  );
  return drawMermaid({
    name: 'map',
    nodes: view.nodes.filter(node => shown.has(keyOf(node))).map(({ kind, id, name }) => ({ kind, id, label: name })),
    edges: edges.map(({ service, channel, action, confidence }) => {
      const ends = [nodeKey('service', service), nodeKey('channel', channel)] as const;
      const [from, to] = action === 'send' ? ends : [ends[1], ends[0]];
      return { from, to, label: '', uncertain: confidence === 'uncertain' };
    }),
  });
}
