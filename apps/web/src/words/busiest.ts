import type { MapView } from '@portolan/server/port';

/** A channel with how many services send on it and receive from it. */
export interface Traffic {
  readonly id: string;
  readonly name: string;
  readonly protocols: readonly string[];
  readonly senders: number;
  readonly receivers: number;
}

/** The channels that most services meet on, busiest first; of equals, by name. A channel with one service is none. */
export function busiestChannels(view: MapView, most: number): Traffic[] {
  const sides = new Map<string, { send: Set<string>; receive: Set<string> }>();
  for (const edge of view.edges) {
    const side = sides.get(edge.channel) ?? { send: new Set(), receive: new Set() };
    side[edge.action].add(edge.service);
    sides.set(edge.channel, side);
  }
  const traffic = view.nodes.flatMap(node => {
    const side = node.kind === 'channel' ? sides.get(node.id) : undefined;
    if (!side || side.send.size + side.receive.size < 2) return [];
    return [
      {
        id: node.id,
        name: node.name,
        protocols: node.protocols,
        senders: side.send.size,
        receivers: side.receive.size,
      },
    ];
  });
  const total = (channel: Traffic) => channel.senders + channel.receivers;
  traffic.sort((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1));
  return traffic.slice(0, most);
}
