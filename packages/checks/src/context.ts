import {
  type Finding,
  type FindingKind,
  type Fix,
  findingOf,
  type JsonObject,
  type Origin,
  type Params,
  pointerOf,
  type Related,
} from '@portolan/base';
import type {
  Channel,
  ChannelId,
  Contract,
  Message,
  MessageId,
  Operation,
  SchemaDefinition,
  SchemaId,
  SecurityScheme,
  Server,
} from '@portolan/contract';
import { maskSecrets } from './secrets.ts';

/** A node of the Contract that knows where it stands. */
export interface Placed {
  readonly origin: Origin;
}

/** The Contract by its ids, computed once for all rules. */
export interface Lookups {
  readonly contract: Contract;
  channel(id: ChannelId): Channel | undefined;
  message(id: MessageId): Message | undefined;
  schema(id: SchemaId | undefined): SchemaDefinition | undefined;
  securityScheme(id: string): SecurityScheme | undefined;
  /** The messages of a channel, an operation or a reply; ids that lead nowhere are left out. */
  messagesOf(node: { readonly messages: readonly MessageId[] }): Message[];
  /** Operations that work with a channel, those that reply on it included. */
  operationsOn(channel: ChannelId): readonly Operation[];
  /** Operations that send or receive a message, replies not included. */
  operationsWith(message: MessageId): readonly Operation[];
  /** Servers that a channel is on: those it names, else all; none when it is elsewhere. */
  serversOf(channel: Channel): readonly Server[];
}

/** What a rule is given: the lookups, and where to put what it found. */
export interface Context extends Lookups {
  /** The options of the rule: what settings say, else their defaults. */
  readonly options: JsonObject;
  /** As `2027-01-31`. */
  readonly today: string;
  readonly report: (at: Placed | Origin, params?: Params, related?: readonly Related[], fix?: Fix) => void;
}

/** The place of a member of a node: `at(channel, 'address')`. */
export function at(node: Placed, ...keys: readonly (string | number)[]): Origin {
  return { source: node.origin.source, pointer: pointerOf(node.origin.pointer, ...keys) };
}

/** The name of a node: for findings that are about a missing member, or about the name itself. */
export function keyOf(node: Placed): Origin {
  return { source: node.origin.source, pointer: node.origin.pointer, part: 'key' };
}

/** The offer to take something away: an entry of a map, an item of a list. */
export function removal(place: Placed | Origin, says: string): Fix {
  const { source, pointer } = 'origin' in place ? place.origin : place;
  return { says, steps: [{ do: 'remove', origin: { source, pointer } }] };
}

/** Indexes a Contract. */
export function lookupsOf(contract: Contract): Lookups {
  const channels = byId(contract.channels);
  const messages = byId(contract.messages);
  const schemas = byId(contract.schemas);
  const schemes = byId(contract.securitySchemes);
  const operations = grouped(contract.operations, ({ channel, reply }) => [channel, reply?.channel]);
  const withMessage = grouped(contract.operations, ({ messages }) => messages);
  return {
    contract,
    channel: id => channels.get(id),
    message: id => messages.get(id),
    schema: id => (id === undefined ? undefined : schemas.get(id)),
    securityScheme: id => schemes.get(id),
    messagesOf: node => node.messages.map(id => messages.get(id)).filter(message => message !== undefined),
    operationsOn: id => operations.get(id) ?? [],
    operationsWith: id => withMessage.get(id) ?? [],
    serversOf: ({ servers: ids, elsewhere }) =>
      ids.length === 0 && !elsewhere ? contract.servers : contract.servers.filter(server => ids.includes(server.id)),
  };
}

/** The lookups with a `report` that collects findings of one kind. What a document says is quoted without its secrets. */
export function contextOf(
  lookups: Lookups,
  kind: FindingKind,
  findings: Finding[],
  options: JsonObject = {},
  today = dayNow(),
): Context {
  return {
    ...lookups,
    options,
    today,
    report: (place, params, related, fix) => {
      const origin = 'origin' in place ? place.origin : place;
      findings.push(findingOf(kind, origin, masked(params), { ...(related && { related }), ...(fix && { fix }) }));
    },
  };
}

/** The day that it is, in UTC. */
function dayNow(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Nodes by each of their keys, in order. */
function grouped<T>(
  nodes: readonly T[],
  keysOf: (node: T) => readonly (string | undefined)[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const node of nodes) {
    for (const key of keysOf(node)) {
      if (key === undefined) continue;
      const known = groups.get(key);
      if (!known) groups.set(key, [node]);
      else if (known.at(-1) !== node) known.push(node);
    }
  }
  return groups;
}

function masked(params: Params = {}): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? maskSecrets(value) : value]),
  );
}

function byId<T extends { readonly id: string }>(nodes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(nodes.map(node => [node.id, node]));
}
