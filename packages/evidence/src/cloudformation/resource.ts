import { isObject, type JsonObject } from '@portolan/base';
import type { Gleaning, Place } from '../parts/gleaning.ts';
import type { Subscriptions } from '../parts/subscriptions.ts';
import { isStatic, listAt, at as valueAt } from '../parts/values.ts';
import type { Intrinsics } from './intrinsics.ts';

/** One resource of a template, with the notes that are taken of it. */
export interface CloudResource extends Intrinsics {
  /** Logical id. */
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly notes: Gleaning;
  readonly subscriptions: Subscriptions;
  /** Where one of its properties stands. */
  at(...keys: readonly (string | number)[]): Place;
}

export type CloudReader = (resource: CloudResource) => void;

/** A property as text; one that is there and not known is noted as not read. */
export function textIn(resource: CloudResource, ...keys: readonly string[]): string | undefined {
  const value = valueAt(resource.properties, ...keys);
  return value === undefined ? undefined : known(resource, value, keys);
}

/** A value as text, when all of it is known. */
export function known(resource: CloudResource, value: unknown, keys: readonly (string | number)[]): string | undefined {
  const text = resource.textOf(value);
  if (text !== undefined && text !== '' && isStatic(text)) return text;
  resource.notes.unread(`${resource.id}: ${keys.join('.')}`, resource.at(...keys));
  return undefined;
}

/** The name at the end of an ARN or a URL, when that part of it is known. */
export function nameIn(
  resource: CloudResource,
  value: unknown,
  keys: readonly (string | number)[],
): string | undefined {
  const text = resource.textOf(value);
  if (value === undefined) return undefined;
  const name = text?.split(/[/:]/).at(-1);
  if (name !== undefined && name !== '' && isStatic(name)) return name;
  resource.notes.unread(`${resource.id}: ${keys.join('.')}`, resource.at(...keys));
  return undefined;
}

/** The name at the end of a property. */
export function nameAt(resource: CloudResource, ...keys: readonly string[]): string | undefined {
  return nameIn(resource, valueAt(resource.properties, ...keys), keys);
}

/** The team in tags: a list of keys and values, or a map. */
export function ownerOf({ properties, textOf }: CloudResource): string | undefined {
  const tags = properties.Tags;
  const pairs = isObject(tags)
    ? Object.entries(tags)
    : listAt(tags).map(tag => (isObject(tag) ? ([String(tag.Key), tag.Value] as const) : (['', undefined] as const)));
  const owner = pairs.find(([key]) => /^(owner|team)$/i.test(key));
  const text = owner && textOf(owner[1]);
  return text !== undefined && isStatic(text) ? text : undefined;
}
