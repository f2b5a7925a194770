import { digestOf, isObject, keysOf } from '@portolan/base';
import type { Channel, Contract, Message, Operation, SchemaDefinition, Server } from '@portolan/contract';
import type { Lookup } from '@portolan/schema';

/** One Contract with ways to look things up in it. */
export interface Side {
  readonly contract: Contract;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly servers: ReadonlyMap<string, Server>;
  readonly messages: ReadonlyMap<string, Message>;
  readonly schemas: ReadonlyMap<string, SchemaDefinition>;
  readonly lookup: Lookup;
  /** Operations of a message, replies included. */
  operationsOf(message: string): readonly Operation[];
  operationsOn(channel: string): readonly Operation[];
  channelsOf(message: string): readonly Channel[];
  /** Ids of all schemas that one text defines: of Protobuf, each message is one. */
  withinText(schema: SchemaDefinition): readonly string[];
  /** A text for all that a schema says, with everything it refers to. */
  meaningOf(schema: string | undefined): string;
}

export function sideOf(contract: Contract): Side {
  const schemas = byId(contract.schemas);
  const ofMessage = new Map<string, Operation[]>();
  const onChannel = new Map<string, Operation[]>();
  const channelsOf = new Map<string, Channel[]>();
  const texts = new Map<string, string[]>();
  for (const schema of contract.schemas) if (schema.format === 'protobuf') push(texts, textOf(schema), schema.id);
  const meanings = new Map<string, string>();
  for (const operation of contract.operations) {
    push(onChannel, operation.channel, operation);
    for (const id of new Set([...operation.messages, ...(operation.reply?.messages ?? [])]))
      push(ofMessage, id, operation);
  }
  for (const channel of contract.channels) for (const id of channel.messages) push(channelsOf, id, channel);
  return {
    contract,
    schemas,
    channels: byId(contract.channels),
    servers: byId(contract.servers),
    messages: byId(contract.messages),
    lookup: id => schemas.get(id),
    operationsOf: message => ofMessage.get(message) ?? [],
    operationsOn: channel => onChannel.get(channel) ?? [],
    channelsOf: message => channelsOf.get(message) ?? [],
    withinText: schema => texts.get(textOf(schema)) ?? [],
    meaningOf,
  };

  function meaningOf(id: string | undefined): string {
    if (id === undefined) return '';
    const known = meanings.get(id);
    if (known !== undefined) return known;
    // Met again inside itself, a schema is known by being that.
    meanings.set(id, 'itself');
    const schema = schemas.get(id);
    const meaning = schema ? digestOf([schema.format, expanded(schema.definition), schema.root ?? '']) : `?${id}`;
    meanings.set(id, meaning);
    return meaning;
  }

  function expanded(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(expanded);
    if (!isObject(value)) return value;
    const target = schemaOf(value.$ref);
    if (target !== undefined) return { $ref: meaningOf(target) };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expanded(member)]));
  }
}

/** Where the text of a schema stands. */
export function textOf({ origin }: SchemaDefinition): string {
  return `${origin.source}#${origin.pointer}`;
}

/** The id of the schema that a rewritten `$ref` leads to. */
export function schemaOf(reference: unknown): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/schemas/')) return undefined;
  return keysOf(reference.slice('#/schemas'.length))[0];
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map(thing => [thing.id, thing]));
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
