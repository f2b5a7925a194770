import { type Origin, pointerOf } from '@portolan/base';
import type { Contract, SchemaDefinition, SchemaFormat } from '@portolan/contract';
import { isMap, type Json } from './json.ts';

/** An object schema at any depth of a schema written in JSON Schema or a dialect of it. */
export interface Subschema {
  /** The definition that contains it. */
  readonly schema: SchemaDefinition;
  /** Its keywords, as written. */
  readonly keywords: Readonly<Record<string, unknown>>;
  /**
   * True inside allOf, anyOf, oneOf, not, if, then or else, and for what is referred to from there: other schemas judge
   * the same value, so this one need not say everything.
   */
  readonly partial: boolean;
  readonly origin: Origin;
}

/** Languages that are JSON Schema or a dialect of it. */
const DIALECTS: readonly SchemaFormat[] = ['asyncapi', 'json-schema', 'openapi'];

/** Keywords that hold one schema, schemas in a map, or one or several in a list. */
const HOLDS: ReadonlyMap<string, 'one' | 'list' | 'map'> = new Map([
  ...['additionalItems', 'additionalProperties', 'contains', 'propertyNames'].map(key => [key, 'one'] as const),
  ...['not', 'if', 'then', 'else'].map(key => [key, 'one'] as const),
  ...['properties', 'patternProperties', 'definitions', '$defs'].map(key => [key, 'map'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'items'].map(key => [key, 'list'] as const),
]);

/** Keywords whose schemas judge a value together with others. */
const PARTIAL: ReadonlySet<string> = new Set(['not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf']);

const known = new WeakMap<Contract, readonly Subschema[]>();

/** Every object schema of a Contract, in the order of the text. Remembered per Contract: several rules walk them. */
export function subschemasOf(contract: Contract): readonly Subschema[] {
  const found = known.get(contract) ?? gather(contract);
  known.set(contract, found);
  return found;
}

const indexes = new WeakMap<Contract, ReadonlyMap<string, readonly Subschema[]>>();

/** Those that have at least one of some keywords, in the order of the text; all of them when no keywords are given. */
export function subschemasWith(contract: Contract, keywords?: readonly string[]): readonly Subschema[] {
  const all = subschemasOf(contract);
  if (!keywords) return all;
  const index = indexes.get(contract) ?? byKeyword(all);
  indexes.set(contract, index);
  const present = keywords.filter(keyword => index.has(keyword));
  if (present.length < 2) return index.get(present[0] ?? '') ?? [];
  return all.filter(subschema => present.some(keyword => Object.hasOwn(subschema.keywords, keyword)));
}

function byKeyword(subschemas: readonly Subschema[]): ReadonlyMap<string, readonly Subschema[]> {
  const index = new Map<string, Subschema[]>();
  for (const subschema of subschemas) {
    for (const keyword of Object.keys(subschema.keywords)) {
      const known = index.get(keyword);
      if (known) known.push(subschema);
      else index.set(keyword, [subschema]);
    }
  }
  return index;
}

function gather(contract: Contract): readonly Subschema[] {
  const schemas = contract.schemas.filter(({ format }) => DIALECTS.includes(format));
  const found: Placed[] = [];
  for (const schema of schemas) walk(found, schema, schema.definition, schema.origin, false);
  const parts = new Set<string>();
  for (const { keywords } of found) addParts(parts, keywords);
  if (parts.size === 0) return found;
  const isPart = ({ schema, keywords }: Placed) =>
    keywords === schema.definition && parts.has(`#/schemas${pointerOf('', schema.id)}`);
  return found.map(it => (isPart(it) ? new Placed(it.schema, it.keywords, true, it.place) : it));
}

/** Adds references to schemas that say only a part: those in `allOf`, and alternatives beside members of their own. */
function addParts(parts: Set<string>, keywords: Json): void {
  addReferences(parts, keywords.allOf);
  if (keywords.properties === undefined) return;
  addReferences(parts, keywords.anyOf);
  addReferences(parts, keywords.oneOf);
}

function addReferences(parts: Set<string>, list: unknown): void {
  if (!Array.isArray(list)) return;
  for (const item of list) if (isMap(item) && typeof item.$ref === 'string') parts.add(item.$ref);
}

/** Adds the object schemas of a value to a list. */
function walk(found: Placed[], schema: SchemaDefinition, value: unknown, place: Place, partial: boolean): void {
  if (!isMap(value) || typeof value.$ref === 'string') return;
  found.push(new Placed(schema, value, partial, place));
  for (const key of Object.keys(value)) {
    const holds = HOLDS.get(key);
    if (holds === undefined) continue;
    const inner = value[key];
    const within = { above: place, key };
    const part = PARTIAL.has(key);
    if (holds === 'map') {
      if (!isMap(inner)) continue;
      for (const name of Object.keys(inner)) walk(found, schema, inner[name], { above: within, key: name }, false);
    } else if (!Array.isArray(inner)) walk(found, schema, inner, within, part);
    else if (holds === 'list') {
      for (const [index, item] of inner.entries()) walk(found, schema, item, { above: within, key: index }, part);
    }
  }
}

/** Where a schema stands: at the place of its definition, or below another one. */
type Place = Origin | { readonly above: Place; readonly key: string | number };

/** Puts its origin together when somebody asks, which is when there is something to say about it. */
class Placed implements Subschema {
  readonly schema: SchemaDefinition;
  readonly keywords: Json;
  readonly partial: boolean;
  readonly place: Place;

  constructor(schema: SchemaDefinition, keywords: Json, partial: boolean, place: Place) {
    this.schema = schema;
    this.keywords = keywords;
    this.partial = partial;
    this.place = place;
  }

  get origin(): Origin {
    const keys: (string | number)[] = [];
    let place = this.place;
    for (; 'above' in place; place = place.above) keys.push(place.key);
    return { source: place.source, pointer: pointerOf(place.pointer, ...keys.reverse()) };
  }
}
