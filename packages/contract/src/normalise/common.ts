import type { Bindings, Extensions, ExternalDocs, SecurityRequirement, Tag } from '../model.ts';
import { type Cursor, isObject, items, type Json, member, originOf, type Resolver } from '../resolve/cursor.ts';
import { setMember } from '../source/set-member.ts';

/** A text, or undefined for anything else: what is of the wrong type has been reported by the grammar. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** Leaves out members that are undefined, so that facts stay small and comparable. */
export function compact<T extends object>(value: T): T {
  // A copy, because an object that members are deleted from becomes slow for good.
  const kept: Partial<T> = {};
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}

/** The object with every member changed. A member named `__proto__` stays a member. */
export function mapped(value: Json, change: (member: unknown, key: string) => unknown): Json {
  const result: Json = {};
  for (const key of Object.keys(value)) setMember(result, key, change(value[key], key));
  return result;
}

/** What most objects of the specification carry, in both versions. */
export function described(at: Cursor, resolver: Resolver) {
  const value = isObject(at.value) ? at.value : {};
  return compact({
    title: text(value.title),
    summary: text(value.summary),
    description: text(value.description),
    tags: tags(member(at, 'tags'), resolver),
    externalDocs: externalDocs(member(at, 'externalDocs'), resolver),
    extensions: extensions(at),
    origin: originOf(at),
  });
}

/** Most things have none of these, and share that. */
const NO_TAGS: readonly Tag[] = Object.freeze([]);
const NO_MEMBERS: Readonly<Record<string, unknown>> = Object.freeze({});

export function tags(at: Cursor, resolver: Resolver): readonly Tag[] {
  if (at.value === undefined) return NO_TAGS;
  return followed(items(at), resolver).flatMap(({ value }) => {
    const name = text(value.name);
    return name === undefined ? [] : [compact({ name, description: text(value.description) })];
  });
}

function externalDocs(at: Cursor, resolver: Resolver): ExternalDocs | undefined {
  const value = at.value === undefined ? undefined : resolver.follow(at)?.value;
  if (!isObject(value) || typeof value.url !== 'string') return undefined;
  return compact({ url: value.url, description: text(value.description) });
}

export function extensions(at: Cursor): Extensions {
  const { value } = at;
  let found: Record<string, unknown> | undefined;
  for (const key of isObject(value) ? Object.keys(value) : []) {
    if (!key.startsWith('x-')) continue;
    found ??= {};
    found[key] = (value as Json)[key];
  }
  return found ?? NO_MEMBERS;
}

/** Binding objects by protocol, references followed at both levels. */
export function bindings(at: Cursor, resolver: Resolver): Bindings {
  const whole = at.value === undefined ? undefined : resolver.follow(at);
  if (!whole || !isObject(whole.value)) return NO_MEMBERS;
  const found: Record<string, unknown> = {};
  for (const protocol of Object.keys(whole.value)) {
    const value = resolver.follow(member(whole, protocol))?.value;
    if (isObject(value) && !protocol.startsWith('x-')) found[protocol] = value;
  }
  return found;
}

/** Cursors behind references; the broken ones and those of the wrong type left out. */
export function followed(list: readonly Cursor[], resolver: Resolver) {
  return list
    .map(at => resolver.follow(at))
    .filter((at): at is Cursor & { value: Record<string, unknown> } => at !== undefined && isObject(at.value));
}

/** A name nobody has yet: the wish itself, else with a number. */
export function unique(wish: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(wish)) return wish;
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`;
}

/** Requirements of 2.x: alternatives, each naming schemes of the components with their scopes. */
export function namedSecurity(at: Cursor): SecurityRequirement[] {
  return items(at).flatMap(({ value }) =>
    isObject(value) ? Object.entries(value).map(([scheme, scopes]) => ({ scheme, scopes: texts(scopes) })) : [],
  );
}
