import { isObject, type Origin, pointerOf } from '@portolan/base';

/** A value together with where it stands: what every step of reading passes around. */
export interface Cursor extends Origin {
  readonly value: unknown;
}

export { isObject, type JsonObject as Json } from '@portolan/base';

/** The member of an object or a list, with its own place; its value is undefined where there is none. */
export function member(at: Cursor, key: string | number): Cursor {
  const { value } = at;
  const own = value !== null && typeof value === 'object' && Object.hasOwn(value, key);
  return {
    source: at.source,
    pointer: pointerOf(at.pointer, key),
    value: own ? (value as Record<string | number, unknown>)[key] : undefined,
  };
}

/** All members of a mapping, by key; none for anything else. */
export function members(at: Cursor): (readonly [string, Cursor])[] {
  if (!isObject(at.value)) return [];
  return Object.keys(at.value).map(key => [key, member(at, key)] as const);
}

/** All items of a list; none for anything else. */
export function items(at: Cursor): Cursor[] {
  if (!Array.isArray(at.value)) return [];
  return at.value.map((_, index) => member(at, index));
}

/** Only the place. */
export function originOf(at: Cursor): Origin {
  return { source: at.source, pointer: at.pointer };
}

/** The reference that a value is, or undefined when it is none. */
export function referenceOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
}

/** Follows references; what it cannot follow it has already reported. */
export interface Resolver {
  /** The value behind a chain of references, or the cursor itself when it holds none. Undefined when broken. */
  follow(at: Cursor): Cursor | undefined;
}
