import type { Lookup, SchemaSource } from '../shape.ts';
import { VALID, type Validator, type Verdict } from '../validate/verdict.ts';
import { apply } from './apply.ts';
import { nodeAt, open } from './library.ts';
import { metaschema } from './metaschema.ts';
import { type Library, type Node, type Scope, UNKNOWN, YES } from './model.ts';
import { addressOf } from './resolve.ts';
import { ruleBook } from './rules.ts';
import { begun, TOO_DEEP } from './run.ts';

export interface EvaluatorOptions {
  /**
   * Judge values by `format`, which every draft leaves open; true unless told otherwise, because people who write
   * `format: email` mean it.
   */
  readonly assertFormats?: boolean;
}

/**
 * Makes a judge of a JSON Schema, for as many values as there are. Nothing is compiled: a schema is made ready where a value
 * reaches it for the first time, and references are followed when they are met. Where something decisive cannot be told (a
 * keyword that makes no sense, a reference that leads nowhere, a pattern that could take for ages), the verdict is
 * `notChecked` with the reason; a value that is wrong anyway is told so.
 */
export function evaluatorOf(source: SchemaSource, lookup: Lookup, options: EvaluatorOptions = {}): Validator {
  return judgeOf(rootOf(source, lookup, options));
}

/** The outermost schema of a definition, ready to be laid on values, with a library of its own for all that it refers to. */
export function rootOf(source: SchemaSource, lookup: Lookup, options: EvaluatorOptions = {}): Node {
  const library: Library = {
    lookup,
    documents: [],
    resources: new Map(),
    ...ruleBook(lookup, options.assertFormats ?? true),
    metaschema,
  };
  const root = open(source, addressOf(source.id), library);
  return nodeAt(root.root, root);
}

/** Makes a judge of a schema in its place. */
export function judgeOf(node: Node): Validator {
  const scope: Scope = { resources: [], inner: new Map() };
  return value => {
    try {
      return judged(value);
    } catch (error) {
      if (error instanceof RangeError) return { notChecked: TOO_DEEP };
      throw error;
    }
  };

  /** Most values fit, so that why one does not is only looked for when it does not. */
  function judged(value: unknown): Verdict {
    const run = begun(scope, true);
    const result = apply(node, value, run);
    if (result === YES) return VALID;
    if (result === UNKNOWN) return { notChecked: run.unclear ?? UNCLEAR };
    const telling = begun(scope, false);
    apply(node, value, telling);
    const problems = [...(telling.problems?.values() ?? [])];
    return { valid: false, problems: problems.length > 0 ? problems : [{ pointer: '', message: UNEXPLAINED }] };
  }
}

const UNCLEAR = 'it cannot be told';
const UNEXPLAINED = 'is not what the schema says';
