import { isObject, keysOf, type Origin, pointerOf } from '@portolan/base';
import type { Lookups, Placed } from '../context.ts';

/** A member of a node: what it is, undefined where there is none, and where it stands or would stand. */
export interface Field {
  readonly value: unknown;
  readonly origin: Origin;
  /** The way to it, with the names that `*` stood for. */
  readonly path: string;
}

/** Where schemas are referred to by id. */
const SCHEMAS = '#/schemas/';

/**
 * The members of a node that a path names. Names have dots between them; `*` is each member of an object or item of a
 * list, and `~` behind a name its key instead of its value: `properties.*~`. An extension is found by its name, a schema
 * behind `payload` or `headers` is followed, and `name` is what the node is called, whatever its kind.
 *
 * A path that leads nowhere gives one field without a value; a `*` where there is nothing gives none.
 */
export function fieldsOf(node: Placed, path: string | undefined, lookups: Lookups): Field[] {
  let fields: Field[] = [{ value: node, origin: node.origin, path: '' }];
  for (const step of path === undefined ? [] : path.split('.')) {
    const key = step.endsWith('~') ? step.slice(0, -1) : step;
    fields = fields.flatMap(field => stepped(field, key, lookups));
    if (key !== step) fields = fields.map(keyOfField);
  }
  return fields;
}

function stepped(from: Field, key: string, lookups: Lookups): Field[] {
  const { value, origin } = followed(from, lookups);
  if (key === '*') {
    if (Array.isArray(value)) return value.map((item, index) => placed(item, from, origin, index));
    return isObject(value) ? Object.entries(value).map(([name, member]) => placed(member, from, origin, name)) : [];
  }
  const found = memberOf(value, key);
  if ((key === 'payload' || key === 'headers') && isMessage(value) && typeof found === 'string') {
    const schema = lookups.schema(found);
    if (schema) return [{ value: schema.definition, origin: schema.origin, path: joined(from.path, key) }];
  }
  return [placed(found, from, origin, key)];
}

function memberOf(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(members, key)) return members[key];
  const { extensions } = members;
  if (key.startsWith('x-') && isObject(extensions) && Object.hasOwn(extensions, key)) return extensions[key];
  return key === 'name' && 'origin' in members ? members.id : undefined;
}

/** Nodes know where they stand themselves. */
function placed(value: unknown, from: Field, parent: Origin, key: string | number): Field {
  const path = joined(from.path, key);
  if (isObject(value) && isOrigin(value.origin)) return { value, origin: value.origin, path };
  return { value, origin: { source: parent.source, pointer: pointerOf(parent.pointer, key) }, path };
}

function joined(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

function keyOfField({ value, origin, path }: Field): Field {
  const key = value === undefined ? undefined : keysOf(origin.pointer).at(-1);
  return { value: key, origin: { ...origin, part: 'key' }, path };
}

/** A schema in place of a reference to it. */
function followed(field: Field, lookups: Lookups): Pick<Field, 'value' | 'origin'> {
  let { value, origin } = field;
  for (let steps = 0; isObject(value) && typeof value.$ref === 'string' && steps < 100; steps++) {
    if (!value.$ref.startsWith(SCHEMAS)) break;
    const schema = lookups.schema(keysOf(`/${value.$ref.slice(SCHEMAS.length)}`)[0]);
    if (!schema) break;
    ({ definition: value, origin } = schema);
  }
  return { value, origin };
}

function isMessage(value: unknown): boolean {
  return isObject(value) && 'examples' in value && 'bindings' in value && 'origin' in value;
}

function isOrigin(value: unknown): value is Origin {
  return isObject(value) && typeof value.source === 'string' && typeof value.pointer === 'string';
}
