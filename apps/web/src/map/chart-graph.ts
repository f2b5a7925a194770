import type { MapEdge, MapNode, MapView } from '@portolan/server/port';

/** What nodes are coloured and gathered by. */
export type Grouping = 'domain' | 'source';

/** Filters of the map; absent ones let everything through. */
export interface MapFilter {
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly domain?: string | undefined;
  readonly protocol?: string | undefined;
  readonly tag?: string | undefined;
  /** Only edges that are believed this much, and what they connect. */
  readonly confidence?: string | undefined;
}

/** Key of a node: services and channels may have the same id. */
export function keyOf(node: Pick<MapNode, 'kind' | 'id'>): string {
  return `${node.kind}:${node.id}`;
}

/** The ends of an edge in the direction in which messages flow. */
export function endsOf(edge: MapEdge): { from: string; to: string } {
  const service = `service:${edge.service}`;
  const channel = `channel:${edge.channel}`;
  return edge.action === 'send' ? { from: service, to: channel } : { from: channel, to: service };
}

/** As many groups as there are colours that people can tell apart. */
const MOST_GROUPS = 8;

/** By domain, as long as domains can be told apart by colour; else by source, when that is any better. */
export function naturalGrouping(view: MapView): Grouping {
  const groups = (grouping: Grouping) => new Set(view.nodes.flatMap(node => node[grouping] ?? [])).size;
  const domains = groups('domain');
  const sources = groups('source');
  if (domains === 0) return 'source';
  return domains > MOST_GROUPS && sources > 1 ? 'source' : 'domain';
}

/**
 * The group of each node by its key. A channel without a group of its own has that of the service that sends on it,
 * else of one that receives from it; what has none at all is in the group ''.
 */
export function groupsOf(view: MapView, grouping: Grouping): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const node of view.nodes) groups.set(keyOf(node), node[grouping] ?? '');
  for (const action of ['send', 'receive'] as const) {
    for (const edge of view.edges) {
      const channel = `channel:${edge.channel}`;
      if (edge.action !== action || groups.get(channel) !== '') continue;
      groups.set(channel, groups.get(`service:${edge.service}`) ?? '');
    }
  }
  return groups;
}

/** How many edges each node has. */
export function degreesOf(view: MapView): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  const add = (key: string) => degrees.set(key, (degrees.get(key) ?? 0) + 1);
  for (const edge of view.edges) {
    const { from, to } = endsOf(edge);
    add(from);
    add(to);
  }
  return degrees;
}

/** Whether an edge passes the filter for what it is worth. */
export function passesEdge({ confidence }: MapFilter, edge: MapEdge): boolean {
  return confidence === undefined || edge.confidence === confidence;
}

/**
 * Keys of the nodes that a filter shows: the services it lets through, and the channels those use. A tag may be the
 * service's or the channel's.
 */
export function shownNodes(view: MapView, filter: MapFilter): ReadonlySet<string> {
  const { source, owner, domain, protocol, tag, confidence } = filter;
  const passes = (node: MapNode) =>
    (source === undefined || node.source === source) &&
    (owner === undefined || node.owner === owner) &&
    (domain === undefined || node.domain === domain) &&
    (protocol === undefined || node.protocols.includes(protocol));
  const tagged = new Set(view.nodes.filter(node => tag === undefined || node.tags.includes(tag)).map(keyOf));
  const services = new Set(view.nodes.filter(node => node.kind === 'service' && passes(node)).map(keyOf));
  const speaks = new Map(
    view.nodes.map(node => [keyOf(node), protocol === undefined || node.protocols.includes(protocol)]),
  );
  const shown = new Set<string>();
  if (confidence === undefined) for (const key of services) if (tagged.has(key)) shown.add(key);
  for (const edge of view.edges) {
    const [service, channel] = [`service:${edge.service}`, `channel:${edge.channel}`];
    if (!services.has(service) || !speaks.get(channel) || !passesEdge(filter, edge)) continue;
    if (!tagged.has(service) && !tagged.has(channel)) continue;
    shown.add(service);
    shown.add(channel);
  }
  const unused = source === undefined && owner === undefined && domain === undefined && confidence === undefined;
  if (!unused) return shown;
  for (const node of view.nodes) {
    if (node.kind === 'channel' && passes(node) && tagged.has(keyOf(node))) shown.add(keyOf(node));
  }
  return shown;
}

/** Keys of a node and everything it is directly connected to. */
export function neighbourhood(view: MapView, key: string): ReadonlySet<string> {
  const near = new Set([key]);
  for (const edge of view.edges) {
    const { from, to } = endsOf(edge);
    if (from === key) near.add(to);
    if (to === key) near.add(from);
  }
  return near;
}
