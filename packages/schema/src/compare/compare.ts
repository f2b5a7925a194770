import type { SchemaSource } from '../shape.ts';
import { compareAvro } from './avro/compare.ts';
import type { CompareOptions, Comparison, Lookups } from './model.ts';

/** Compares what a writer may produce with what a reader accepts, in one language. */
export type Compare = (
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options?: CompareOptions,
) => Comparison;

/** By format; what is not here is not compared. */
const LANGUAGES: Readonly<Record<string, Compare>> = { avro: compareAvro };

/**
 * Says whether a reader can read everything that a writer may write, and where not, with a message that shows it. Two
 * languages, and those that Portolan does not compare, are `not-checked` with the reason, never compatible.
 */
export const compare: Compare = (writer, reader, lookups, options) => {
  if (writer.format !== reader.format)
    return notChecked(`the writer’s schema is written in ${writer.format} and the reader’s in ${reader.format}`);
  const language = Object.hasOwn(LANGUAGES, writer.format) ? LANGUAGES[writer.format] : undefined;
  return language
    ? language(writer, reader, lookups, options)
    : notChecked(`Portolan does not compare schemas of the format ${writer.format}`);
};

function notChecked(reason: string): Comparison {
  return { verdict: 'not-checked', differences: [], notCompared: [{ path: '', reason }] };
}
