import type { ChannelNode, MessageNode, ServiceNode } from '@portolan/chart';
import type { Known } from './known.ts';

/** What a list may be narrowed to; absent members narrow nothing. */
export interface Filter {
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly domain?: string | undefined;
  readonly protocol?: string | undefined;
  readonly q?: string | undefined;
}

/** True for services that the filter lets through. */
export function passesService(service: ServiceNode, filter: Filter): boolean {
  const { id, name, summary, description, tags } = service;
  return (
    equal(filter.source, service.source) &&
    passesOwned(service, filter) &&
    among(filter.protocol, service.protocols) &&
    says(filter.q, [id, name, summary, description, ...tags])
  );
}

/** True for channels that the filter lets through; a channel is of every source that describes it. */
export function passesChannel(known: Known, channel: ChannelNode, filter: Filter): boolean {
  const { id, name, address, summary, description, tags } = channel;
  return (
    passesSource(known, channel, filter) &&
    passesOwned(channel, filter) &&
    among(filter.protocol, channel.protocols) &&
    says(filter.q, [id, name, address, summary, description, ...tags])
  );
}

/** True for messages that the filter lets through; a message has the protocols of its channels. */
export function passesMessage(known: Known, message: MessageNode, filter: Filter): boolean {
  const { id, name, title, summary, description, tags } = message;
  const protocols = message.channels.flatMap(channel => known.channels.get(channel)?.protocols ?? []);
  return (
    passesSource(known, message, filter) &&
    passesOwned(message, filter) &&
    among(filter.protocol, protocols) &&
    says(filter.q, [id, name, title, summary, description, ...tags])
  );
}

/** True when each word of `q` occurs somewhere in the texts, whatever its case. */
export function says(q: string | undefined, texts: readonly (string | null | undefined)[]): boolean {
  if (q === undefined) return true;
  const all = texts.join('\n').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word));
}

function passesSource(known: Known, node: ChannelNode | MessageNode, { source }: Filter): boolean {
  if (source === undefined) return true;
  return node.described.some(({ document }) => known.snapshot.documents.get(document)?.source === source);
}

function passesOwned(node: { owner?: string; domain?: string }, { owner, domain }: Filter): boolean {
  return equal(owner, node.owner) && equal(domain, node.domain);
}

function equal(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}

function among(wanted: string | undefined, values: readonly string[]): boolean {
  return wanted === undefined || values.includes(wanted);
}
