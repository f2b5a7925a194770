import { findingOf } from '@portolan/base';
import { CHANNEL_NAMES_ALIKE } from '../findings.ts';
import type { ChannelKey, ChannelNode, ChartFinding, Link, LinkEvidence } from '../model.ts';
import type { Facts } from './facts.ts';

/**
 * Channels that somebody only receives from, whose address reads like that of one that somebody only sends on: in other
 * capitals, with other separators, in the plural, with a version that the other lacks, or with one letter more, less,
 * other or swapped. Other numbers never read alike, because they tell versions and partitions apart.
 */
export function namesAlike({ channels, links, services }: Facts): ChartFinding[] {
  const sides = new Map<ChannelKey, { send?: Link; receive?: Link }>();
  for (const link of links) {
    const known = sides.get(link.channel) ?? {};
    sides.set(link.channel, known);
    known[link.action] ??= link;
  }
  const names = new Map(services.map(({ id, name }) => [id, name]));
  const fed = new Set(links.map(({ through }) => through?.channel));
  const waiting = channels.filter(({ id, address }) => {
    const side = sides.get(id);
    return address !== null && side?.receive && !side.receive.through && !side.send && !fed.has(id);
  });
  if (waiting.length === 0) return [];
  const sent = new Map<string, ChannelNode[]>();
  for (const channel of channels) {
    const side = sides.get(channel.id);
    if (!side?.send || side.receive || channel.address === null) continue;
    for (const key of keysOf(channel.address)) sent.set(key, [...(sent.get(key) ?? []), channel]);
  }
  return waiting.flatMap((channel): ChartFinding[] => {
    const receive = sides.get(channel.id)?.receive as Link;
    const address = channel.address as string;
    const candidates = new Set(keysOf(address).flatMap(key => sent.get(key) ?? []));
    const alike = [...candidates].filter(other => isAlike(channel, other));
    const [other] = alike;
    const sender = other && sides.get(other.id)?.send;
    if (alike.length !== 1 || !other || !sender) return [];
    const { origin, document } = receive.evidence[0] as LinkEvidence;
    const sending = sender.evidence[0] as LinkEvidence;
    const params = {
      address,
      receiver: names.get(receive.service) ?? receive.service,
      other: other.address as string,
      sender: names.get(sender.service) ?? sender.service,
    };
    const related = [{ message: `\`${params.sender}\` sends on \`${params.other}\`.`, origin: sending.origin }];
    return [{ ...findingOf(CHANNEL_NAMES_ALIKE, origin, params, { related }), document }];
  });
}

function isAlike(a: ChannelNode, b: ChannelNode): boolean {
  const [one, other] = [a.address as string, b.address as string];
  const together = a.brokers.length === 0 || b.brokers.length === 0 || a.brokers.some(id => b.brokers.includes(id));
  const [bareOne, bareOther] = [unversioned(one), unversioned(other)];
  const oneVersion = (bareOne === one) !== (bareOther === other);
  const sameNumbers = oneVersion ? numbersIn(bareOne) === numbersIn(bareOther) : numbersIn(one) === numbersIn(other);
  return together && sameNumbers && one !== other;
}

/** An address without the levels that are versions: `orders.v2.placed` is `orders.placed`. */
function unversioned(address: string): string {
  return address.replace(/(^|[._/:-])v\d+(?=[._/:-]|$)/gi, '');
}

function numbersIn(address: string): string {
  return (address.match(/\d+/g) ?? []).join();
}

/** An address without what people write differently, and the same with one letter left out: alike ones share a key. */
function keysOf(address: string): string[] {
  const plain = plainly(address);
  const keys = [plain, plainly(unversioned(address))];
  if (plain.length < SHORTEST) return [...new Set(keys)];
  return [...new Set([...keys, ...Array.from(plain, (_, at) => plain.slice(0, at) + plain.slice(at + 1))])];
}

function plainly(address: string): string {
  return address
    .toLowerCase()
    .replace(/\{[^{}]*\}/g, '{}')
    .replace(/s?(?=[._/:-]|$)/g, '')
    .replace(/[._/:-]/g, '');
}

/** In shorter addresses one letter makes another word. */
const SHORTEST = 8;
