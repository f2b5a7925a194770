import { splitUrl } from '@portolan/contract/text';
import { withoutNames } from '../address.ts';
import type { ChannelKey } from '../model.ts';
import { placesOf } from './brokers.ts';
import type { ChannelMatch } from './channels.ts';

/** Finds the channels of the documents by the addresses that infrastructure knows. */
export interface AddressBook {
  /**
   * Channels that an address means on a broker. Without a broker, or where documents do not name theirs, an address
   * means a channel only when it is the only one that has it: the same name on two brokers stays two channels.
   */
  channelsAt(address: string, broker?: string): readonly ChannelKey[];
}

export function addressBook({ groups }: Pick<ChannelMatch, 'groups'>): AddressBook {
  const exact = new Map<string, Located[]>();
  const patterns: Pattern[] = [];
  for (const { id, members } of groups) {
    const channel = members[0]?.channel;
    if (!channel || channel.address === null || channel.elsewhere) continue;
    const located = { id, brokers: [...new Set(members.flatMap(({ brokers }) => brokers))] };
    const address = withoutNames(channel.address);
    exact.set(address, [...(exact.get(address) ?? []), located]);
    if (isPattern(address)) patterns.push({ ...located, matches: matcherOf(address) });
  }
  return {
    channelsAt(address, broker) {
      const own = exact.get(withoutNames(address));
      const candidates = own ?? patterns.filter(({ matches }) => matches.test(address));
      const place = broker === undefined ? undefined : brokerId(broker);
      const there = candidates.filter(({ brokers }) => place !== undefined && brokers.includes(place));
      const unknown = candidates.filter(({ brokers }) => place === undefined || brokers.length === 0);
      const meant = there.length > 0 ? there : unknown;
      return meant.length === 1 ? meant.map(({ id }) => id) : [];
    },
  };
}

interface Located {
  readonly id: ChannelKey;
  readonly brokers: readonly string[];
}

interface Pattern extends Located {
  readonly matches: RegExp;
}

/** The id that a broker has on the chart: of a URL as documents would write it in `servers`. */
export function brokerId(url: string): string {
  const [protocol = '', rest] = url.split('://');
  if (rest === undefined) return url;
  const { host, pathname } = splitUrl(url);
  const server = { id: '', protocol, host: host || rest, ...(pathname !== undefined && { pathname }) };
  return placesOf(server as Parameters<typeof placesOf>[0])[0]?.id ?? url;
}

/** Whether an address stands for many: it has parameters or wildcards. */
function isPattern(address: string): boolean {
  return /\{\}|(^|[./])(\+|#|\*|>)($|[./])/.test(address);
}

/**
 * What an address with parameters or wildcards means. `{}` , `+` (MQTT) and `*` (AMQP, NATS) are one level; `#` (MQTT, AMQP)
 * is any number of levels, also none; `>` (NATS) is one level or more. Levels end at `/`, or at `.` where there is none.
 */
function matcherOf(address: string): RegExp {
  const separator = address.includes('/') ? '/' : '.';
  const one = `[^${separator}]+`;
  const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const levels = address.split(separator).map(level => {
    if (level === '#') return '.*';
    if (level === '>') return '.+';
    if (level === '+' || level === '*') return one;
    return level.split('{}').map(quoted).join(one);
  });
  // `a/#` is also `a` itself.
  return new RegExp(`^${levels.join(quoted(separator)).replace(/(\\\.|\/)\.\*$/, '(?:$1.*)?')}$`);
}
