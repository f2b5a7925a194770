import type { Compile } from '../libraries.ts';
import { mistakeIn, readProtobuf } from '../protobuf/read.ts';
import { judgeProtobuf } from './protobuf-value.ts';

/** Makes a validator of a Protobuf message, for values in its JSON form (protobuf.dev/programming-guides/json). */
export const compileProtobuf: Compile = (source, lookup) => {
  const reading = readProtobuf(source, lookup);
  if (typeof reading === 'string') return reading;
  const mistake = mistakeIn(reading.file, source.definition as string);
  if (mistake !== undefined) return mistake;
  return value => judgeProtobuf(reading, value);
};
