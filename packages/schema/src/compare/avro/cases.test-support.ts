import avsc from 'avsc';
import type { SchemaSource } from '../../shape.ts';
import type { Comparison, Profile } from '../model.ts';
import { compareAvro } from './compare.ts';

export const record = (name: string, ...fields: unknown[]) => ({ type: 'record', name, fields });
export const field = (name: string, type: unknown, more: object = {}) => ({ name, type, ...more });
export const fixed = (name: string, size: number) => ({ type: 'fixed', name, size });
export const enumOf = (name: string, symbols: string[], more: object = {}) => ({
  type: 'enum',
  name,
  symbols,
  ...more,
});
export const logical = (type: string, logicalType: string, more: object = {}) => ({ type, logicalType, ...more });

export function source(id: string, definition: unknown): SchemaSource {
  return { id, format: 'avro', definition };
}

export function compared(writer: unknown, reader: unknown, profile: Profile = 'sound'): Comparison {
  const none = { writer: () => undefined, reader: () => undefined };
  return compareAvro(source('writer', writer), source('reader', reader), none, { profile });
}

/** Codes of what breaks. */
export function breaking(writer: unknown, reader: unknown, profile: Profile = 'sound'): readonly string[] {
  return compared(writer, reader, profile)
    .differences.filter(({ breaks }) => breaks === 'yes')
    .map(({ code }) => code);
}

/**
 * What avsc, which shares no line with Portolan, makes of a value that it writes with one schema and reads with another:
 * the value, or why it refuses. Known to differ from the specification: it compares full names (avsc#361), knows no empty
 * union, and looks at all branches of a writer’s union before it reads any.
 */
export function readByAvsc(
  writer: unknown,
  reader: unknown,
  encoded: unknown,
): { value: unknown } | { refused: string } {
  const from = avsc.Type.forSchema(structuredClone(writer) as avsc.Schema, { wrapUnions: true });
  const to = avsc.Type.forSchema(structuredClone(reader) as avsc.Schema, { wrapUnions: true });
  const bytes = from.toBuffer(from.fromString(JSON.stringify(encoded)));
  try {
    return { value: JSON.parse(to.toString(to.fromBuffer(bytes, to.createResolver(from)))) };
  } catch (error) {
    return { refused: String(error) };
  }
}
