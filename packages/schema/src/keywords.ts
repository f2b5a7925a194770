import { isObject, type JsonObject } from './json.ts';

/** How a keyword of JSON Schema holds other schemas: one, a list, a map by name, one or a list, a map with lists of names. */
export type Holds = 'one' | 'list' | 'map' | 'one-or-list' | 'map-or-names';

/** Every keyword that holds schemas; what stands under any other keyword is data and never a schema. */
export const HOLDERS: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ['not', 'one'],
  ['if', 'one'],
  ['then', 'one'],
  ['else', 'one'],
  ['contains', 'one'],
  ['propertyNames', 'one'],
  ['additionalProperties', 'one'],
  ['additionalItems', 'one'],
  ['unevaluatedProperties', 'one'],
  ['unevaluatedItems', 'one'],
  ['contentSchema', 'one'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['prefixItems', 'list'],
  ['properties', 'map'],
  ['patternProperties', 'map'],
  ['definitions', 'map'],
  ['$defs', 'map'],
  ['dependentSchemas', 'map'],
  ['items', 'one-or-list'],
  ['dependencies', 'map-or-names'],
]);

/** A schema directly inside another, with the keys that lead to it. */
export interface Subschema {
  readonly keyword: string;
  readonly keys: readonly (string | number)[];
  readonly schema: unknown;
}

/** The schemas directly inside a schema, in the order of its text. */
export function subschemas(schema: JsonObject): Subschema[] {
  const found: Subschema[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const holds = HOLDERS.get(keyword);
    if (!holds) continue;
    if (Array.isArray(value)) {
      if (holds !== 'list' && holds !== 'one-or-list') continue;
      for (const [index, inner] of value.entries()) found.push({ keyword, keys: [keyword, index], schema: inner });
    } else if (holds === 'map' || holds === 'map-or-names') {
      if (!isObject(value)) continue;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(inner)) found.push({ keyword, keys: [keyword, name], schema: inner });
      }
    } else if (holds !== 'list') found.push({ keyword, keys: [keyword], schema: value });
  }
  return found;
}
