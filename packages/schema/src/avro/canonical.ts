import { type AvroType, target } from './model.ts';

/**
 * Parsing Canonical Form (Avro 1.12): the text that two schemas share exactly when they read and write the same bytes.
 * A named type is written out where it is met first, and by its full name from then on. Throws when a part of the schema
 * is unknown, and when the text would be longer than anybody writes: schemas without names that refer to each other
 * multiply.
 */
export function canonicalForm(type: AvroType): string {
  return form(type, { names: new Set(), left: MOST_PARTS });
}

const MOST_PARTS = 200_000;

interface Seen {
  readonly names: Set<string>;
  /** Parts that may still be written. */
  left: number;
}

function form(type: AvroType, seen: Seen): string {
  if (--seen.left < 0) throw new Error('no canonical form: the schema is too large');
  const found = target(type);
  switch (found.kind) {
    case 'primitive':
      return JSON.stringify(found.name);
    case 'array':
      return `{"type":"array","items":${form(found.items, seen)}}`;
    case 'map':
      return `{"type":"map","values":${form(found.values, seen)}}`;
    case 'union':
      return `[${found.branches.map(branch => form(branch, seen)).join(',')}]`;
    case 'unknown':
      throw new Error(`no canonical form: ${found.reason}`);
    default:
      return named(found, seen);
  }
}

function named(type: Extract<AvroType, { fullName: string }>, seen: Seen): string {
  const name = JSON.stringify(type.fullName);
  if (seen.names.has(type.fullName)) return name;
  seen.names.add(type.fullName);
  const head = `{"name":${name},"type":"${type.kind}"`;
  if (type.kind === 'fixed') return `${head},"size":${type.size}}`;
  if (type.kind === 'enum') return `${head},"symbols":${JSON.stringify(type.symbols)}}`;
  const fields = type.fields.map(field => `{"name":${JSON.stringify(field.name)},"type":${form(field.type, seen)}}`);
  return `${head},"fields":[${fields.join(',')}]}`;
}
