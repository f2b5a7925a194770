import { type FindingKind, findingOf, type Related } from '@portolan/base';
import { MESSAGE_NEVER_RECEIVED, MESSAGE_NEVER_SENT } from '../findings.ts';
import type { ChannelKey, ChartFinding, Described, Link, LinkEvidence, MessageKey, MessageNode } from '../model.ts';
import type { Facts } from './facts.ts';
import { listed } from './words.ts';

/** A message of which only one side is on the chart. */
interface OneSided {
  readonly kind: FindingKind;
  readonly message: MessageNode;
  /** Its only side. */
  readonly links: readonly Link[];
}

/** As many as anybody reads. */
const RELATED = 3;

/**
 * Messages with only one side on the chart. A service that uses a channel without saying which messages may well be the
 * other side, so it counts as one. Where a message of the opposite side is left over on the same channel, it is pointed
 * to: the two may be one message under two names.
 *
 * @param conflicting channels whose missing side is told of already
 */
export function oneSidedMessages(facts: Facts, conflicting: ReadonlySet<ChannelKey>): ChartFinding[] {
  const names = new Map(facts.services.map(service => [service.id, service.name]));
  const all = oneSided(facts, conflicting);
  const onChannel = new Map<ChannelKey, OneSided[]>();
  for (const each of all) {
    for (const channel of each.message.channels) {
      const others = onChannel.get(channel);
      if (others) others.push(each);
      else onChannel.set(channel, [each]);
    }
  }
  return all.map(({ kind, message, links }) => {
    const services = [...new Set(links.map(link => names.get(link.service) ?? link.service))];
    const verb = `${kind === MESSAGE_NEVER_SENT ? 'receive' : 'send'}${services.length === 1 ? 's' : ''}`;
    const who = listed(services);
    const { document, origin } = definition(message, links);
    const opposite = message.channels
      .flatMap(channel => onChannel.get(channel) ?? [])
      .filter(each => each.kind !== kind);
    const related = [...new Set(opposite)].slice(0, RELATED).map(leftOver);
    const params = { message: message.name, senders: who, receivers: who, verb };
    return { ...findingOf(kind, origin, params, related.length > 0 ? { related } : {}), document };
  });
}

function oneSided({ messages, links }: Facts, conflicting: ReadonlySet<ChannelKey>): OneSided[] {
  const sends = byMessage(links.filter(link => link.action === 'send'));
  const receives = byMessage(links.filter(link => link.action === 'receive'));
  return messages.flatMap((message): OneSided[] => {
    if (message.channels.some(channel => conflicting.has(channel))) return [];
    const senders = sends.of(message);
    const receivers = receives.of(message);
    if (senders.length > 0 && receivers.length === 0 && !receives.unnamedOn(message))
      return [{ kind: MESSAGE_NEVER_RECEIVED, message, links: senders }];
    if (receivers.length > 0 && senders.length === 0 && !sends.unnamedOn(message))
      return [{ kind: MESSAGE_NEVER_SENT, message, links: receivers }];
    return [];
  });
}

function byMessage(links: readonly Link[]) {
  const named = new Map<MessageKey, Link[]>();
  const unnamed = new Set<ChannelKey>();
  for (const link of links) {
    if (link.message === undefined) {
      unnamed.add(link.channel);
      continue;
    }
    const others = named.get(link.message);
    if (others) others.push(link);
    else named.set(link.message, [link]);
  }
  return {
    of: (message: MessageNode): readonly Link[] => named.get(message.id) ?? [],
    unnamedOn: (message: MessageNode): boolean => message.channels.some(channel => unnamed.has(channel)),
  };
}

/** The definition that the first of some links is about. */
function definition(message: MessageNode, links: readonly Link[]): Described {
  const { document } = (links[0] as Link).evidence[0] as LinkEvidence;
  return message.described.find(described => described.document === document) as Described;
}

function leftOver({ kind, message, links }: OneSided): Related {
  const fate = kind === MESSAGE_NEVER_SENT ? 'received here and never sent' : 'sent here and never received';
  return {
    message: `\`${message.name}\` is ${fate}: the same under another name?`,
    origin: definition(message, links).origin,
  };
}
