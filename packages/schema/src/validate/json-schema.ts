import { Validator as Engine, type OutputUnit, type SchemaDraft } from '@cfworker/json-schema';
import { type Dialect, dialectOf } from '../dialect.ts';
import { isObject, partsOf } from '../json.ts';
import { longestText } from '../pattern/risk.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { bundled } from './bundle.ts';
import { problemsOf } from './problems.ts';
import { type Validator, verdictOf } from './verdict.ts';

/** Parts of a value beyond which it is not judged. */
const MOST_PARTS = 200_000;

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
  const { schema, patterns } = whole;
  const broken = patterns.find(pattern => !isExpression(pattern));
  if (broken !== undefined) return `its pattern ${broken} is no regular expression`;
  const longest = Math.min(...patterns.map(longestText));
  const engine = new Engine(schema, DRAFTS[dialectOf(source)], false);
  return value => {
    if (partsOf(value, MOST_PARTS) >= MOST_PARTS) return { notChecked: 'the value is too large to be judged' };
    if (longestIn(value) > longest)
      return { notChecked: 'trying its patterns on a text this long could take too long' };
    // As it would be sent: members that are undefined are not there.
    const { valid, errors } = engine.validate(JSON.parse(JSON.stringify(value ?? null)));
    return verdictOf(valid ? [] : problemsOf(errors as OutputUnit[], schema, value));
  };
}

function isExpression(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

/** Length of the longest text in a value, names of members included. */
function longestIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((most: number, item) => Math.max(most, longestIn(item)), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((most, [name, item]) => Math.max(most, name.length, longestIn(item)), 0);
}
