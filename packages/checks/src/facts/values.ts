import { canonical, type Origin, pointerOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { type Problem, type SchemaSource, validate } from '@portolan/schema';
import type { Lookups } from '../context.ts';
import { isMap } from './json.ts';
import { problemsOf } from './problems.ts';
import type { Subschema } from './subschemas.ts';

/** What is wrong with a value that stands inside a schema (its default, an example) by that schema. */
export function problemsOfValue(subschema: Subschema, value: unknown, lookups: Lookups): readonly Problem[] {
  return problemsOf(validate(sourceOf(subschema, lookups.contract), lookups.schema, value));
}

/** The place of a keyword of a subschema. */
export function keywordAt({ origin }: Subschema, ...keys: readonly (string | number)[]): Origin {
  return { source: origin.source, pointer: pointerOf(origin.pointer, ...keys) };
}

const sources = new WeakMap<Contract, Map<string, SchemaSource>>();

/**
 * A subschema as a schema of its own. Those that judge alike are the same object, because a schema is compiled once per
 * object: documents are full of texts in date-time form and numbers from zero.
 */
function sourceOf({ schema, keywords }: Subschema, contract: Contract): SchemaSource {
  const known = sources.get(contract) ?? new Map<string, SchemaSource>();
  sources.set(contract, known);
  const { title, description, default: _, examples, ...judging } = keywords;
  const { format, schemaFormat, definition } = schema;
  const dialect = isMap(definition) && typeof definition.$schema === 'string' ? { $schema: definition.$schema } : {};
  const part = { format, ...(schemaFormat !== undefined && { schemaFormat }), definition: { ...dialect, ...judging } };
  const key = canonical(part);
  const source = known.get(key) ?? { id: `part of ${schema.id}`, ...part };
  known.set(key, source);
  return source;
}
