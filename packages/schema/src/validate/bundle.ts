import { pointerOf } from '@portolan/base';
import { type Dialect, dialectOf, isJsonSchema } from '../dialect.ts';
import { isObject, type JsonObject } from '../json.ts';
import { HOLDERS } from '../keywords.ts';
import type { Lookup, SchemaSource } from '../shape.ts';

/** Definitions that one schema may draw in. */
const MOST_DEFINITIONS = 2_000;

/**
 * A schema with all that it refers to, as one document that a validator understands. Definitions stand under `$defs` by
 * their ids. The answer is a sentence when something is missing or written in another language.
 */
export function bundled(source: SchemaSource, lookup: Lookup): JsonObject | boolean | string {
  const dialect = dialectOf(source);
  const definitions: Record<string, unknown> = {};
  const waiting: string[] = [];
  const known = new Set<string>();
  let trouble: string | undefined;

  const root = rewritten(source.definition, source.definition, '#');
  for (let id = waiting.pop(); id !== undefined && trouble === undefined; id = waiting.pop()) {
    const found = lookup(id);
    if (!found) trouble = `the schema “${id}” that it refers to is missing`;
    else if (!isJsonSchema(found.format)) trouble = `“${id}” that it refers to is written in ${found.format}`;
    else if (known.size > MOST_DEFINITIONS) trouble = 'it refers to too many schemas';
    else definitions[id] = rewritten(found.definition, found.definition, `#${pointerOf('/$defs', id)}`);
  }
  if (trouble !== undefined) return trouble;
  if (typeof root === 'boolean') return root;
  if (!isObject(root)) return 'a JSON Schema is an object or a boolean, and this is neither';
  const { $schema, $id, id, ...rest } = root as JsonObject;
  return { ...rest, $defs: { ...(isObject(rest.$defs) ? rest.$defs : {}), ...definitions } };

  function rewritten(schema: unknown, top: unknown, base: string): unknown {
    if (!isObject(schema)) return schema;
    const copy: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === '$ref' && typeof value === 'string') copy.$ref = reference(value, base);
      else if (schema === top && (keyword === '$schema' || keyword === '$id' || keyword === 'id')) continue;
      else copy[keyword] = held(keyword, value, top, base);
    }
    return adapted(copy, dialect);
  }

  function held(keyword: string, value: unknown, top: unknown, base: string): unknown {
    const holds = HOLDERS.get(keyword);
    if (holds === undefined) return value;
    if (Array.isArray(value))
      return holds === 'map-or-names' || holds === 'map' ? value : value.map(item => rewritten(item, top, base));
    if (holds === 'map' || holds === 'map-or-names') {
      if (!isObject(value)) return value;
      const entries = Object.entries(value).map(([name, inner]) => [
        name,
        Array.isArray(inner) ? inner : rewritten(inner, top, base),
      ]);
      return Object.fromEntries(entries);
    }
    return rewritten(value, top, base);
  }

  /** `#/schemas/<id>` names another definition; every other pointer stays inside its own. */
  function reference(written: string, base: string): string {
    const id = /^#\/schemas\/([^/]+)/.exec(written)?.[1];
    if (id === undefined)
      return written.startsWith('#/') ? `${base}${written.slice(1)}` : written === '#' ? base : written;
    const name = id.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!known.has(name)) {
      known.add(name);
      waiting.push(name);
    }
    const deeper = written.slice(`#/schemas/${id}`.length);
    return `#${pointerOf('/$defs', name).split('/').map(encodeURIComponent).join('/').replace('%24defs', '$defs')}${deeper}`;
  }
}

/** What older dialects write in another way than the draft that judges them. */
function adapted(schema: Record<string, unknown>, dialect: Dialect): Record<string, unknown> {
  if (dialect !== 'draft-04' && dialect !== 'openapi-3.0') return schema;
  for (const [limit, flag] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[flag] === true && typeof schema[limit] === 'number') {
      schema[flag] = schema[limit];
      delete schema[limit];
    } else if (typeof schema[flag] === 'boolean') delete schema[flag];
  }
  if (dialect === 'openapi-3.0' && schema.nullable === true) return orNull(schema);
  return schema;
}

function orNull({ nullable, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return { anyOf: [schema, { type: 'null' }] };
}
