import { compareText } from '@portolan/base';
import type { Message, MessageId } from '@portolan/contract';
import type { ChannelKey, ChartedDocument, DocumentId, MessageKey } from '../model.ts';
import type { ChannelMatch } from './channels.ts';
import { flowsOf } from './flows.ts';
import { createGroups, type Groups } from './groups.ts';
import { readableIds } from './readable-ids.ts';
import { identitiesOf } from './schema-identity.ts';
import { sentBy } from './senders.ts';
import { uncalledIn } from './uncalled.ts';

/** A document's own definition of a message. */
export interface MessageMember {
  readonly document: ChartedDocument;
  readonly message: Message;
  /** Channels it is on, sorted. */
  readonly channels: readonly ChannelKey[];
  readonly sender: boolean;
  /** What its document calls it; when it calls it nothing, the word that the reader made. */
  readonly name: string;
  /** False when its document calls it nothing. */
  readonly named: boolean;
}

/** All definitions of one message, those of its senders first, then by document. */
export interface MessageGroup {
  readonly id: MessageKey;
  readonly name: string;
  readonly members: readonly MessageMember[];
}

export interface MessageMatch {
  readonly groups: readonly MessageGroup[];
  /** The message of the chart that a document's message is. */
  readonly keyOf: (document: DocumentId, message: MessageId) => MessageKey | undefined;
}

/**
 * Which messages of different documents are one: those with the same name on the same channel, letter by letter. A message
 * that one document lists on several channels is one message there, so through it the channels' messages meet.
 *
 * Two names on one channel are one message where both are one schema: documents refer to the same file, or the schema says
 * its own name (`schema-identity.ts`), and no document tells two messages of that schema apart there.
 *
 * 2.x lets a message go without a name. Where such a one is all that its document has on a channel, it is the message of
 * that channel, if the others know only one as well. Messages on no channel are on no chart.
 *
 * @param documents sorted by id
 */
export function matchMessages(documents: readonly ChartedDocument[], channels: ChannelMatch): MessageMatch {
  const members = documents.flatMap(document => membersOf(document, channels));
  const groups = createGroups();
  for (const member of members)
    for (const channel of member.channels) groups.join(place(member, channel), place(member));
  joinUnnamed(members, groups);
  joinBySchema(members, groups);
  const found = new Map<string, MessageMember[]>();
  for (const member of members) {
    const identity = groups.of(place(member));
    const others = found.get(identity);
    if (others) others.push(member);
    else found.set(identity, [member]);
  }
  return withIds(found);
}

function membersOf(document: ChartedDocument, channels: ChannelMatch): MessageMember[] {
  const { contract } = document;
  const on = new Map<MessageId, Set<ChannelKey>>();
  const add = (message: MessageId, channel: ChannelKey | undefined) => {
    if (channel !== undefined) on.set(message, (on.get(message) ?? new Set()).add(channel));
  };
  for (const { id, messages } of contract.channels) {
    const channel = channels.keyOf(document.id, id);
    for (const message of messages) add(message, channel);
  }
  for (const { channel, messages } of flowsOf(contract)) {
    for (const message of messages) add(message, channels.keyOf(document.id, channel));
  }
  const sent = sentBy(contract).messages;
  const unnamed = uncalledIn(contract);
  return contract.messages.flatMap(message => {
    const places = [...(on.get(message.id) ?? [])].sort(compareText);
    if (places.length === 0) return [];
    const [name, named, sender] = [message.name, !unnamed.has(message.id), sent.has(message.id)];
    return [{ document, message, channels: places, sender, name, named }];
  });
}

function joinUnnamed(members: readonly MessageMember[], groups: Groups): void {
  const unnamed = members.filter(member => !member.named && member.channels.length === 1);
  const wanted = new Set(unnamed.map(member => member.channels[0]));
  const perChannel = new Map<ChannelKey, MessageMember[]>();
  for (const member of members) {
    for (const channel of member.channels) {
      if (!wanted.has(channel)) continue;
      const others = perChannel.get(channel);
      if (others) others.push(member);
      else perChannel.set(channel, [member]);
    }
  }
  for (const [channel, all] of perChannel) {
    const onePerDocument = new Set(all.map(member => member.document.id)).size === all.length;
    const names = new Set(all.filter(member => member.named).map(member => member.name));
    if (!onePerDocument || names.size > 1) continue;
    for (const member of all) groups.join(place(member, channel), place(all[0] as MessageMember, channel));
  }
}

/** Who sends and who receives may call it differently; one schema is one message all the same. */
function joinBySchema(members: readonly MessageMember[], groups: Groups): void {
  const found = new Map<string, MessageMember[]>();
  for (const member of members) {
    for (const identity of identitiesOf(member)) {
      for (const channel of member.channels) {
        const key = `${channel}\n${identity}`;
        const others = found.get(key);
        if (others) others.push(member);
        else found.set(key, [member]);
      }
    }
  }
  for (const [key, all] of found) {
    const onePerDocument = new Set(all.map(({ document }) => document.id)).size === all.length;
    if (all.length < 2 || !onePerDocument) continue;
    const channel = key.slice(0, key.indexOf('\n'));
    for (const member of all) groups.join(place(member, channel), place(all[0] as MessageMember, channel));
  }
}

function withIds(found: ReadonlyMap<string, MessageMember[]>): MessageMatch {
  const names = new Map<string, string>();
  for (const [identity, members] of found) {
    members.sort((a, b) => Number(b.sender) - Number(a.sender));
    const speaker = members.find(member => member.named) ?? (members[0] as MessageMember);
    names.set(identity, speaker.name);
  }
  const ids = readableIds(names);
  const keys = new Map<DocumentId, Map<MessageId, MessageKey>>();
  const groups: MessageGroup[] = [];
  for (const [identity, members] of found) {
    const id = ids.get(identity) as MessageKey;
    groups.push({ id, name: names.get(identity) as string, members });
    for (const { document, message } of members) {
      const ofDocument = keys.get(document.id) ?? new Map<MessageId, MessageKey>();
      keys.set(document.id, ofDocument.set(message.id, id));
    }
  }
  groups.sort((a, b) => compareText(a.id, b.id));
  return { groups, keyOf: (document, message) => keys.get(document)?.get(message) };
}

/** A message by its name on one of its channels. One that its document calls nothing is only that document's. */
function place({ document, message, channels, name, named }: MessageMember, channel = channels[0]): string {
  return named ? `${name}\n${channel}` : `\n${document.id}\n${message.id}`;
}
