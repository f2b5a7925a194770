import { compareText, nearest, slug } from '@portolan/base';
import type { Evidence } from '@portolan/evidence/port';
import type { ChannelNode, Drift, Link } from '../model.ts';
import { familyIn } from './brokers.ts';
import { compact } from './compact.ts';
import type { Facts } from './facts.ts';
import { reachOf } from './reaching.ts';
import { serviceCalled } from './service-names.ts';
import type { AddressBook } from './where.ts';
import { brokerId } from './where.ts';

/** What is compared with the evidence. */
export interface Charted extends Pick<Facts, 'channels' | 'links' | 'services'> {
  readonly names: ReadonlyMap<string, string>;
  readonly book: AddressBook;
}

/**
 * Where the documents and the evidence differ, sorted by address. What evidence does not have counts only where it says
 * that it is complete, and only for the channels of its broker.
 */
export function driftOf(charted: Charted, evidence: readonly Evidence[]): Drift[] {
  const complete = evidence.filter(each => each.complete);
  const absent = absentChannels(charted, complete);
  const found = [
    ...absent,
    ...evidence.flatMap(each => presentChannels(charted, each, absent)),
    ...evidence.flatMap(each => uses(charted, each)),
    ...complete.flatMap(each => deadChannels(each, evidence)),
    ...evidence.flatMap(each => orphanedUses(charted, each, evidence)),
    ...absentUses(charted, complete, evidence),
  ];
  // One thing may stand in several files: the same topic for each environment.
  const once = new Map(found.toReversed().map(each => [`${each.kind}\n${each.says}\n${each.channel}`, each]));
  return [...once.values()].sort(
    (a, b) => compareText(a.address, b.address) || compareText(a.kind, b.kind) || compareText(a.says, b.says),
  );
}

/** Documented channels of a broker that a complete file covers, and that it does not have. */
function absentChannels({ channels, book }: Charted, complete: readonly Evidence[]): Drift[] {
  const present = new Set(
    complete.flatMap(({ channels: facts, broker }) =>
      // A pattern is there as long as one of the addresses is that it means.
      facts.flatMap(({ address }) => [...book.channelsAt(address, broker), ...book.patternsAt(address, broker)]),
    ),
  );
  return channels.flatMap((channel): Drift[] => {
    const { id, address, described } = channel;
    const files = complete.filter(each => covers(each, channel));
    const [place] = described;
    if (address === null || !place || files.length === 0 || present.has(id)) return [];
    const addresses = files.flatMap(each => each.channels.map(fact => fact.address));
    const meant = nearest(
      address,
      addresses.filter(other => book.channelsAt(other).length === 0),
    );
    const says = `\`${address}\` is documented, and not there.${hint(meant)}`;
    const { document, origin } = place;
    return [compact({ kind: 'channel-absent', says, address, channel: id, meant, document, origin })];
  });
}

/** Channels that are there: with no document, or with another owner. */
function presentChannels({ channels, book }: Charted, { channels: facts, broker }: Evidence, absent: readonly Drift[]) {
  const byId = new Map(channels.map(channel => [channel.id, channel]));
  return facts.flatMap(({ address, owner, origin }): Drift[] => {
    const [channel] = book.channelsAt(address, broker);
    if (channel === undefined) {
      // An address that two brokers have is documented, though nobody knows which of the two is meant.
      if (broker === undefined && channels.some(node => node.address === address)) return [];
      if (book.patternsAt(address, broker).length > 0) return [];
      const meant = nearest(
        address,
        absent.map(each => each.address),
      );
      const says = `\`${address}\` is there, and no document describes it.${hint(meant)}`;
      return [compact({ kind: 'channel-undocumented', says, address, meant, origin })];
    }
    const documented = byId.get(channel)?.owner;
    if (owner === undefined || documented === undefined || slug(owner) === documented) return [];
    const says = `\`${address}\` belongs to \`${owner}\` here, and to \`${documented}\` by its documents.`;
    return [{ kind: 'owners-differ', says, address, channel, origin }];
  });
}

/** Uses of documented channels that no document tells of. */
function uses({ links, services, names, book }: Charted, { uses: all, broker }: Evidence): Drift[] {
  const linked = new Set(links.map(keyOfLink));
  const titles = new Map(services.map(({ id, name }) => [id, name]));
  return all.flatMap(({ who, action, address, match, origin }): Drift[] => {
    // Who may use many channels need not use each of them.
    if (match === 'prefix') return [];
    const [channel] = book.channelsAt(address, broker);
    if (channel === undefined) return [];
    const side = action === 'send' ? 'sender' : 'receiver';
    const verb = action === 'send' ? 'sends on' : 'receives from';
    const service = serviceCalled(names, who);
    if (service === undefined) {
      const meant = nearest(who, titles.values());
      const says = `\`${who}\` ${verb} \`${address}\`, and no document describes who that is.${hint(meant)}`;
      return [compact({ kind: `${side}-unknown` as const, says, address, channel, who, meant, origin })];
    }
    if (linked.has(`${service}\n${action}\n${channel}`)) return [];
    const says = `\`${titles.get(service)}\` ${verb} \`${address}\`, and its documents do not say so.`;
    return [{ kind: `${side}-undocumented` as const, says, address, channel, service, who, origin }];
  });
}

