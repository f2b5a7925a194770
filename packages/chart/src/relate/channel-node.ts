import { compareText } from '@portolan/base';
import type { ChannelKey, ChannelNode, MessageKey } from '../model.ts';
import type { Belonging } from './belonging.ts';
import type { ChannelGroup, ChannelMember } from './channels.ts';
import { compact } from './compact.ts';
import { describedBy, distinct } from './definitions.ts';
import type { MessageMatch } from './messages.ts';
import { familyOf } from './protocols.ts';

/** What the chart shows of a channel: the first definition that says something is the one that counts. */
export function channelNode(
  { id, members }: ChannelGroup,
  messages: ReadonlyMap<ChannelKey, readonly MessageKey[]>,
  belonging: Belonging = {},
): ChannelNode {
  const channels = members.map(member => member.channel);
  const { address, id: key, elsewhere } = (members[0] as ChannelMember).channel;
  const parameters = channels.find(channel => channel.parameters.length > 0)?.parameters ?? [];
  return compact({
    id,
    address,
    name: channels.find(channel => channel.title?.trim())?.title ?? ((!elsewhere && address) || key),
    summary: channels.find(channel => channel.summary)?.summary,
    description: channels.find(channel => channel.description)?.description,
    protocols: distinct(members.flatMap(protocolsOf)),
    brokers: distinct(members.flatMap(member => member.brokers)),
    messages: messages.get(id) ?? [],
    parameters: parameters.map(({ name, description }) => compact({ name, description })),
    bindings: Object.assign({}, ...channels.map(channel => channel.bindings).reverse()),
    ...belonging,
    described: describedBy(members.map(({ document, channel }) => ({ document, definition: channel }))),
    tags: distinct(channels.flatMap(channel => channel.tags.map(tag => tag.name))),
  });
}

/** Messages of each channel, sorted. */
export function messagesByChannel({ groups }: MessageMatch): Map<ChannelKey, MessageKey[]> {
  const found = new Map<ChannelKey, Set<MessageKey>>();
  for (const { id, members } of groups) {
    for (const channel of members.flatMap(member => member.channels)) {
      found.set(channel, (found.get(channel) ?? new Set()).add(id));
    }
  }
  return new Map([...found].map(([channel, ids]) => [channel, [...ids].sort(compareText)]));
}

/** Protocols of the channel's own servers; where no server is named, those that it has bindings for. */
function protocolsOf({ document, channel, brokers }: ChannelMember): string[] {
  const servers = document.contract.servers.filter(
    server => (channel.servers.length === 0 && !channel.elsewhere) || channel.servers.includes(server.id),
  );
  if (servers.length > 0) return servers.map(server => familyOf(server.protocol));
  return brokers.length > 0 ? [] : Object.keys(channel.bindings).map(familyOf);
}
