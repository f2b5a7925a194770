import { pointerOf } from '@portolan/base';
import { MOST_PROBLEMS } from '../validate/verdict.ts';
import { type Check, type Evaluated, NO, type Result, type Run, type Scope, UNKNOWN, YES } from './model.ts';
import { type Failure, sentenceOf } from './sentence.ts';

/** What is said of values, or schemas, that the stack of JavaScript does not hold. */
export const TOO_DEEP = 'it is nested too deeply to be judged';

let stamp = 0;

/** More levels than a value that is judged can have. */
const LEVELS = 4_096;

/** Begins a judgement; a quiet one only finds out whether the value fits. */
export function begun(scope: Scope, quiet: boolean): Run {
  stamp += LEVELS;
  return {
    stamp,
    quiet,
    steps: 0,
    depth: 0,
    path: [],
    scope,
    evaluated: undefined,
    problems: undefined,
    unclear: undefined,
    memory: undefined,
    told: undefined,
  };
}

/** All must hold; where nobody asks why not, the first that does not ends it. */
export function all(checks: readonly Check[], value: unknown, run: Run): Result {
  let result: Result = YES;
  // Not for…of: its frames on the stack are twice as large, and schemas are nested.
  for (let index = 0; index < checks.length; index++) {
    const said = (checks[index] as Check)(value, run);
    if (said === YES) continue;
    result = both(result, said);
    if (result === NO && run.quiet) break;
  }
  return result;
}

/** Both must hold. */
export function both(a: Result, b: Result): Result {
  if (a === NO || b === NO) return NO;
  return a === YES ? b : UNKNOWN;
}

/** Schemas that may be laid on parts of one value, and other work of that size: a fraction of a second. */
const MOST_STEPS = 1_000_000;

/** Counts work; true when there has been too much of it, and then nothing more can be told. */
export function overspent(run: Run, steps: number): boolean {
  run.steps += steps;
  if (run.steps <= MOST_STEPS) return false;
  unclear(run, 'judging it could take too long: its schemas multiply');
  return true;
}

/** Notes a failure, if anybody wants to know. */
export function refuse(run: Run, failure: Failure): Result {
  if (run.quiet) return NO;
  const pointer = pointerOf('', ...run.path);
  const message = sentenceOf(failure);
  run.problems ??= new Map();
  run.problems.set(`${pointer} ${message}`, { pointer, message });
  if (run.problems.size >= MOST_PROBLEMS) run.quiet = true;
  return NO;
}

/** Notes why something cannot be told. */
export function unclear(run: Run, reason: string): Result {
  run.unclear ??= reason;
  if (run.evaluated) run.evaluated.isPartial = true;
  return UNKNOWN;
}

export function nothingEvaluated(): Evaluated {
  return { names: new Set(), items: 0, someItems: new Set(), isPartial: false };
}

export function noteAll(into: Evaluated, from: Evaluated): void {
  for (const name of from.names) into.names.add(name);
  for (const index of from.someItems) into.someItems.add(index);
  into.items = Math.max(into.items, from.items);
  into.isPartial ||= from.isPartial;
}
