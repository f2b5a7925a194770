import { readAvro } from './avro/read.ts';
import type { Flaw } from './flaw.ts';
import { libraries } from './libraries.ts';
import type { Lookup, SchemaSource } from './shape.ts';

/**
 * What is wrong with a schema itself by the rules of its language: Avro and Protobuf. Nothing for the languages that are
 * judged elsewhere or not at all. Needs `prepare` for `protobuf`.
 */
export function flawsOf(source: SchemaSource, lookup: Lookup): readonly Flaw[] {
  if (source.format === 'avro') return readAvro(source, lookup).flaws();
  return source.format === 'protobuf' ? (libraries.protobufFlaws?.(source, lookup) ?? []) : [];
}
