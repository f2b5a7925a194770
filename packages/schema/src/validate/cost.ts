import { isObject, type JsonObject, own } from '../json.ts';
import { type Base, follow } from '../reference.ts';

/** A part of the value, made once, so that what it costs can be remembered. */
interface Part {
  readonly value: unknown;
  readonly members: Map<string | number, Part>;
}

const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];
const IN_PLACE = ['not', 'if', 'then', 'else'];
const OF_ALL_MEMBERS = ['additionalProperties', 'unevaluatedProperties', 'propertyNames'];
const OF_ALL_ITEMS = ['items', 'additionalItems', 'unevaluatedItems', 'contains'];
const TUPLES = ['prefixItems', 'items'];

/**
 * At most how often a validator looks at a schema while it judges a value: alternatives are all tried, and each level of
 * a schema may look at the same part of the value several times, which multiplies from level to level. Counting is cheap
 * where judging is not, since the cost of a schema on a part is worked out once.
 *
 * @returns infinity when it would never end, or when even counting takes more than `most` steps
 */
export function costOf(schema: JsonObject, base: Base, value: unknown, most: number): number {
  const known = new Map<JsonObject, Map<Part, number>>();
  const targets = new Map<string, unknown>();
  let counted = 0;
  return cost(schema, { value, members: new Map() });

  function cost(schema: unknown, part: Part): number {
    if (!isObject(schema)) return 1;
    const costs = known.get(schema) ?? new Map<Part, number>();
    known.set(schema, costs);
    const remembered = costs.get(part);
    if (remembered !== undefined) return remembered;
    if (++counted > most) return Number.POSITIVE_INFINITY;
    // Until it is known: whoever comes back here without having gone down into the value never ends.
    costs.set(part, Number.POSITIVE_INFINITY);
    const total = 1 + inPlace(schema, part) + below(schema, part);
    costs.set(part, total);
    return total;
  }

  function inPlace(schema: JsonObject, part: Part): number {
    let total = typeof schema.$ref === 'string' ? cost(target(schema.$ref), part) : 0;
    for (const keyword of IN_PLACE_LISTS) {
      const list = schema[keyword];
      if (Array.isArray(list)) for (const inner of list) total += cost(inner, part);
    }
    for (const keyword of IN_PLACE) if (schema[keyword] !== undefined) total += cost(schema[keyword], part);
    for (const dependents of [schema.dependentSchemas, schema.dependencies]) {
      if (isObject(dependents)) for (const inner of Object.values(dependents)) total += cost(inner, part);
    }
    return total;
  }

  function below(schema: JsonObject, part: Part): number {
    if (Array.isArray(part.value)) return items(schema, part, part.value.length);
    return isObject(part.value) ? members(schema, part, Object.keys(part.value)) : 0;
  }

  function members(schema: JsonObject, part: Part, names: readonly string[]): number {
    let total = 0;
    const { properties, patternProperties } = schema;
    for (const name of names) {
      if (isObject(properties) && Object.hasOwn(properties, name)) total += cost(properties[name], member(part, name));
      if (isObject(patternProperties)) {
        for (const inner of Object.values(patternProperties)) total += cost(inner, member(part, name));
      }
      for (const keyword of OF_ALL_MEMBERS) {
        if (isObject(schema[keyword])) total += cost(schema[keyword], member(part, name));
      }
    }
    return total;
  }

  function items(schema: JsonObject, part: Part, length: number): number {
    // Each item is compared with each other one, which is quicker than judging it.
    let total = schema.uniqueItems === true ? length * length * 0.05 : 0;
    for (const keyword of TUPLES) {
      const tuple = schema[keyword];
      if (!Array.isArray(tuple)) continue;
      for (let index = 0; index < Math.min(length, tuple.length); index++)
        total += cost(tuple[index], member(part, index));
    }
    for (const keyword of OF_ALL_ITEMS) {
      if (!isObject(schema[keyword])) continue;
      for (let index = 0; index < length; index++) total += cost(schema[keyword], member(part, index));
    }
    return total;
  }

  function member(part: Part, key: string | number): Part {
    const made = part.members.get(key);
    if (made) return made;
    const value = Array.isArray(part.value) ? part.value[Number(key)] : own(part.value as JsonObject, String(key));
    const member: Part = { value, members: new Map() };
    part.members.set(key, member);
    return member;
  }

  function target(reference: string): unknown {
    if (!targets.has(reference)) {
      const found = follow(reference, base, () => undefined);
      targets.set(reference, typeof found === 'string' ? undefined : found.schema);
    }
    return targets.get(reference);
  }
}
