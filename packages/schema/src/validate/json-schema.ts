import { evaluatorOf } from '../evaluate/evaluate.ts';
import type { Compile } from '../libraries.ts';

/** Makes a validator of a JSON Schema and everything that it refers to. */
export const compileJsonSchema: Compile = (source, lookup) => evaluatorOf(source, lookup);
