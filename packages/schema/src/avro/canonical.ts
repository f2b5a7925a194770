import { type AvroType, target } from './model.ts';

/**
 * Parsing Canonical Form (Avro 1.12): the text that two schemas share exactly when they read and write the same bytes.
 * A named type is written out where it is met first, and by its full name from then on.
 */
export function canonicalForm(type: AvroType, seen: Set<string> = new Set()): string {
  const found = target(type);
  switch (found.kind) {
    case 'primitive':
      return JSON.stringify(found.name);
    case 'array':
      return `{"type":"array","items":${canonicalForm(found.items, seen)}}`;
    case 'map':
      return `{"type":"map","values":${canonicalForm(found.values, seen)}}`;
    case 'union':
      return `[${found.branches.map(branch => canonicalForm(branch, seen)).join(',')}]`;
    case 'unknown':
      throw new Error(`no canonical form: ${found.reason}`);
    default:
      return named(found, seen);
  }
}

function named(type: Extract<AvroType, { fullName: string }>, seen: Set<string>): string {
  const name = JSON.stringify(type.fullName);
  if (seen.has(type.fullName)) return name;
  seen.add(type.fullName);
  const head = `{"name":${name},"type":"${type.kind}"`;
  if (type.kind === 'fixed') return `${head},"size":${type.size}}`;
  if (type.kind === 'enum') return `${head},"symbols":${JSON.stringify(type.symbols)}}`;
  const fields = type.fields.map(
    field => `{"name":${JSON.stringify(field.name)},"type":${canonicalForm(field.type, seen)}}`,
  );
  return `${head},"fields":[${fields.join(',')}]}`;
}
