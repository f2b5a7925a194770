import { canonical } from '@portolan/base';
import type { Channel, Message, Operation, SecurityScheme, Server } from '@portolan/contract';
import type { Side } from '../side.ts';
import { type Matched, oneToOne } from './one-to-one.ts';

/** The things of two Contracts, matched. */
export interface Matches {
  readonly servers: Matched<Server>;
  readonly messages: Matched<Message>;
  readonly channels: Matched<Channel>;
  readonly operations: Matched<Operation>;
  readonly securitySchemes: Matched<SecurityScheme>;
  /** Ids before, by ids after. */
  readonly was: Readonly<Record<'servers' | 'messages' | 'channels' | 'operations', ReadonlyMap<string, string>>>;
  /** Ids after, by ids before. */
  readonly is: Readonly<Record<'servers' | 'messages' | 'channels' | 'operations', ReadonlyMap<string, string>>>;
}

/** Recognises what is the same thing in two Contracts, though it may be called something else or stand elsewhere. */
export function match(before: Side, after: Side): Matches {
  const servers = oneToOne(before.contract.servers, after.contract.servers, [
    server => server.id,
    ({ protocol, host, pathname = '' }) => `${protocol}://${host}${pathname}`,
  ]);
  const shared = sharedNames([before, after]);
  const messages = oneToOne(before.contract.messages, after.contract.messages, [
    ({ id }) => (shared.has(nameIn(id)) ? undefined : id),
    { before: message => homeOf(message, before), after: message => homeOf(message, after) },
    ({ id }) => id,
    { before: message => meaningOf(message, before, true), after: message => meaningOf(message, after, true) },
    { before: message => meaningOf(message, before, false), after: message => meaningOf(message, after, false) },
  ]);
  const wasMessage = names(messages);
  const channels = oneToOne(before.contract.channels, after.contract.channels, [
    ({ id, address }) => `${id} ${address}`,
    ({ address }) => address ?? undefined,
    ({ id }) => id,
    {
      before: channel => useOf(channel, before, id => id),
      after: channel => useOf(channel, after, id => wasMessage.get(id) ?? `+${id}`),
    },
  ]);
  const wasChannel = names(channels);
  const operations = oneToOne(before.contract.operations, after.contract.operations, [
    ({ id, channel }) => `${id} ${channel}`,
    { before: flowOf(id => id), after: flowOf(id => wasChannel.get(id) ?? `+${id}`) },
    ({ id }) => id,
  ]);
  const securitySchemes = oneToOne(before.contract.securitySchemes, after.contract.securitySchemes, [({ id }) => id]);
  const was = { servers: names(servers), messages: wasMessage, channels: wasChannel, operations: names(operations) };
  const is = {
    servers: turned(was.servers),
    messages: turned(wasMessage),
    channels: turned(wasChannel),
    operations: turned(was.operations),
  };
  return { servers, messages, channels, operations, securitySchemes, was, is };
}

function names<T extends { readonly id: string }>({ pairs }: Matched<T>): Map<string, string> {
  return new Map(pairs.map(({ before, after }) => [after.id, before.id]));
}

function turned(map: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...map].map(([key, value]) => [value, key]));
}

/** The name in an id: of several messages with one name, the later ones have a number behind it. */
export function nameIn(id: string): string {
  return id.replace(/-\d+$/, '');
}

/** Names that several messages of a side share: their numbers come from their order, and say nothing. */
function sharedNames(sides: readonly Side[]): Set<string> {
  const found = new Set<string>();
  for (const { contract } of sides) {
    const known = new Set<string>();
    for (const { id } of contract.messages) (known.has(nameIn(id)) ? found : known).add(nameIn(id));
  }
  return found;
}

/** What a message is called, and where it is sent. */
function homeOf({ id }: Message, side: Side): string {
  return canonical([
    nameIn(id),
    side
      .channelsOf(id)
      .map(channel => channel.id)
      .sort(),
  ]);
}

/**
 * What a message says, whatever it is called: with its channels, or without. What its schemas refer to does not count:
 * that may be edited, and is the same thing all the same.
 */
function meaningOf(message: Message, side: Side, placed: boolean): string {
  const { id, name: _, origin: __, payload, headers, examples, ...facts } = message;
  const on = placed ? side.channelsOf(id).map(channel => channel.address ?? channel.id) : [];
  const definitions = [payload, headers].map(schema => schema !== undefined && side.schemas.get(schema)?.definition);
  return canonical([facts, definitions, examples.length, on.sort()]);
}

/** What goes over a channel: what it is recognised by when its address and its id are new. Nothing goes: nothing to tell. */
function useOf(channel: Channel, side: Side, wasMessage: (id: string) => string): string | undefined {
  if (channel.messages.length === 0) return undefined;
  const actions = side.operationsOn(channel.id).map(({ action }) => action);
  return canonical([channel.messages.map(wasMessage).sort(), actions.sort()]);
}

/** Which way an operation works on which channel. */
function flowOf(wasChannel: (id: string) => string): (operation: Operation) => string {
  return ({ action, channel }) => `${action} ${wasChannel(channel)}`;
}
