import { splitUrl } from '@portolan/contract/text';
import type { UseFact } from '@portolan/evidence/port';
import { withoutNames } from '../address.ts';
import type { ChannelKey } from '../model.ts';
import { familyIn, placesOf } from './brokers.ts';
import type { ChannelMatch } from './channels.ts';
import { isPattern, readingsOf } from './patterns/pattern.ts';
import { createPatternIndex, type PatternIndex } from './patterns/pattern-index.ts';
import { placedChannels } from './placed.ts';
import { reachOf } from './reaching.ts';

/** Finds the channels of the documents by the addresses that infrastructure knows. */
export interface AddressBook {
  /**
   * Channels that an address means on a broker: those that have it, else those whose pattern takes it in. Without a
   * broker, or where documents do not name theirs, an address means a channel only when it is the only one that has it:
   * the same name on two brokers stays two channels.
   */
  channelsAt(address: string, broker?: string): readonly ChannelKey[];
  /** Channels whose pattern takes in an address on a broker, also beside one that has just this address. */
  patternsAt(address: string, broker?: string): readonly ChannelKey[];
  /** Channels that a use is about: several where it is about all addresses with a beginning, or by a wildcard. */
  channelsOf(use: Pick<UseFact, 'address' | 'match' | 'except'>, broker?: string): readonly ChannelKey[];
}

export function addressBook({ groups }: Pick<ChannelMatch, 'groups'>): AddressBook {
  const exact = new Map<string, Located[]>();
  for (const { id, members } of groups) {
    const brokers = [...new Set(members.flatMap(member => member.brokers))];
    const addresses = members.flatMap(({ channel }) => (channel.elsewhere ? [] : (channel.address ?? [])));
    for (const address of new Set(addresses.map(withoutNames)))
      exact.set(address, [...(exact.get(address) ?? []), { id, brokers }]);
  }
  const patterns = new Map<string, PatternIndex<Located>>();
  const families = new Set<string | undefined>();
  for (const { id, pattern, family, named } of placedChannels(groups)) {
    families.add(family);
    if (!isPattern(pattern)) continue;
    const key = `${family} ${pattern.grammar}`;
    const known = patterns.get(key) ?? createPatternIndex<Located>();
    patterns.set(key, known);
    known.add(pattern.levels, { id, brokers: named });
  }
  return {
    channelsAt,
    patternsAt: (address, broker) => among(fitting(address, broker), broker),
    channelsOf(use, broker) {
      const reach = reachOf(use, broker === undefined ? undefined : familyIn(brokerId(broker)));
      const own = use.match === 'prefix' ? [] : channelsAt(use.address, broker);
      const reached = reach ? [...exact.keys()].filter(reach) : [];
      return [...new Set([...own, ...reached.flatMap(address => channelsAt(address, broker))])];
    },
  };

  function channelsAt(address: string, broker?: string): readonly ChannelKey[] {
    const meant = among(exact.get(withoutNames(address)) ?? fitting(address, broker), broker);
    return meant.length === 1 ? meant : [];
  }

  function fitting(address: string, broker: string | undefined): readonly Located[] {
    const known = broker === undefined ? families : [familyIn(brokerId(broker)), undefined];
    const found = [...known].flatMap(family =>
      readingsOf(address, family).flatMap(
        ({ grammar, levels }) => patterns.get(`${family} ${grammar}`)?.fitting(levels, true) ?? [],
      ),
    );
    return [...new Map(found.map(({ value }) => [value.id, value])).values()];
  }
}

/** Those of a broker; where there are none, those whose documents name none. */
function among(candidates: readonly Located[], broker: string | undefined): ChannelKey[] {
  const place = broker === undefined ? undefined : brokerId(broker);
  const there = candidates.filter(({ brokers }) => place !== undefined && brokers.includes(place));
  const unknown = candidates.filter(({ brokers }) => place === undefined || brokers.length === 0);
  return (there.length > 0 ? there : unknown).map(({ id }) => id);
}

interface Located {
  readonly id: ChannelKey;
  readonly brokers: readonly string[];
}

/** The id that a broker has on the chart: of a URL as documents would write it in `servers`. */
export function brokerId(url: string): string {
  const [protocol = '', rest] = url.split('://');
  if (rest === undefined) return url;
  const { host, pathname } = splitUrl(url);
  const server = { id: '', protocol, host: host || rest, ...(pathname !== undefined && { pathname }) };
  return placesOf(server as Parameters<typeof placesOf>[0])[0]?.id ?? url;
}
