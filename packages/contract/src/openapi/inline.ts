import { HOLDERS } from '@portolan/schema/keywords';
import {
  type Cursor,
  isObject,
  items,
  type Json,
  member,
  members,
  type Resolver,
  referenceOf,
} from '../resolve/cursor.ts';

/** Schemas inside one, beyond which nothing more is written out: references may double it at every step. */
const MAX_SCHEMAS = 100;

/**
 * A schema with everything that it refers to written in its place, for bindings, where nothing resolves references later
 * on. What contains itself is cut off where it begins again, and takes any value there.
 */
export function inlined(schema: Cursor, resolver: Resolver): unknown {
  const open = new Set<string>();
  let left = MAX_SCHEMAS;
  return one(schema);

  function one(at: Cursor): unknown {
    if (!isObject(at.value)) return at.value;
    const target = referenceOf(at.value) === undefined ? at : resolver.follow(at);
    if (!target || left-- <= 0) return {};
    const place = `${target.source}#${target.pointer}`;
    if (open.has(place)) return {};
    open.add(place);
    const written = isObject(target.value) ? keywords(target) : target.value;
    open.delete(place);
    return written;
  }

  function keywords(at: Cursor): Json {
    return Object.fromEntries(members(at).map(([keyword, inner]) => [keyword, held(keyword, inner)]));
  }

  function held(keyword: string, inner: Cursor): unknown {
    const holds = HOLDERS.get(keyword);
    if (holds === undefined) return inner.value;
    if (Array.isArray(inner.value)) return items(inner).map(one);
    if (holds !== 'map' && holds !== 'map-or-names') return one(inner);
    if (!isObject(inner.value)) return inner.value;
    return Object.fromEntries(Object.keys(inner.value).map(name => [name, one(member(inner, name))]));
  }
}
