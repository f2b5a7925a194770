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

/** Keywords that hold one schema, a list of schemas, or a map of schemas. */
const ONE = ['additionalItems', 'additionalProperties', 'contains', 'propertyNames'];
const MAPS = ['properties', 'patternProperties', 'definitions', '$defs'];
const PARTIAL_ONE = ['not', 'if', 'then', 'else'];
const PARTIAL_LISTS = ['allOf', 'anyOf', 'oneOf'];

const known = new WeakMap<Contract, readonly Subschema[]>();

/** Every object schema of a Contract, in the order of the text. Remembered per Contract: several rules walk them. */
export function subschemasOf(contract: Contract): readonly Subschema[] {
  const found = known.get(contract) ?? gather(contract);
  known.set(contract, found);
  return found;
}

function gather(contract: Contract): readonly Subschema[] {
  const schemas = contract.schemas.filter(({ format }) => DIALECTS.includes(format));
  const found = schemas.flatMap(schema => [...walk(schema, schema.definition, schema.origin, false)]);
  const parts = new Set(found.flatMap(({ keywords }) => partsOf(keywords)));
  if (parts.size === 0) return found;
  const isPart = ({ schema, keywords }: Subschema) =>
    keywords === schema.definition && parts.has(`#/schemas${pointerOf('', schema.id)}`);
  return found.map(subschema => (isPart(subschema) ? { ...subschema, partial: true } : subschema));
}

/** References to schemas that say only a part: those in `allOf`, and alternatives beside members of their own. */
function partsOf(keywords: Json): string[] {
  const lists = ['allOf', ...('properties' in keywords ? ['anyOf', 'oneOf'] : [])].map(keyword => keywords[keyword]);
  return lists
    .flatMap(list => (Array.isArray(list) ? list : []))
    .flatMap(item => (isMap(item) && typeof item.$ref === 'string' ? [item.$ref] : []));
}

function* walk(schema: SchemaDefinition, value: unknown, origin: Origin, partial: boolean): Generator<Subschema> {
  if (!isMap(value) || typeof value.$ref === 'string') return;
  yield { schema, keywords: value, partial, origin };
  const child = (...keys: (string | number)[]) => ({ ...origin, pointer: pointerOf(origin.pointer, ...keys) });
  for (const [key, inner] of Object.entries(value)) {
    if (ONE.includes(key)) yield* walk(schema, inner, child(key), false);
    else if (PARTIAL_ONE.includes(key)) yield* walk(schema, inner, child(key), true);
    else if (MAPS.includes(key) && isMap(inner)) {
      for (const [name, item] of Object.entries(inner)) yield* walk(schema, item, child(key, name), false);
    } else if (PARTIAL_LISTS.includes(key) || key === 'items') {
      if (!Array.isArray(inner)) yield* walk(schema, inner, child(key), key !== 'items');
      else for (const [index, item] of inner.entries()) yield* walk(schema, item, child(key, index), key !== 'items');
    }
  }
}