/**
 * Uses of channels that are nowhere, neither in the documents nor on a broker of which a complete file tells. A right to
 * use all channels with a beginning, or a pattern, is about none in particular.
 */
function orphanedUses({ book }: Charted, { uses: all, broker }: Evidence, evidence: readonly Evidence[]): Drift[] {
  const same = evidence.filter(each => sameBroker(each.broker, broker));
  if (!same.some(({ complete }) => complete)) return [];
  const present = new Set(same.flatMap(each => each.channels.map(({ address }) => address)));
  return all.flatMap(({ who, action, address, match, origin }): Drift[] => {
    const known = present.has(address) || book.channelsAt(address, broker).length > 0;
    if (known || reachOf({ address, ...(match && { match }) }, familyOf(broker))) return [];
    const meant = nearest(address, present);
    const kind = action === 'send' ? ('sender-orphaned' as const) : ('receiver-orphaned' as const);
    const verb = action === 'send' ? 'sends on' : 'receives from';
    const says = `\`${who}\` ${verb} \`${address}\`, which is not there.${hint(meant)}`;
    return [compact({ kind, says, address, who, meant, origin })];
  });
}

/** Channels that are there for nobody: a complete file knows no sender, or no receiver. */
function deadChannels({ channels, broker }: Evidence, evidence: readonly Evidence[]): Drift[] {
  const same = evidence.filter(each => sameBroker(each.broker, broker));
  const all = same.flatMap(each => each.uses);
  const used = new Set(all.map(({ action, address }) => `${action} ${address}`));
  const wide = all.flatMap(use => {
    const reach = reachOf(use, familyOf(broker));
    return reach ? [{ action: use.action, reach }] : [];
  });
  return channels.flatMap(({ address, origin }): Drift[] => {
    const [sent, received] = (['send', 'receive'] as const).map(
      action => used.has(`${action} ${address}`) || wide.some(use => use.action === action && use.reach(address)),
    );
    if (sent && received) return [];
    const nobody = sent ? 'receives from it' : received ? 'sends on it' : 'sends on it or receives from it';
    return [{ kind: 'channel-dead', says: `\`${address}\` is there, and nobody ${nobody}.`, address, origin }];
  });
}

/** What documents say services do on channels that are there, and complete files do not know of. */
function absentUses(
  { channels, links, services, names, book }: Charted,
  complete: readonly Evidence[],
  all: readonly Evidence[],
) {
  const byId = new Map(channels.map(channel => [channel.id, channel]));
  const titles = new Map(services.map(({ id, name }) => [id, name]));
  const present = new Set(
    complete.flatMap(each => each.channels.flatMap(({ address }) => book.channelsAt(address, each.broker))),
  );
  const known = new Set(
    all.flatMap(each =>
      each.uses.flatMap(use =>
        book.channelsOf(use, each.broker).map(channel => `${serviceCalled(names, use.who)}\n${use.action}\n${channel}`),
      ),
    ),
  );
  const told = new Set<string>();
  return links.flatMap((link): Drift[] => {
    const key = keyOfLink(link);
    const { address } = byId.get(link.channel) as ChannelNode;
    const [evidence] = link.evidence;
    // Whoever is uncertain to do it claims nothing, and one operation with three messages is one use.
    if (!present.has(link.channel) || known.has(key) || told.has(key) || link.confidence === 'uncertain') return [];
    if (address === null || !evidence || link.through) return [];
    told.add(key);
    const kind = link.action === 'send' ? ('sender-absent' as const) : ('receiver-absent' as const);
    const verb = link.action === 'send' ? 'sends on' : 'receives from';
    const says = `\`${titles.get(link.service)}\` ${verb} \`${address}\` by its documents, and is not known to do so here.`;
    const { document, origin } = evidence;
    return [{ kind, says, address, channel: link.channel, service: link.service, document, origin }];
  });
}

function keyOfLink({ service, action, channel }: Link): string {
  return `${service}\n${action}\n${channel}`;
}

function covers({ broker }: Evidence, { brokers }: ChannelNode): boolean {
  return broker === undefined || brokers.length === 0 || brokers.includes(brokerId(broker));
}

function sameBroker(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === undefined || b === undefined || brokerId(a) === brokerId(b);
}

function familyOf(broker: string | undefined): string | undefined {
  return broker === undefined ? undefined : familyIn(brokerId(broker));
}

function hint(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
