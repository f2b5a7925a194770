import { pointerOf } from '@portolan/base';
import { index } from './library.ts';
import {
  type Memory,
  type Node,
  type Remembered,
  type Resource,
  type Result,
  type Run,
  type Scope,
  UNKNOWN,
  YES,
} from './model.ts';
import { prepared } from './prepared.ts';
import { all, noteAll, nothingEvaluated, overspent, TOO_DEEP, unclear } from './run.ts';

/** Steps after which results are remembered. Few judgements take as many, and remembering costs more than judging. */
const MANY_STEPS = 2_000;

/** Schemas inside schemas; the stack of JavaScript holds about twice as many. */
const MOST_DEPTH = 800;

/** Lays a schema on a value. Each level costs few frames of the stack: what is rare is done elsewhere. */
export function apply(node: Node, value: unknown, run: Run): Result {
  if (overspent(run, 1)) return UNKNOWN;
  const checks = node.checks ?? prepared(node);
  if (checks.length === 0) return YES;
  if (run.depth >= MOST_DEPTH) return unclear(run, TOO_DEEP);
  if (node.resource.rules.isDynamic || (node.branches && run.steps > MANY_STEPS)) return carefully(node, value, run);
  run.depth++;
  const result = all(checks, value, run);
  run.depth--;
  return result;
}

/** Where references depend on the way that led to them, or work threatens to multiply. */
function carefully(node: Node, value: unknown, run: Run): Result {
  const { scope } = run;
  if (node.resource.rules.isDynamic) run.scope = entered(scope, node.resource);
  run.depth++;
  const isRepeated = node.branches && run.steps > MANY_STEPS;
  const result = isRepeated ? remembered(node, value, run) : all(node.checks ?? [], value, run);
  run.depth--;
  run.scope = scope;
  return result;
}

/** Lays a schema on a member or an item of the value that is being judged. */
export function descend(node: Node, value: unknown, key: string | number, run: Run): Result {
  const { evaluated } = run;
  run.evaluated = undefined;
  run.path.push(key);
  const result = apply(node, value, run);
  run.path.pop();
  run.evaluated = evaluated;
  return result;
}

/** Lays a schema on a value to see whether it fits, without telling why not. What it evaluates is noted only if it does. */
export function tried(node: Node, value: unknown, run: Run): Result {
  const { quiet, evaluated } = run;
  const fresh = evaluated && nothingEvaluated();
  run.quiet = true;
  run.evaluated = fresh;
  const result = apply(node, value, run);
  run.quiet = quiet;
  run.evaluated = evaluated;
  if (evaluated && fresh) {
    if (result === YES) noteAll(evaluated, fresh);
    else if (result === UNKNOWN) evaluated.isPartial = true;
  }
  return result;
}

/** Where problems are told, the same value in two places has two of them. */
function remembered(node: Node, value: unknown, run: Run): Result {
  const key = run.quiet ? value : pointerOf('', ...run.path);
  const results = resultsOf(node, run);
  const known = results.get(key);
  if (known && (known.evaluated || !run.evaluated)) {
    if (run.evaluated && known.evaluated) noteAll(run.evaluated, known.evaluated);
    return known.result;
  }
  const { evaluated } = run;
  if (evaluated) run.evaluated = nothingEvaluated();
  const result = all(node.checks ?? [], value, run);
  results.set(key, { result, evaluated: run.evaluated });
  if (evaluated && run.evaluated) noteAll(evaluated, run.evaluated);
  run.evaluated = evaluated;
  return result;
}

function resultsOf(node: Node, run: Run): Map<unknown, Remembered> {
  if (run.quiet) run.memory ??= new Map();
  else run.told ??= new Map();
  const memory = (run.quiet ? run.memory : run.told) as Memory;
  const inScope = memory.get(run.scope) ?? new Map<Node, Map<unknown, Remembered>>();
  memory.set(run.scope, inScope);
  const results = inScope.get(node) ?? new Map<unknown, Remembered>();
  inScope.set(node, results);
  return results;
}

/** Only resources that references may choose matter, and of those only the first time that the way leads through them. */
export function entered(scope: Scope, resource: Resource): Scope {
  index(resource.document);
  if (!resource.isDynamic || scope.resources.includes(resource)) return scope;
  const known = scope.inner.get(resource);
  if (known) return known;
  const inner: Scope = { resources: [...scope.resources, resource], inner: new Map() };
  scope.inner.set(resource, inner);
  return inner;
}
