import type { OutputUnit } from '@cfworker/json-schema';
import { keysOf } from '@portolan/base';
import { isObject } from '../json.ts';
import { sentenceOf } from './sentence.ts';
import { MOST_PROBLEMS, type Problem } from './verdict.ts';

/** Keywords that only say that something below them failed. */
const CARRIERS = new Set([
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'allOf',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'dependentSchemas',
  'dependencies',
  'if',
  'then',
  'else',
]);

/** Keywords whose failure says enough: what their branches said would only confuse. */
const ALTERNATIVES = new Set(['oneOf', 'anyOf', 'not', 'contains', 'propertyNames']);

/** `dependencies` names members, or holds a schema and then only carries what that says. */
function isCarrier({ keyword, error }: OutputUnit): boolean {
  return CARRIERS.has(keyword) && !(keyword === 'dependencies' && !error.includes('does not match'));
}

/** What an engine reports, as problems that people understand: leaves only, alternatives as a whole. */
export function problemsOf(errors: readonly OutputUnit[], schema: unknown, value: unknown): Problem[] {
  const wholes = new Set<string>();
  const closed = new Set<string>();
  for (const { keyword, keywordLocation, instanceLocation } of errors) {
    if (ALTERNATIVES.has(keyword)) wholes.add(`${keywordLocation}/`);
    if (OTHERS.has(keyword) && schemaAt(schema, keywordLocation) === false) closed.add(instanceLocation);
  }
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    if (problems.size === MOST_PROBLEMS) break;
    const { keyword, keywordLocation, instanceLocation } = error;
    if (isCarrier(error) || [...wholes].some(whole => keywordLocation.startsWith(whole))) continue;
    // A member that is not allowed is told at its object and again, as a schema that is false, at itself.
    if (keyword === 'false' && closed.has(instanceLocation.slice(0, instanceLocation.lastIndexOf('/')))) continue;
    const limit = schemaAt(schema, keywordLocation);
    if (OTHERS.has(keyword) && limit !== false) continue;
    const pointer = pointerIn(instanceLocation);
    const message = sentenceOf({ ...error, limit, data: valueAt(value, pointer) });
    problems.set(`${pointer} ${message}`, { pointer, message });
  }
  return [...problems.values()];
}

/** Where they hold a schema, they only say that something below them failed. */
const OTHERS = new Set(['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems']);

function pointerIn(location: string): string {
  return decodeURIComponent(location.replace(/^#/, ''));
}

function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const key of keysOf(pointer)) at = isObject(at) ? at[key] : Array.isArray(at) ? at[Number(key)] : undefined;
  return at;
}

/** What stands at a location of the engine, which runs through references: `#/properties/a/$ref/minLength`. */
function schemaAt(schema: unknown, location: string): unknown {
  let at = schema;
  for (const key of keysOf(pointerIn(location))) {
    if (!isObject(at) && !Array.isArray(at)) return undefined;
    const next: unknown = (at as Record<string, unknown>)[key];
    const reference = key === '$ref' && typeof next === 'string' && next.startsWith('#') ? next : undefined;
    at = reference === undefined ? next : valueAt(schema, pointerIn(reference));
  }
  return at;
}
