import { isObject, own } from './json.ts';
import type { SchemaSource } from './shape.ts';

/** The versions of JSON Schema that differ in what their keywords mean; `openapi-3.0` is draft-04 with `nullable`. */
export type Dialect = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12' | 'openapi-3.0';

/** True for the formats that are JSON Schema or a dialect of it. */
export function isJsonSchema(format: string): boolean {
  return format === 'asyncapi' || format === 'json-schema' || format === 'openapi';
}

/**
 * The dialect a schema is written in: what its `$schema` says, else its `schemaFormat`, else draft-07, which AsyncAPI
 * builds on, or OpenAPI 3.0.
 */
export function dialectOf(source: SchemaSource): Dialect {
  const stated = isObject(source.definition) ? own(source.definition, '$schema') : undefined;
  if (typeof stated === 'string') return dialectNamed(stated) ?? byFormat(source);
  return byFormat(source);
}

/** True where the keywords beside a `$ref` count; before 2019-09 they are ignored. */
export function heedsSiblings(dialect: Dialect): boolean {
  return dialect === '2019-09' || dialect === '2020-12';
}

function byFormat(source: SchemaSource): Dialect {
  const version = /version=["']?([^;"'\s]+)/.exec(source.schemaFormat ?? '')?.[1] ?? '';
  if (source.format === 'openapi') return /^3\.[1-9]/.test(version) ? '2020-12' : 'openapi-3.0';
  if (source.format === 'json-schema') return dialectNamed(version) ?? 'draft-07';
  return 'draft-07';
}

/** The dialect that an address of a meta-schema or a `version` names. */
export function dialectNamed(text: string): Dialect | undefined {
  if (/2020-12|openapis?\.org|oai\/3\.1/.test(text)) return '2020-12';
  if (text.includes('2019-09')) return '2019-09';
  if (text.includes('draft-07')) return 'draft-07';
  if (text.includes('draft-06')) return 'draft-06';
  return /draft-0[34]/.test(text) ? 'draft-04' : undefined;
}
