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
 * @param shapeOf the fields of a message, as a text that is equal for equal ones
 */
export function oneSidedMessages(
  facts: Facts,
  conflicting: ReadonlySet<ChannelKey>,
  shapeOf: (message: MessageKey) => string | undefined,
): ChartFinding[] {
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
    const shape = opposite.length > 0 ? shapeOf(message.id) : undefined;
    const alike = (other: OneSided) => shape !== undefined && shapeOf(other.message.id) === shape;
    const closest = [...new Set(opposite)].sort((a, b) => Number(alike(b)) - Number(alike(a)));
    const related = closest.slice(0, RELATED).map(other => leftOver(other, alike(other)));
    const params = { message: message.name, senders: who, receivers: who, verb };
    return { ...findingOf(kind, origin, params, related.length > 0 ? { related } : {}), document };
  });
}

function oneSided({ messages, links }: Facts, conflicting: ReadonlySet<ChannelKey>): OneSided[] {
  const sends = byMessage(links.filter(link => link.action === 'send'));
  const receives = byMessage(links.filter(link => link.action === 'receive'));
  const fed = fedThrough(links);
  return messages.flatMap((message): OneSided[] => {
    if (fed.has(message.id) || message.channels.some(channel => conflicting.has(channel))) return [];
    const senders = sends.of(message);
    const all = receives.of(message);
    // Whoever receives it through a pattern waits for others as well.
    const receivers = all.filter(({ through }) => through === undefined);
    if (senders.length > 0 && all.length === 0 && !receives.unnamedOn(message))
      return [{ kind: MESSAGE_NEVER_RECEIVED, message, links: senders }];
    if (receivers.length > 0 && senders.length === 0 && !sends.unnamedOn(message))
      return [{ kind: MESSAGE_NEVER_SENT, message, links: receivers }];
    return [];
  });
}

/** Messages of patterns that somebody sends on a channel that the pattern takes in. */
function fedThrough(links: readonly Link[]): ReadonlySet<MessageKey | undefined> {
  const through = links.filter(link => link.through !== undefined);
  const channels = new Set(through.map(({ channel }) => channel));
  const sent = new Set(links.filter(({ action, channel }) => action === 'send' && channels.has(channel)).map(useOf));
  const silent = new Set(
    links.filter(({ action, message }) => action === 'send' && !message).map(({ channel }) => channel),
  );
  const fed = through.filter(link => link.message === undefined || sent.has(useOf(link)) || silent.has(link.channel));
  return new Set(fed.map(link => link.through?.message));
}

function useOf({ channel, message }: Link): string {
  return `${channel}\n${message}`;
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

function leftOver({ kind, message, links }: OneSided, alike: boolean): Related {
  const fate = kind === MESSAGE_NEVER_SENT ? 'received here and never sent' : 'sent here and never received';
  return {
    message: `\`${message.name}\` is ${fate}${alike ? ', with the same fields' : ''}: the same under another name?`,
    origin: definition(message, links).origin,
  };
}
