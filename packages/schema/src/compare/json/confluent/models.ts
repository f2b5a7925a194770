import { isObject } from '../../../json.ts';
import { matcherOf } from '../../../pattern/match.ts';
import { inside, keywordsOf, type Side } from './place.ts';

/**
 * What a schema lets members be that it does not name: anything (open), what some schema says (partial), or nothing
 * (closed). The same goes for items beyond a tuple.
 */
export type Model = 'open' | 'partial' | 'closed';

export function modelOf(side: Side): Model {
  const { additionalProperties: additional, unevaluatedProperties: unevaluated, patternProperties } = keywordsOf(side);
  if (isObject(patternProperties) && Object.keys(patternProperties).length > 0) return 'partial';
  return modelBy(additional, unevaluated);
}

export function modelOfItems(side: Side): Model {
  const { unevaluatedItems } = keywordsOf(side);
  return modelBy(restOf(side), unevaluatedItems);
}

function modelBy(additional: unknown, unevaluated: unknown): Model {
  const rest = additional ?? unevaluated;
  if (rest === undefined || rest === true) return 'open';
  return rest === false ? 'closed' : 'partial';
}

/** What a partial model says about a member; undefined where it does not cover it. */
export function coveringOf(side: Side, name: string): Side | undefined {
  const { patternProperties, additionalProperties, unevaluatedProperties } = keywordsOf(side);
  for (const [source, schema] of Object.entries(isObject(patternProperties) ? patternProperties : {})) {
    const matcher = matcherOf(source);
    if (typeof matcher === 'function' && matcher(name)) return inside(side, schema);
  }
  const rest = additionalProperties ?? unevaluatedProperties;
  return isObject(rest) ? inside(side, rest) : undefined;
}

/** The items that a schema describes one by one. */
export function tupleOf(side: Side): readonly unknown[] {
  const { items, prefixItems } = keywordsOf(side);
  if (Array.isArray(items)) return items;
  return Array.isArray(prefixItems) ? prefixItems : [];
}

/** What it says about all other items. */
export function restOf(side: Side): unknown {
  const { items, additionalItems } = keywordsOf(side);
  return Array.isArray(items) ? additionalItems : items;
}
