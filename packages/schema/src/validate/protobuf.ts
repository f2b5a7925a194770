import type { Compile } from '../libraries.ts';
import { outline } from '../outline/outline.ts';
import { validateByShape } from './by-shape.ts';

/** Makes a validator of a Protobuf message, for values in its JSON form (protobuf.dev/programming-guides/json). */
export const compileProtobuf: Compile = (source, lookup) => {
  const shape = outline(source, lookup);
  if (shape.kind === 'opaque') return shape.notChecked ?? 'this Protobuf text cannot be read';
  return value => validateByShape(shape, 'protobuf', value);
};
