import { Validator as Engine, type OutputUnit, type SchemaDraft, type ValidationResult } from '@cfworker/json-schema';
import { type Dialect, dialectOf } from '../dialect.ts';
import { isObject, partsOf } from '../json.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { bundled } from './bundle.ts';
import { costOf } from './cost.ts';
import { problemsOf } from './problems.ts';
import { type Validator, type Verdict, verdictOf } from './verdict.ts';

/** Parts of a value beyond which it is not judged. */
const MOST_PARTS = 200_000;

/** Times that schemas may be looked at while one value is judged: about a second. */
const MOST_STEPS = 400_000;

const DRAFTS: Readonly<Record<Dialect, SchemaDraft>> = {
  'draft-04': '4',
  'openapi-3.0': '4',
  'draft-07': '7',
  '2019-09': '2019-09',
  '2020-12': '2020-12',
};

/**
 * Makes a validator of a JSON Schema and everything that it refers to. The engine interprets the schema: most schemas judge
 * one or two examples in their life, and compiling one costs as much as forty judgements.
 */
export function compileJsonSchema(source: SchemaSource, lookup: Lookup): Validator | string {
  const whole = bundled(source, lookup);
  if (typeof whole === 'string') return whole;
  const { schema, longest, longestName, unclear } = whole;
  const base = { id: source.id, root: schema, dialect: dialectOf(source) };
  const engine = new Engine(schema, DRAFTS[base.dialect], false);
  return value => {
    if (partsOf(value, MOST_PARTS) >= MOST_PARTS) return { notChecked: 'the value is too large to be judged' };
    // As it would be sent: members that are undefined are not there.
    const sent: unknown = JSON.parse(JSON.stringify(value ?? null));
    const { text, name } = longestIn(sent);
    if (name > longestName) return { notChecked: TOO_LONG };
    if (costOf(schema, base, sent, MOST_STEPS) > MOST_STEPS) {
      return { notChecked: 'judging it could take too long: its schemas multiply' };
    }
    const verdict = judged(engine, schema, sent);
    if (!('valid' in verdict && verdict.valid)) return verdict;
    if (text > longest) return { notChecked: TOO_LONG };
    return unclear === undefined ? verdict : { notChecked: unclear };
  };
}

const TOO_LONG = 'trying its patterns on a text this long could take too long';

function judged(engine: Engine, schema: unknown, value: unknown): Verdict {
  let result: ValidationResult;
  try {
    result = engine.validate(value);
  } catch (error) {
    const missing = /^Unresolved \$ref "([^"]*)"/.exec(error instanceof Error ? error.message : '')?.[1];
    if (missing === undefined) throw error;
    return { notChecked: `it refers to “${missing}”, which is not there` };
  }
  if (result.valid) return verdictOf([]);
  const problems = problemsOf(result.errors as OutputUnit[], schema, value);
  return verdictOf(problems.length > 0 ? problems : [{ pointer: '', message: 'is not what the schema says' }]);
}

/** Lengths of the longest text and of the longest name of a member in a value. */
function longestIn(value: unknown): { text: number; name: number } {
  if (typeof value === 'string') return { text: value.length, name: 0 };
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  const names = isObject(value) ? Object.keys(value) : [];
  const found = { text: 0, name: names.reduce((most, name) => Math.max(most, name.length), 0) };
  for (const { text, name } of inner.map(longestIn)) {
    found.text = Math.max(found.text, text);
    found.name = Math.max(found.name, name);
  }
  return found;
}
