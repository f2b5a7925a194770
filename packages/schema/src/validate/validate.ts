import { isJsonSchema } from '../dialect.ts';
import { isObject } from '../json.ts';
import { type Compile, libraries } from '../libraries.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { compileAvro } from './avro.ts';
import type { Validator, Verdict } from './verdict.ts';

/**
 * Says whether a JSON value is what a schema says. Avro and Protobuf are judged by their JSON forms. Never throws and
 * never runs away: what cannot be judged, or would take too long, is `notChecked` with the reason.
 *
 * Compiled schemas are kept as long as their definition lives. Needs `prepare` for `protobuf` and the JSON Schema family.
 */
export function validate(source: SchemaSource, lookup: Lookup, value: unknown): Verdict {
  try {
    const validator = validatorOf(source, lookup);
    return typeof validator === 'string' ? { notChecked: validator } : validator(value);
  } catch (error) {
    return { notChecked: `could not be judged: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const compiled = new WeakMap<object, Validator | string>();

function validatorOf(source: SchemaSource, lookup: Lookup): Validator | string {
  const compile = compilerOf(source.format);
  if (typeof compile === 'string') return compile;
  const key = isObject(source.definition) ? source.definition : source;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compile(source, lookup);
  compiled.set(key, made);
  return made;
}

function compilerOf(format: string): Compile | string {
  if (format === 'avro') return compileAvro;
  if (isJsonSchema(format)) return libraries.compileJsonSchema ?? unprepared(format);
  if (format === 'protobuf') return libraries.compileProtobuf ?? unprepared(format);
  return `Portolan does not judge values by ${format === 'other' ? 'this schema format' : format}`;
}

function unprepared(format: string): string {
  return `the validator for ${format} is not loaded: prepare it first`;
}
