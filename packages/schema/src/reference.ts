import { keysOf, pointerOf } from '@portolan/base';
import { type Dialect, dialectOf, isJsonSchema } from './dialect.ts';
import { isObject, own } from './json.ts';
import { subschemas } from './keywords.ts';
import type { Lookup, SchemaSource } from './shape.ts';

/** A definition that local references resolve in. */
export interface Base {
  readonly id: string;
  readonly root: unknown;
  readonly dialect: Dialect;
}

/** What a reference leads to: a schema, the definition that holds it, and where in there it stands. */
export interface Target {
  readonly base: Base;
  readonly schema: unknown;
  readonly pointer: string;
  /** What people call it. */
  readonly name: string | undefined;
}

export function baseOf(source: SchemaSource): Base {
  return { id: source.id, root: source.definition, dialect: dialectOf(source) };
}

/**
 * Follows a reference of JSON Schema: `#/schemas/<id>` to another definition (and on into it), any other pointer or anchor
 * within the same definition, an address to the schema whose `$id` it is. The answer is a sentence when there is nothing
 * there.
 */
export function follow(reference: string, base: Base, lookup: Lookup): Target | string {
  if (!reference.startsWith('#')) {
    return addressed(reference, base, lookup) ?? `refers to ${quoted(reference)}, which is not loaded`;
  }
  const fragment = reference.slice(1);
  if (fragment !== '' && !fragment.startsWith('/')) return anchored(fragment, base) ?? missing(reference);
  const keys = keysOf(fragment);
  if (keys[0] === 'schemas' && keys[1] !== undefined) {
    const source = lookup(keys[1]) ?? lookup(decoded(keys[1]));
    if (source) return within(source, keys.slice(2), reference);
  }
  const schema = at(base.root, keys) ?? at(base.root, keys.map(decoded));
  if (schema === undefined) return missing(reference);
  return { base, schema, pointer: pointerOf('', ...keys), name: keys.length ? decoded(keys.at(-1) ?? '') : base.id };
}

function within(source: SchemaSource, keys: string[], reference: string): Target | string {
  if (!isJsonSchema(source.format))
    return `refers to ${quoted(source.id)}, which is written in another language (${source.format})`;
  const schema = at(source.definition, keys);
  if (schema === undefined) return missing(reference);
  return { base: baseOf(source), schema, pointer: pointerOf('', ...keys), name: keys.at(-1) ?? source.id };
}

function missing(reference: string): string {
  return `refers to ${quoted(reference)}, which does not exist`;
}

function at(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value)) value = own(value, key);
    else return undefined;
  }
  return value;
}

/** Finds a schema by its address: inside the definition, else among what is loaded. */
function addressed(reference: string, base: Base, lookup: Lookup): Target | string | undefined {
  const [relative = '', fragment = ''] = reference.split('#', 2);
  const outermost = resolved(idOf(base.root) ?? '', NOWHERE) ?? NOWHERE;
  const address = resolved(relative, outermost);
  if (address === undefined) return undefined;
  for (const place of places(base.root, outermost)) {
    if (place.address !== address) continue;
    const inner: Base = { ...base, id: place.pointer ? `${base.id}#${place.pointer}` : base.id, root: place.schema };
    return follow(`#${fragment}`, inner, () => undefined);
  }
  const source = lookup(address);
  return source && isJsonSchema(source.format) ? follow(`#${fragment}`, baseOf(source), lookup) : undefined;
}

const NOWHERE = 'portolan:///';

/** Finds `$anchor: name`, `$dynamicAnchor: name` or `$id: '#name'` (draft-06 and 07) in a definition. */
function anchored(name: string, base: Base): Target | undefined {
  for (const { schema, pointer } of places(base.root, NOWHERE)) {
    if (!isObject(schema)) continue;
    const { $anchor, $dynamicAnchor, $id, id } = schema;
    if ($anchor === name || $dynamicAnchor === name || $id === `#${name}` || id === `#${name}`)
      return { base, name, schema, pointer };
  }
  return undefined;
}

interface Place {
  readonly schema: unknown;
  readonly pointer: string;
  /** The address of the innermost schema around it that has one. */
  readonly address: string;
}

const MOST_PLACES = 20_000;

/** Every schema in a definition, the outermost first. */
function* places(root: unknown, address: string): Generator<Place> {
  const waiting: Place[] = [{ schema: root, pointer: '', address }];
  for (const place of waiting) {
    yield place;
    if (waiting.length > MOST_PLACES || !isObject(place.schema)) continue;
    for (const { schema, keys } of subschemas(place.schema)) {
      const inner = resolved(idOf(schema) ?? '', place.address) ?? place.address;
      waiting.push({ schema, pointer: pointerOf(place.pointer, ...keys), address: inner });
    }
  }
}

function idOf(schema: unknown): string | undefined {
  const id = isObject(schema) ? (own(schema, '$id') ?? own(schema, 'id')) : undefined;
  return typeof id === 'string' ? id.split('#', 1)[0] : undefined;
}

function resolved(relative: string, base: string): string | undefined {
  return URL.canParse(relative, base) ? new URL(relative, base).href.split('#', 1)[0] : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function quoted(text: string): string {
  return `“${text.length > 120 ? `${text.slice(0, 120)}…` : text}”`;
}
