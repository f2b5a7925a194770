import type { Shape, ShapeKind } from '@portolan/schema';

/** Words for types in the languages of schemas, and the kind of value that each is. */
const KINDS: Readonly<Record<string, ShapeKind>> = {
  string: 'string',
  number: 'number',
  float: 'number',
  double: 'number',
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  int32: 'integer',
  int64: 'integer',
  boolean: 'boolean',
  bool: 'boolean',
  bytes: 'bytes',
  object: 'object',
  record: 'object',
  array: 'list',
  list: 'list',
  map: 'map',
  null: 'null',
};

/** The types that a change may name. */
export const TYPES: readonly string[] = Object.keys(KINDS);

/** The kind of value that a type is; undefined for a word that is none. */
export function kindOf(type: string): ShapeKind | undefined {
  const word = type.trim().toLowerCase();
  return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}

/** Whether a schema takes values of a kind. */
export function accepts(shape: Shape, kind: ShapeKind): 'yes' | 'no' | 'unknown' {
  if (shape.kind === 'opaque') return 'unknown';
  if (shape.kind === 'any' || shape.kind === kind) return 'yes';
  if (shape.kind === 'number' && kind === 'integer') return 'yes';
  if (kind === 'null' && shape.nullable) return 'yes';
  const variants = (shape.variants ?? []).map(variant => accepts(variant, kind));
  if (variants.includes('yes')) return 'yes';
  return variants.includes('unknown') ? 'unknown' : 'no';
}
