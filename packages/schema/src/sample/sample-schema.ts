import { newSearch } from '../compare/json/search/find.ts';
import { be } from '../compare/json/search/goal.ts';
import { termOf } from '../compare/json/search/term.ts';
import { isJsonSchema } from '../dialect.ts';
import { judgeOf, rootOf } from '../evaluate/evaluate.ts';
import { outline } from '../outline/outline.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { sample } from './sample.ts';

/** Steps of looking for a value where the likely ones do not fit. */
const MOST_STEPS = 50_000;

/** Other seeds that are tried before a value is put together from the rules alone. */
const OTHERS = 4;

/**
 * A message that a JSON Schema takes, tried on it: realistic where the schema can be met by what is usual under its names,
 * else put together from its rules. Deterministic in the seed.
 *
 * @returns undefined when no such message was found, as for a schema that allows nothing
 */
export function sampleOf(source: SchemaSource, lookup: Lookup, seed = 1): unknown {
  if (!isJsonSchema(source.format)) return sample(outline(source, lookup), seed);
  const root = rootOf(source, lookup);
  const judge = judgeOf(root);
  const fits = (value: unknown): boolean => {
    const verdict = judge(value);
    return 'valid' in verdict && verdict.valid;
  };
  const shape = outline(source, lookup);
  for (let turn = 0; turn <= OTHERS; turn++) {
    const value = sample(shape, seed + turn * 1_000);
    if (value !== undefined && fits(value)) return value;
  }
  try {
    const answer = newSearch(MOST_STEPS).ask([be(termOf(root, { resources: [], inner: new Map() }))]);
    return answer.kind === 'found' && fits(answer.value) ? answer.value : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
