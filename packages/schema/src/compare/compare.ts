import { isJsonSchema } from '../dialect.ts';
import type { SchemaSource } from '../shape.ts';
import { compareAvro } from './avro/compare.ts';
import { compareJsonSchema } from './json/compare.ts';
import type { CompareOptions, Comparison, Difference, Lookups, Profile } from './model.ts';
import { compareProtobuf } from './protobuf/compare.ts';

/** Compares what a writer may produce with what a reader accepts, in one language. */
export type Compare = (
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options?: CompareOptions,
) => Comparison;

/** By language; what is not here is not compared. */
const LANGUAGES: Readonly<Record<string, Compare>> = {
  avro: compareAvro,
  'json-schema': compareJsonSchema,
  protobuf: compareProtobuf,
};

/**
 * Says whether a reader can read everything that a writer may write, and where not, with a message that shows it. Two
 * languages, and those that Portolan does not compare, are `not-checked` with the reason, never compatible.
 */
export const compare: Compare = (writer, reader, lookups, options) => {
  if (languageOf(writer) !== languageOf(reader)) return twoLanguages(writer, reader, options?.profile);
  const language = Object.hasOwn(LANGUAGES, languageOf(writer)) ? LANGUAGES[languageOf(writer)] : undefined;
  return language
    ? language(writer, reader, lookups, options)
    : notChecked(`Portolan does not compare schemas of the format ${writer.format}`);
};

/** Dialects of JSON Schema are one language. */
function languageOf({ format }: SchemaSource): string {
  return isJsonSchema(format) ? 'json-schema' : format;
}

/** Confluent’s registry takes another language for incompatible; whether it is nobody has looked. */
function twoLanguages(writer: SchemaSource, reader: SchemaSource, profile: Profile | undefined): Comparison {
  const reason = `the writer’s schema is written in ${writer.format} and the reader’s in ${reader.format}`;
  if (profile !== 'confluent') return notChecked(reason);
  const difference: Difference = {
    code: 'LANGUAGE_CHANGED',
    says: reason,
    help: 'Keep the language, or register the schema under another subject.',
    path: '',
    writer: { schema: writer.id, pointer: '' },
    reader: { schema: reader.id, pointer: '' },
    breaks: 'yes',
    params: { writer: writer.format, reader: reader.format },
  };
  return { verdict: 'incompatible', differences: [difference], notCompared: [] };
}

function notChecked(reason: string): Comparison {
  return { verdict: 'not-checked', differences: [], notCompared: [{ path: '', reason }] };
}
