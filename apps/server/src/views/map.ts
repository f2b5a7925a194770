import type { ChannelNode, Link, ServiceNode } from '@portolan/chart';
import type { MapEdge, MapNode, MapView } from '../port.ts';
import type { Known } from './known.ts';

/** From the most to the least believable. */
const CONFIDENCE: readonly Link['confidence'][] = ['stated', 'supported', 'uncertain'];

/**
 * The whole organisation as nodes and edges. Links of one service and direction on one channel are one edge, as
 * believable as the best of them: the channel is used, whatever is unsure about one of its messages.
 */
export function mapView({ snapshot, messages }: Known): MapView {
  const { services, channels, links, digest } = snapshot.chart;
  const edges = Map.groupBy(links, link => JSON.stringify([link.service, link.channel, link.action]));
  return {
    digest,
    nodes: [
      ...services.map(serviceNode),
      ...channels.map(channel => channelNode(channel, id => messages.get(id)?.name ?? id)),
    ],
    edges: [...edges.values()].map(edgeOf),
  };
}

function edgeOf(links: readonly Link[]): MapEdge {
  const { service, channel, action } = links[0] as Link;
  const confidence = CONFIDENCE.find(word => links.some(link => link.confidence === word)) ?? 'uncertain';
  return { service, channel, action, confidence, messages: [...new Set(links.flatMap(link => link.message ?? []))] };
}

function serviceNode({ id, name, source, domain, owner, protocols, tags }: ServiceNode): MapNode {
  return { kind: 'service', id, name, source, ...given({ domain, owner }), protocols, tags };
}

function channelNode(channel: ChannelNode, nameOf: (message: string) => string): MapNode {
  const { id, name, domain, owner, protocols, tags } = channel;
  const messages = channel.messages.map(nameOf);
  return { kind: 'channel', id, name, ...given({ domain, owner }), protocols, tags, messages };
}

/** Without the members that are undefined. */
function given(members: Readonly<Record<string, string | undefined>>): Partial<MapNode> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
