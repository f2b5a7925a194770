import type { ChannelKey } from '../model.ts';
import { familyIn } from './brokers.ts';
import type { ChannelGroup } from './channels.ts';
import { type Pattern, patternOf, type Values } from './patterns/pattern.ts';
import { familyOf } from './protocols.ts';

/** A channel by one of its addresses, ready to be compared. */
export interface Placed {
  readonly id: ChannelKey;
  readonly address: string;
  readonly family: string | undefined;
  /** Where it can meet others: ids of brokers; where nobody knows one, the family of its protocol. */
  readonly places: readonly string[];
  /** The brokers that its documents name. */
  readonly named: readonly string[];
  readonly values: Values;
  readonly pattern: Pattern;
  /** The exchange that a channel of AMQP 0.9.1 says it is on; undefined when it does not say. */
  readonly exchange?: string;
}

/**
 * The channels whose addresses can be compared. Left out is what has no address, and what no pattern can mean: queues, and
 * what is on an exchange of AMQP that knows no wildcards.
 */
export function placedChannels(groups: readonly ChannelGroup[]): readonly Placed[] {
  const before = known.get(groups);
  if (before) return before;
  const only = onlyBrokers(groups);
  const made = groups.flatMap(group => placed(group, only));
  known.set(groups, made);
  return made;
}

/** Several ask for the same ones while a chart is related. */
const known = new WeakMap<readonly ChannelGroup[], readonly Placed[]>();

function placed({ id, members }: ChannelGroup, only: ReadonlyMap<string | undefined, string>): Placed[] {
  const [first] = members;
  if (!first || first.channel.address === null || first.channel.elsewhere) return [];
  const named = [...new Set(members.flatMap(member => member.brokers))];
  const bindings = Object.assign({}, ...members.map(({ channel }) => channel.bindings)) as Record<string, unknown>;
  const bound = named.length > 0 ? undefined : Object.keys(bindings).map(familyOf)[0];
  const silent = named.length > 0 ? undefined : only.get(bound);
  const brokers = silent === undefined ? named : [silent];
  const family = brokers[0] === undefined ? bound : familyIn(brokers[0]);
  const amqp = family === 'amqp' ? amqpOf(bindings.amqp) : {};
  // A queue has a name and no routing key, and only exchanges of topics know wildcards.
  if (amqp.is === 'queue' || (amqp.type !== undefined && amqp.type !== 'topic')) return [];
  const listing = members.find(({ channel }) => channel.parameters.some(parameter => parameter.enum?.length)) ?? first;
  const values = Object.fromEntries(
    listing.channel.parameters.flatMap(({ name, enum: listed }) => (listed?.length ? [[name, listed]] : [])),
  );
  const { address } = listing.channel as { address: string };
  const pattern = patternOf(address, family, values);
  const places = brokers.length > 0 ? brokers : [family ?? ''];
  const exchange = amqp.name !== undefined && { exchange: amqp.name };
  return [{ id, address, family, places, named, values, pattern, ...exchange }];
}

function amqpOf(binding: unknown): { is?: unknown; name?: string; type?: unknown } {
  const { is, exchange } = (binding ?? {}) as { is?: unknown; exchange?: { name?: unknown; type?: unknown } };
  const { name, type } = exchange ?? {};
  return { is, type, ...(typeof name === 'string' && { name }) };
}

/** The only broker of each family, and of all under no name: where a channel is whose documents name none. */
function onlyBrokers(groups: readonly ChannelGroup[]): ReadonlyMap<string | undefined, string> {
  const brokers = [...new Set(groups.flatMap(({ members }) => members.flatMap(member => member.brokers)))];
  const byFamily = [...Map.groupBy(brokers, familyIn), [undefined, brokers] as const];
  return new Map(byFamily.flatMap(([family, those]) => (those.length === 1 ? [[family, those[0] as string]] : [])));
}
