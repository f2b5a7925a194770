import type { PathView } from '@portolan/server/port';

/** A way between two services as the map shows it. */
export interface WayOnMap {
  /** Keys of the services and channels on it. */
  readonly nodes: ReadonlySet<string>;
  /** Names of the edges on it: see `edgeName`. */
  readonly edges: ReadonlySet<string>;
}

/** Name of an edge between two nodes, in the direction in which messages flow. */
export function edgeName(from: string, to: string): string {
  return `${from}\n${to}`;
}

/** Where a way runs: over every channel that joins two of its services. */
export function wayOnMap({ from, to, steps }: Pick<PathView, 'from' | 'to' | 'steps'>): WayOnMap {
  const nodes = new Set([`service:${from.service}`, `service:${to.service}`]);
  const edges = new Set<string>();
  for (const step of steps) {
    const [sender, receiver] = step.along ? [step.from, step.to] : [step.to, step.from];
    for (const channel of new Set([...step.messages.map(message => message.channel), ...step.channels])) {
      nodes.add(`service:${step.from}`).add(`service:${step.to}`).add(`channel:${channel}`);
      edges.add(edgeName(`service:${sender}`, `channel:${channel}`));
      edges.add(edgeName(`channel:${channel}`, `service:${receiver}`));
    }
  }
  return { nodes, edges };
}
