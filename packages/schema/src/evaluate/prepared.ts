import { isObject, typeOf } from '../json.ts';
import { flawOf } from './flaws.ts';
import { type Check, type Maker, type Node, YES } from './model.ts';
import { all, noteAll, nothingEvaluated, refuse, unclear } from './run.ts';

/**
 * Makes the checks of a schema, at its first visit: of a large schema most values only ever see a part. Keywords that the
 * draft does not know say nothing, as it demands.
 */
export function prepared(node: Node): readonly Check[] {
  node.checks ??= checksOf(node);
  return node.checks;
}

function checksOf(node: Node): readonly Check[] {
  const { schema, resource } = node;
  const { rules } = resource;
  if (schema === true) return [];
  if (schema === false) return [(_, run) => refuse(run, { keyword: 'false' })];
  if (!isObject(schema)) return [always(`a JSON Schema is an object or a boolean, and one here is ${typeOf(schema)}`)];
  if (rules.unclear !== undefined) return [always(rules.unclear)];

  const checks: Check[] = [];
  const said: Record<string, unknown> = {};
  const makers: Maker[] = [];
  const lateMakers: Maker[] = [];
  const isAlone = !rules.heedsSiblings && typeof schema.$ref === 'string';
  for (const name of isAlone ? ['$ref'] : Object.keys(schema)) {
    const keyword = rules.keywords.get(name);
    const value = schema[name];
    if (keyword?.maker === undefined || value === undefined) continue;
    const flaw = flawOf(name, keyword.form, value);
    if (flaw !== undefined) {
      checks.push(always(flaw));
      continue;
    }
    said[name] = value;
    const others = keyword.vocabulary === 'unevaluated' ? lateMakers : makers;
    if (!others.includes(keyword.maker)) others.push(keyword.maker);
    node.branches ||= BRANCHING.has(keyword.vocabulary);
  }
  add(makers, checks);
  const late: Check[] = [];
  add(lateMakers, late);
  const whole = late.length > 0 ? [watched(checks, late)] : checks;
  return said.nullable === true ? [orNull(whole)] : whole;

  function add(some: readonly Maker[], to: Check[]): void {
    for (const maker of some) {
      const check = maker(said, resource);
      if (check) to.push(check);
    }
  }
}

const BRANCHING: ReadonlySet<string> = new Set(['core', 'applicator', 'unevaluated']);

function always(reason: string): Check {
  return (_, run) => unclear(run, reason);
}

/** OpenAPI 3.0 allows null beside whatever else a schema says. */
function orNull(checks: readonly Check[]): Check {
  return (value, run) => (value === null ? YES : all(checks, value, run));
}

/** What is left over is only known when everything else has been looked at. */
function watched(checks: readonly Check[], late: readonly Check[]): Check {
  return (value, run) => {
    if (value === null || typeof value !== 'object') return all(checks, value, run);
    const outer = run.evaluated;
    const mine = nothingEvaluated();
    run.evaluated = mine;
    const result = all([...checks, ...late], value, run);
    run.evaluated = outer;
    if (outer) noteAll(outer, mine);
    return result;
  };
}
