import type { AmqpTopology } from '../parts/amqp-topology.ts';
import type { Gleaning } from '../parts/gleaning.ts';
import type { KafkaGrant } from '../parts/kafka-grants.ts';
import type { Subscriptions } from '../parts/subscriptions.ts';
import type { Module, Thing } from './module.ts';
import { isList, isMap, textOf, type Value } from './values.ts';

/** What is taken down of the resources of one module. */
export interface Reading {
  readonly module: Module;
  readonly notes: Gleaning;
  readonly amqp: AmqpTopology;
  readonly subscriptions: Subscriptions;
  readonly grants: KafkaGrant[];
}

/** Turns one resource into facts. */
export type ThingReader = (thing: Thing, reading: Reading) => void;

/** A member as text; one that is there and not known is noted as not read. */
export function textIn(thing: Thing, member: string, { notes }: Reading): string | undefined {
  const value = thing.value(member);
  if (value === null) return undefined;
  const text = textOf(value);
  if (text === undefined) notes.unread(`${thing.type}.${thing.label}.${member}`, thing.place(member));
  return text === '' ? undefined : text;
}

/** The last part of an address in a cloud: of an ARN, a URL, a path. A plain name is itself. */
export function lastPart(address: string): string {
  return address.replace(/\/$/, '').split(/[/:]/).at(-1) as string;
}

/** A member of the first of some blocks, or of a map. */
export function innerText(value: Value, member: string): string | undefined {
  const first = listOf(value)[0] ?? null;
  return isMap(first) ? textOf(first.get(member) ?? null) : undefined;
}

/** Words for the owner in tags and labels. */
export function ownerOf(thing: Thing): string | undefined {
  for (const member of ['tags', 'labels']) {
    const tags = thing.value(member);
    if (!isMap(tags)) continue;
    for (const [key, value] of tags) if (/^(owner|team)$/i.test(key)) return textOf(value);
  }
  return undefined;
}

/** Notes a channel by the member that names it. */
export function channelBy(member: string): ThingReader {
  return (thing, reading) => {
    const name = textIn(thing, member, reading);
    if (name !== undefined) reading.notes.channel(name, thing.place(member), ownerOf(thing));
  };
}

/** A list, or the only item of one. */
export function listOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

/** Texts of a list, or the only one. What is not known is left out. */
export function textsOf(value: Value): readonly string[] {
  return listOf(value).flatMap(each => textOf(each) ?? []);
}
