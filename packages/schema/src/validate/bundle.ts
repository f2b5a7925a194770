import { pointerOf } from '@portolan/base';
import { dialectOf, isJsonSchema } from '../dialect.ts';
import { isObject, type JsonObject } from '../json.ts';
import { HOLDERS } from '../keywords.ts';
import type { Lookup, SchemaSource } from '../shape.ts';

/** Definitions that one schema may draw in. */
const MOST_DEFINITIONS = 2_000;

export interface Bundle {
  readonly schema: JsonObject;
  /** Every regular expression in it. */
  readonly patterns: readonly string[];
}

/** What says nothing about a value. Extensions and examples may hold anything, things that look like schemas included. */
const SILENT = /^(x-.*|title|description|examples?|default|externalDocs|discriminator|xml|deprecated|\$comment)$/;

/**
 * A schema with all that it refers to, as one document that a validator understands; it shares nothing with what it was
 * made from, because validators write into schemas. Definitions stand under `$defs` by their ids. The answer is a
 * sentence when something is missing or written in another language.
 */
export function bundled(source: SchemaSource, lookup: Lookup): Bundle | string {
  const dialect = dialectOf(source);
  const definitions: Record<string, unknown> = {};
  const patterns = new Set<string>();
  const waiting: string[] = [];
  const known = new Set<string>();

  if (typeof source.definition !== 'boolean' && !isObject(source.definition)) {
    return 'a JSON Schema is an object or a boolean, and this is neither';
  }
  const root = rewritten(source.definition, source.definition, '#');
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const found = lookup(id);
    if (!found) return `the schema “${id}” that it refers to is missing`;
    if (!isJsonSchema(found.format)) return `“${id}” that it refers to is written in ${found.format}`;
    if (known.size > MOST_DEFINITIONS) return 'it refers to too many schemas';
    definitions[id] = rewritten(found.definition, found.definition, `#${pointerOf('/$defs', id)}`);
  }
  const whole = isObject(root) ? root : { allOf: [root] };
  const schema = { ...whole, $defs: { ...(isObject(whole.$defs) ? whole.$defs : {}), ...definitions } };
  return { schema: structuredClone(schema), patterns: [...patterns] };

  function rewritten(schema: unknown, top: unknown, base: string): unknown {
    if (!isObject(schema)) return schema;
    const copy: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (SILENT.test(keyword)) continue;
      if (keyword === '$ref' && typeof value === 'string') copy.$ref = reference(value, base);
      else if (schema === top && (keyword === '$schema' || keyword === '$id' || keyword === 'id')) continue;
      else copy[keyword] = held(keyword, value, top, base);
    }
    if (typeof schema.pattern === 'string') patterns.add(schema.pattern);
    if (isObject(schema.patternProperties))
      for (const name of Object.keys(schema.patternProperties)) patterns.add(name);
    return dialect === 'openapi-3.0' && copy.nullable === true ? orNull(copy) : copy;
  }

  function held(keyword: string, value: unknown, top: unknown, base: string): unknown {
    const holds = HOLDERS.get(keyword);
    if (holds === undefined) return value;
    if (holds === 'map' || holds === 'map-or-names') {
      if (!isObject(value)) return value;
      const inner = (item: unknown) => (Array.isArray(item) ? item : rewritten(item, top, base));
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inner(item)]));
    }
    return Array.isArray(value) ? value.map(item => rewritten(item, top, base)) : rewritten(value, top, base);
  }

  /** `#/schemas/<id>` names another definition; every other pointer stays inside its own. */
  function reference(written: string, base: string): string {
    const id = /^#\/schemas\/([^/]+)/.exec(written)?.[1];
    if (id === undefined) {
      if (written === '#') return base;
      return written.startsWith('#/') ? `${base}${written.slice(1)}` : written;
    }
    const name = id.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!known.has(name)) {
      known.add(name);
      waiting.push(name);
    }
    const deeper = written.slice(`#/schemas/${id}`.length);
    return `#/$defs/${encodeURIComponent(id)}${deeper}`;
  }
}

/** OpenAPI 3.0 allows null beside whatever else a schema says. */
function orNull({ nullable, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return { anyOf: [schema, { type: 'null' }] };
}
