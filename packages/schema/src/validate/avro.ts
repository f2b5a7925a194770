import type { Compile } from '../libraries.ts';
import { outline } from '../outline/outline.ts';
import { validateByShape } from './by-shape.ts';

/** Makes a validator of an Avro schema, for values as people write them in examples and for Avro's own JSON encoding. */
export const compileAvro: Compile = (source, lookup) => {
  const shape = outline(source, lookup);
  if (shape.kind === 'opaque') return shape.notChecked ?? 'this Avro schema cannot be read';
  return value => validateByShape(shape, 'avro', value);
};
