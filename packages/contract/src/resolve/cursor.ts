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
  return new Member(at, key, own ? (value as Record<string | number, unknown>)[key] : undefined);
}

/** Puts its pointer together when somebody asks: a document has a hundred thousand values, and few are ever asked. */
class Member implements Cursor {
  readonly source: string;
  readonly value: unknown;
  private readonly parent: Cursor;
  private readonly key: string | number;
  private known: string | undefined;

  constructor(parent: Cursor, key: string | number, value: unknown) {
    this.source = parent.source;
    this.value = value;
    this.parent = parent;
    this.key = key;
    this.known = undefined;
  }

  get pointer(): string {
    this.known ??= pointerOf(this.parent.pointer, this.key);
    return this.known;
  }
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
  /** True for a file that was read. */
  has(location: string): boolean;
}
