import { compareText } from '@portolan/base';
import type { Channel, ChannelId } from '@portolan/contract';
import { withoutNames } from '../address.ts';
import type { ChannelKey, ChartedDocument, DocumentId } from '../model.ts';
import { placesOf } from './brokers.ts';
import { createGroups, type Groups } from './groups.ts';
import { readableIds } from './readable-ids.ts';
import { sentBy } from './senders.ts';

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
 * A document without servers does not say where its channels are. It means the only channel of that address when there is
 * exactly one; when there are several nobody knows which, and its channel stays its own. A channel without an address,
 * or with one that each receiver chooses, belongs to its document alone.
 *
 * @param documents sorted by id
 */
export function matchChannels(documents: readonly ChartedDocument[]): ChannelMatch {
  const members = documents.flatMap(membersOf);
  const groups = createGroups();
  for (const { channel, brokers } of members) {
    const places = brokers.map(broker => place(withoutNames(channel.address ?? ''), broker));
    if (channel.address !== null) for (const each of places) groups.join(each, places[0] as string);
  }
  const byAddress = new Map<string, Set<string>>();
  for (const { channel, brokers } of members) {
    if (channel.address === null || brokers.length === 0) continue;
    const address = withoutNames(channel.address);
    const all = byAddress.get(address) ?? new Set<string>();
    byAddress.set(address, all.add(groups.of(place(address, brokers[0] as string))));
  }
  const found = new Map<string, ChannelMember[]>();
  for (const member of members) {
    const identity = identityOf(member, groups, byAddress);
    const others = found.get(identity);
    if (others) others.push(member);
    else found.set(identity, [member]);
  }
  return named(found);
}

function membersOf(document: ChartedDocument): ChannelMember[] {
  const { servers, channels } = document.contract;
  const places = new Map(servers.map(server => [server.id, placesOf(server).map(({ id }) => id)]));
  return channels.map(channel => {
    const ids = channel.servers.length > 0 || channel.elsewhere ? channel.servers : [...places.keys()];
    return { document, channel, brokers: [...new Set(ids.flatMap(id => places.get(id) ?? []))].sort(compareText) };
  });
}

/** A text that all definitions of one channel share, and no other channel has. */
function identityOf(
  { document, channel, brokers }: ChannelMember,
  groups: Groups,
  byAddress: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const own = `document ${document.id}\n${channel.id}`;
  if (channel.address === null || channel.elsewhere) return own;
  const address = withoutNames(channel.address);
  if (brokers.length > 0) return groups.of(place(address, brokers[0] as string));
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
