import { isObject, type JsonObject } from '@portolan/base';
import { faults } from '../faults.ts';
import { keysOfPath } from './field-change.ts';
import type { FieldChange } from './model.ts';
import { moved, type Pages, type Place, referenceIn } from './pages.ts';

/** How deep fields and references may lead. */
const DEPTH = 100;

/**
 * A copy of a JSON Schema with fields changed. Where a changed field stands behind a reference, what it leads to is written
 * out, so that nobody else who refers to it is touched. Throws REWRITE_EVOLVE_FIELD.
 *
 * @param place where the schema stands: its references count from there
 * @param home location of the file that the copy goes into
 */
export function changedSchema(pages: Pages, place: Place, changes: readonly FieldChange[], home: string): unknown {
  const start = pages.follow(place);
  let copy = moved(pages.valueAt(start), start.source, home);
  for (const change of changes) {
    const keys = keysOfPath(change.field);
    const name = keys.pop();
    const done = name === undefined || name === '[]' ? undefined : at(copy, keys, name, change);
    if (done === undefined) throw faults.EVOLVE_FIELD({ field: change.field });
    copy = done;
  }
  return copy;

  /** The schema with the change made below it; undefined where there is no such field. */
  function at(schema: unknown, keys: readonly string[], name: string, change: FieldChange, depth = 0): unknown {
    const own = writtenOut(schema);
    if (!isObject(own) || depth > DEPTH) return undefined;
    const [key, ...rest] = keys;
    if (key === undefined) return changedObject(own, name, change) ?? inBranches(own, keys, name, change, depth);
    if (key === '[]') {
      const items = isObject(own.items) ? at(own.items, rest, name, change, depth + 1) : undefined;
      return items === undefined ? inBranches(own, keys, name, change, depth) : { ...own, items };
    }
    const { properties } = own;
    if (!isObject(properties) || !Object.hasOwn(properties, key)) return inBranches(own, keys, name, change, depth);
    const member = at(properties[key], rest, name, change, depth + 1);
    return member === undefined ? undefined : withoutSamples({ ...own, properties: { ...properties, [key]: member } });
  }

  /** The same in the first of the schemas that all hold. */
  function inBranches(own: JsonObject, keys: readonly string[], name: string, change: FieldChange, depth: number) {
    if (!Array.isArray(own.allOf)) return undefined;
    for (const [index, branch] of own.allOf.entries()) {
      const done = at(branch, keys, name, change, depth + 1);
      if (done !== undefined) return withoutSamples({ ...own, allOf: own.allOf.with(index, done) });
    }
    return undefined;
  }

  /** What a reference leads to, as it would be written here. */
  function writtenOut(schema: unknown): unknown {
    const reference = referenceIn(schema);
    if (reference === undefined) return schema;
    const target = pages.follow(pages.resolve(reference, home));
    return moved(pages.valueAt(target), target.source, home);
  }
}

/** An object's schema after the change of one of its members; undefined where it has none of that name. */
function changedObject(schema: JsonObject, name: string, change: FieldChange): JsonObject | undefined {
  const { properties, required, ...rest } = schema;
  const members = isObject(properties) ? properties : {};
  const demanded = Array.isArray(required) ? required : [];
  const known = Object.hasOwn(members, name);
  if (change.kind === 'add' ? known || !isForObjects(schema) : !known) return undefined;
  const made = (entries: [string, unknown][], names: readonly unknown[]) =>
    ordered(schema, withoutSamples(rest), Object.fromEntries(entries), names);
  const entries = Object.entries(members);
  switch (change.kind) {
    case 'add':
      return made([...entries, [name, { type: change.to }]], demanded);
    case 'remove':
      return made(
        entries.filter(([key]) => key !== name),
        demanded.filter(key => key !== name),
      );
    case 'rename':
      if (Object.hasOwn(members, change.to)) throw faults.EVOLVE_TAKEN({ name: change.to });
      return made(
        entries.map(([key, value]) => [key === name ? change.to : key, value]),
        demanded.map(key => (key === name ? change.to : key)),
      );
    case 'retype':
      return made(
        entries.map(([key, value]) => [key, key === name ? retyped(value, change.to) : value]),
        demanded,
      );
    case 'require':
      return made(entries, demanded.includes(name) ? demanded : [...demanded, name]);
  }
}

/** What people say about the field stays; what was demanded of its values does not. */
function retyped(schema: unknown, type: string): JsonObject {
  if (!isObject(schema)) return { type };
  const kept = Object.entries(schema).filter(([key]) => ['title', 'description'].includes(key) || key.startsWith('x-'));
  return { type, ...Object.fromEntries(kept) };
}

/** The members in the order in which they stood. */
function ordered(old: JsonObject, rest: JsonObject, properties: JsonObject, required: readonly unknown[]): JsonObject {
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(old)) {
    if (key === 'properties') made.properties = properties;
    else if (key === 'required') {
      if (required.length > 0) made.required = required;
    } else if (Object.hasOwn(rest, key)) made[key] = rest[key];
  }
  if (required.length > 0) made.required ??= required;
  made.properties ??= properties;
  return made;
}

/** Samples of the whole would show what is no more. */
function withoutSamples({ example, examples, default: otherwise, const: only, ...rest }: JsonObject): JsonObject {
  return rest;
}

function isForObjects({ type, properties }: JsonObject): boolean {
  return type === 'object' || isObject(properties) || (Array.isArray(type) && type.includes('object'));
}
