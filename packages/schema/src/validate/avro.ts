import { target } from '../avro/model.ts';
import { readAvro } from '../avro/read.ts';
import type { Compile } from '../libraries.ts';
import { judgeAvro } from './avro-value.ts';

/** Makes a validator of an Avro schema, for values as people write them in examples and for Avro's own JSON encoding. */
export const compileAvro: Compile = (source, lookup) => {
  const { type } = readAvro(source, lookup);
  const whole = target(type);
  if (whole.kind === 'unknown') return whole.reason;
  return value => judgeAvro(type, value, 'example');
};
