import { compareText } from '@portolan/base';
import { index } from '../lookup.ts';
import type { ChannelKey, Chart, Link, MessageKey, ServiceId } from '../model.ts';
import { facing } from './facing.ts';

/** A service that another depends on, or that depends on it, and what makes it so. */
export interface Dependency {
  readonly service: ServiceId;
  readonly serviceName: string;
  /** Messages that go from one to the other, sorted by name and channel. */
  readonly messages: readonly { readonly id: MessageKey; readonly name: string; readonly channel: ChannelKey }[];
  /** Channels that both use where no document says for which message, sorted. */
  readonly channels: readonly ChannelKey[];
  /** Of the best pair of links; a pair is worth what the weaker of its two links is worth. */
  readonly confidence: Link['confidence'];
}

const WORTH: readonly Link['confidence'][] = ['uncertain', 'stated', 'supported'];

/** Services whose messages this one receives, sorted by id. Empty for a service that is not on the chart. */
export function dependsOn(chart: Chart, service: ServiceId): readonly Dependency[] {
  return dependencies(chart, service, 'receive');
}

/** Services that receive this one's messages, sorted by id. */
export function dependedOnBy(chart: Chart, service: ServiceId): readonly Dependency[] {
  return dependencies(chart, service, 'send');
}

/** A dependency while its reasons are gathered. */
interface Gathered {
  readonly messages: Map<string, { id: MessageKey; channel: ChannelKey }>;
  readonly channels: Set<ChannelKey>;
  worth: number;
}

function dependencies(chart: Chart, service: ServiceId, action: Link['action']): readonly Dependency[] {
  const { linksOfService, services, messages } = index(chart);
  const found = new Map<ServiceId, Gathered>();
  for (const own of linksOfService.get(service) ?? []) {
    if (own.action !== action) continue;
    for (const other of facing(chart, own)) gather(found, own, other);
  }
  const nameOf = (message: MessageKey) => messages.get(message)?.name ?? message;
  const all = [...found].map(([id, gathered]) => ({
    service: id,
    serviceName: services.get(id)?.name ?? id,
    messages: [...gathered.messages.values()]
      .map(({ id: message, channel }) => ({ id: message, name: nameOf(message), channel }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.channel, b.channel)),
    channels: [...gathered.channels].sort(compareText),
    confidence: WORTH[gathered.worth] as Link['confidence'],
  }));
  return all.sort((a, b) => compareText(a.service, b.service));
}

function gather(found: Map<ServiceId, Gathered>, own: Link, other: Link): void {
  const gathered = found.get(other.service) ?? { messages: new Map(), channels: new Set(), worth: 0 };
  found.set(other.service, gathered);
  gathered.worth = Math.max(gathered.worth, Math.min(WORTH.indexOf(own.confidence), WORTH.indexOf(other.confidence)));
  const { channel } = own;
  if (own.message !== undefined && other.message !== undefined)
    gathered.messages.set(`${own.message}\n${channel}`, { id: own.message, channel });
  else gathered.channels.add(channel);
}
