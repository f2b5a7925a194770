import { isObject } from '../json.ts';
import { type Matcher, matcherOf } from '../pattern/match.ts';
import { descend, tried } from './apply.ts';
import { noPattern, TOO_LONG_A_TEXT } from './assertions.ts';
import { nodeAt } from './library.ts';
import { type Maker, NO, type Node, type Resource, type Result, type Run, UNKNOWN, YES } from './model.ts';
import { both, overspent, refuse, unclear } from './run.ts';

/** `properties`, `patternProperties` and `additionalProperties`, which is about what the other two leave over. */
export const members: Maker = (schema, resource) => {
  const named = new Map(nodesByName(schema.properties, resource));
  const patterned = nodesByName(schema.patternProperties, resource).map(([source, node]) => ({
    source,
    node,
    matches: matcherOf(source),
  }));
  const isClosed = schema.additionalProperties === false;
  const others = schema.additionalProperties === undefined ? undefined : nodeAt(schema.additionalProperties, resource);

  return (value, run) => {
    if (!isObject(value)) return YES;
    let result: Result = YES;
    const names = Object.keys(value);
    if (overspent(run, names.length >> 2)) return UNKNOWN;
    for (let index = 0; index < names.length && (result !== NO || !run.quiet); index++) {
      const name = names[index] as string;
      if (value[name] === undefined) continue;
      const node = named.get(name);
      let found: Found = node ? 'known' : 'other';
      if (node) result = both(result, descend(node, value[name], name, run));
      if (patterned.length > 0) {
        const said = byPatterns(patterned, value[name], name, run);
        result = both(result, said.result);
        if (found === 'other') found = said.found;
      }
      if (found === 'other' && others) {
        found = 'known';
        if (!isClosed) result = both(result, descend(others, value[name], name, run));
        else result = refuse(run, { keyword: 'additionalProperties', name });
      }
      if (found === 'known' && run.evaluated) run.evaluated.names.add(name);
    }
    return result;
  };
};

/** Whether a member is one that the schema speaks of; uncertain where its name could not be tried. */
type Found = 'known' | 'other' | 'uncertain';

interface Patterned {
  readonly source: string;
  readonly node: Node;
  readonly matches: Matcher | string;
}

function byPatterns(
  patterned: readonly Patterned[],
  member: unknown,
  name: string,
  run: Run,
): { result: Result; found: Found } {
  if (overspent(run, patterned.length)) return { result: UNKNOWN, found: 'uncertain' };
  let result: Result = YES;
  let found: Found = 'other';
  for (const { source, node, matches } of patterned) {
    const said = matching(matches, name);
    if (said === YES) {
      found = 'known';
      result = both(result, descend(node, member, name, run));
    } else if (said === UNKNOWN) {
      if (found === 'other') found = 'uncertain';
      result = both(result, unclear(run, typeof matches === 'string' ? noPattern(source) : TOO_LONG_A_TEXT));
    }
  }
  return { result, found };
}

/** `propertyNames`: every name must fit. */
export const propertyNames: Maker = (schema, resource) => {
  const node = nodeAt(schema.propertyNames, resource);
  return (value, run) => {
    if (!isObject(value)) return YES;
    const { evaluated } = run;
    run.evaluated = undefined;
    let result: Result = YES;
    for (const name of Object.keys(value)) {
      if (value[name] === undefined) continue;
      // A name is a value of its own, one level further in.
      run.path.push(name);
      result = both(result, tried(node, name, run));
      run.path.pop();
      if (result === NO) break;
    }
    run.evaluated = evaluated;
    return result === NO ? refuse(run, { keyword: 'propertyNames' }) : result;
  };
};

function nodesByName(schemas: unknown, resource: Resource): [string, Node][] {
  return Object.entries(isObject(schemas) ? schemas : {}).map(([name, schema]) => [name, nodeAt(schema, resource)]);
}

function matching(matches: Matcher | string, name: string): Result {
  const said = typeof matches === 'string' ? undefined : matches(name);
  return said === undefined ? UNKNOWN : said ? YES : NO;
}
