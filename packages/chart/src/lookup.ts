import type {
  BrokerNode,
  ChannelKey,
  ChannelNode,
  Chart,
  ChartFinding,
  DocumentId,
  DomainNode,
  Link,
  MessageKey,
  MessageNode,
  ServiceId,
  ServiceNode,
  TeamId,
  TeamNode,
} from './model.ts';

/** A chart by its ids. Lists keep the chart's order; what is not there has none. */
export interface ChartIndex {
  readonly services: ReadonlyMap<ServiceId, ServiceNode>;
  readonly channels: ReadonlyMap<ChannelKey, ChannelNode>;
  readonly messages: ReadonlyMap<MessageKey, MessageNode>;
  readonly teams: ReadonlyMap<TeamId, TeamNode>;
  readonly domains: ReadonlyMap<string, DomainNode>;
  readonly brokers: ReadonlyMap<string, BrokerNode>;
  /** Several where the same address is on several brokers. */
  readonly channelsOfAddress: ReadonlyMap<string, readonly ChannelNode[]>;
  readonly linksOfService: ReadonlyMap<ServiceId, readonly Link[]>;
  readonly linksOfChannel: ReadonlyMap<ChannelKey, readonly Link[]>;
  /** Links that name the message; those that only use its channel are among the channel's. */
  readonly linksOfMessage: ReadonlyMap<MessageKey, readonly Link[]>;
  readonly serviceOfDocument: ReadonlyMap<DocumentId, ServiceNode>;
  readonly findingsOfDocument: ReadonlyMap<DocumentId, readonly ChartFinding[]>;
}

const indexes = new WeakMap<Chart, ChartIndex>();

/** The chart by its ids, made once for each chart. */
export function index(chart: Chart): ChartIndex {
  const before = indexes.get(chart);
  if (before) return before;
  const made: ChartIndex = {
    services: byId(chart.services),
    channels: byId(chart.channels),
    messages: byId(chart.messages),
    teams: byId(chart.teams),
    domains: byId(chart.domains),
    brokers: byId(chart.brokers),
    channelsOfAddress: grouped(chart.channels, channel => channel.address ?? undefined),
    linksOfService: grouped(chart.links, link => link.service),
    linksOfChannel: grouped(chart.links, link => link.channel),
    linksOfMessage: grouped(chart.links, link => link.message),
    serviceOfDocument: new Map(
      chart.services.flatMap(service => service.documents.map(document => [document, service] as const)),
    ),
    findingsOfDocument: grouped(chart.findings, finding => finding.document),
  };
  indexes.set(chart, made);
  return made;
}

function byId<T extends { readonly id: string }>(nodes: readonly T[]): Map<string, T> {
  return new Map(nodes.map(node => [node.id, node]));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A channel as people call it: its address, else its name. */
export function channelInWords(chart: Chart, id: ChannelKey): string {
  const channel = index(chart).channels.get(id);
  return channel?.address ?? channel?.name ?? id;
}
