import { isJsonSchema } from '../dialect.ts';
import { libraries } from '../libraries.ts';
import type { Lookup, SchemaSource, Shape } from '../shape.ts';
import { outlineAvro } from './avro.ts';
import { opaque } from './draft.ts';
import { outlineJsonSchema } from './json-schema.ts';
import { type Walk, withinBudget } from './walk.ts';

export interface OutlineOptions {
  /** Levels below the root that are drawn; what is deeper is `opaque` and says so. 12 when not given. */
  readonly depth?: number;
}

const DEPTH = 12;

/**
 * Draws a schema of any language as a tree. Never throws: what cannot be read is `opaque` and says why, in place, and the
 * rest is drawn. The tree is bounded in depth and size, whatever the definition refers to.
 *
 * Protobuf needs `prepare(['protobuf'])` once before; every other language is ready at once.
 */
export function outline(source: SchemaSource, lookup: Lookup, options: OutlineOptions = {}): Shape {
  const draw = readerOf(source.format);
  if (typeof draw === 'string') return opaque(draw, source.format, source.id);
  try {
    return withinBudget(lookup, options.depth ?? DEPTH, walk => draw(source, walk));
  } catch (error) {
    return opaque(
      `could not be read: ${error instanceof Error ? error.message : String(error)}`,
      source.format,
      source.id,
    );
  }
}

function readerOf(format: string): ((source: SchemaSource, walk: Walk) => Shape) | string {
  if (isJsonSchema(format)) return outlineJsonSchema;
  if (format === 'avro') return outlineAvro;
  if (format !== 'protobuf') return `Portolan does not read ${format === 'other' ? 'this schema format' : format}`;
  return libraries.outlineProtobuf ?? 'the reader for protobuf is not loaded: prepare it first';
}
