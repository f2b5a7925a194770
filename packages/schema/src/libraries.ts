import type { Flaw } from './flaw.ts';
import type { Walk } from './outline/walk.ts';
import type { Lookup, SchemaSource, Shape } from './shape.ts';
import type { Validator } from './validate/verdict.ts';

/**
 * The readers and validators that are large. They are filled in by `prepare`, so that whoever never meets Protobuf or
 * never validates does not pay for loading them.
 */
interface Libraries {
  outlineProtobuf?: (source: SchemaSource, walk: Walk) => Shape;
  compileProtobuf?: Compile;
  protobufFlaws?: (source: SchemaSource, lookup: Lookup) => readonly Flaw[];
  compileJsonSchema?: Compile;
}

/** Makes a validator of a schema once, for many values; a sentence says why it cannot. */
export type Compile = (source: SchemaSource, lookup: Lookup) => Validator | string;

export const libraries: Libraries = {};
