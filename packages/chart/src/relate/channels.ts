import { compareText } from '@portolan/base';
import type { Channel, ChannelId } from '@portolan/contract';
import type { ChannelKey, ChartedDocument, DocumentId } from '../model.ts';
import { namedPlacesOf, placesOf } from './brokers.ts';
import { createGroups, type Groups } from './groups.ts';
import { readableIds } from './readable-ids.ts';
import { sentBy } from './senders.ts';
import { type Topics, topicsOf } from './topics.ts';

/** A document's own definition of a channel. */
export interface ChannelMember {
  readonly document: ChartedDocument;
  readonly channel: Channel;
  /** Ids of the brokers it is on; empty when the document does not say. */
  readonly brokers: readonly string[];
}

/** All definitions of one channel, those of its senders first, then by document. */
export interface ChannelGroup {
  readonly id: ChannelKey;
  readonly members: readonly ChannelMember[];
}

export interface ChannelMatch {
  readonly groups: readonly ChannelGroup[];
  /** The channel of the chart that a document's channel is. */
  readonly keyOf: (document: DocumentId, channel: ChannelId) => ChannelKey | undefined;
}

/**
 * Which channels of different documents are one: those with the same address, whatever they call its parameters, on the
 * same broker. A document that names two brokers for a channel says that they are equal, so through it two others meet.
 *
 * A document without servers does not say where its channels are. It means the channel of the document that it refers to,
 * else the only channel of that address when there is exactly one; when there are several nobody knows which, and its
 * channel stays its own. A channel without an address, or with one that each receiver chooses, belongs to its document
 * alone, and to those that refer to it there. What is received from a subscription belongs to its topic.
 *
 * @param documents sorted by id
 */
export function matchChannels(documents: readonly ChartedDocument[]): ChannelMatch {
  const known = new Set(documents.flatMap(({ contract }) => contract.servers.flatMap(placesOf)).map(({ id }) => id));
  const members = documents.flatMap(document => membersOf(document, known));
  const topics = topicsOf(members);
  const groups = createGroups();
  for (const { channel, brokers } of members) {
    const places = brokers.map(broker => place(topics.addressOf(channel, broker), broker));
    if (channel.address !== null) for (const each of places) groups.join(each, places[0] as string);
  }
  const byAddress = new Map<string, Set<string>>();
  for (const { channel, brokers } of members) {
    const [broker] = brokers;
    if (channel.address === null || broker === undefined) continue;
    const address = topics.addressOf(channel, broker);
    const all = byAddress.get(address) ?? new Set<string>();
    byAddress.set(address, all.add(groups.of(place(address, broker))));
  }
  const identities = members.map(member => identityOf(member, topics, groups, byAddress));
  const referred = referredTo(members, identities);
  const found = new Map<string, ChannelMember[]>();
  for (const [index, member] of members.entries()) {
    const own = identities[index] as string;
    const identity = member.brokers.length > 0 ? own : (referred.get(referenceOf(member)) ?? own);
    const others = found.get(identity);
    if (others) others.push(member);
    else found.set(identity, [member]);
  }
  return named(found);
}

/**
 * What several definitions are that stand in one place, because documents refer to it: the channel of those that say
 * where it is, if that is only one.
 */
function referredTo(members: readonly ChannelMember[], identities: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly located: Set<string>; readonly all: string[] }>();
  for (const [index, member] of members.entries()) {
    const reference = referenceOf(member);
    const known = found.get(reference) ?? { located: new Set<string>(), all: [] };
    found.set(reference, known);
    known.all.push(identities[index] as string);
    if (member.brokers.length > 0) known.located.add(identities[index] as string);
  }
  return new Map(
    [...found].flatMap(([reference, { located, all }]) => {
      if (all.length < 2 || located.size > 1) return [];
      return [[reference, [...located][0] ?? (all[0] as string)]];
    }),
  );
}

/** Where a definition stands: equal for all that refer to it, in one source. */
function referenceOf({ document, channel }: ChannelMember): string {
  return `${document.source}\n${channel.origin.source}#${channel.origin.pointer}`;
}

function membersOf(document: ChartedDocument, known: ReadonlySet<string>): ChannelMember[] {
  const { servers, channels } = document.contract;
  const places = new Map(
    servers.map(server => {
      const meant = namedPlacesOf(server).filter(({ id }) => known.has(id));
      return [server.id, [...placesOf(server), ...meant].map(({ id }) => id)];
    }),
  );
  return channels.map(channel => {
    const ids = channel.servers.length > 0 || channel.elsewhere ? channel.servers : [...places.keys()];
    return { document, channel, brokers: [...new Set(ids.flatMap(id => places.get(id) ?? []))].sort(compareText) };
  });
}

/** A text that all definitions of one channel share, and no other channel has. */
function identityOf(
  { document, channel, brokers }: ChannelMember,
  topics: Topics,
  groups: Groups,
  byAddress: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const own = `document ${document.id}\n${channel.id}`;
  if (channel.address === null || channel.elsewhere) return own;
  const [broker] = brokers;
  const address = topics.addressOf(channel, broker);
  if (broker !== undefined) return groups.of(place(address, broker));
  const candidates = byAddress.get(address);
  if (!candidates) return place(address, '');
  const [only] = candidates;
  return candidates.size === 1 ? (only as string) : own;
}

function named(found: ReadonlyMap<string, ChannelMember[]>): ChannelMatch {
  const names = new Map<string, string>();
  for (const [identity, members] of found) {
    members.sort((a, b) => Number(isSender(b)) - Number(isSender(a)));
    const { channel } = members[0] as ChannelMember;
    names.set(identity, (channel.elsewhere ? null : channel.address) ?? channel.id);
  }
  const ids = readableIds(names);
  const keys = new Map<DocumentId, Map<ChannelId, ChannelKey>>();
  const groups: ChannelGroup[] = [];
  for (const [identity, members] of found) {
    const id = ids.get(identity) as ChannelKey;
    groups.push({ id, members });
    for (const { document, channel } of members) {
      const ofDocument = keys.get(document.id) ?? new Map<ChannelId, ChannelKey>();
      keys.set(document.id, ofDocument.set(channel.id, id));
    }
  }
  groups.sort((a, b) => compareText(a.id, b.id));
  return { groups, keyOf: (document, channel) => keys.get(document)?.get(channel) };
}

function isSender({ document, channel }: ChannelMember): boolean {
  return sentBy(document.contract).channels.has(channel.id);
}

function place(address: string, broker: string): string {
  return `address ${address}\n${broker}`;
}
