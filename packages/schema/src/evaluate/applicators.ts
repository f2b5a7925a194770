import { isObject } from '../json.ts';
import { apply, tried } from './apply.ts';
import { dependent, has, type NamesByName } from './assertions.ts';
import { nodeAt } from './library.ts';
import { type Maker, NO, type Node, type Resource, type Result, UNKNOWN, YES } from './model.ts';
import { both, refuse } from './run.ts';

/** The keywords that lay other schemas on the same value. */

export const allOf: Maker = (schema, resource) => {
  const nodes = nodesOf(schema.allOf, resource);
  return (value, run) => {
    let result: Result = YES;
    for (let index = 0; index < nodes.length && (result !== NO || !run.quiet); index++) {
      result = both(result, apply(nodes[index] as Node, value, run));
    }
    return result;
  };
};

/** Every branch is looked at where somebody asks what was evaluated: each that fits adds to it. */
export const anyOf: Maker = (schema, resource) => {
  const nodes = nodesOf(schema.anyOf, resource);
  return (value, run) => {
    let result: Result = NO;
    for (let index = 0; index < nodes.length; index++) {
      const said = tried(nodes[index] as Node, value, run);
      if (said === YES && !run.evaluated) return YES;
      if (said === YES || result === NO) result = said;
    }
    if (result !== NO) return result;
    if (run.evaluated) run.evaluated.isPartial = true;
    return refuse(run, { keyword: 'anyOf' });
  };
};

export const oneOf: Maker = (schema, resource) => {
  const nodes = nodesOf(schema.oneOf, resource);
  return (value, run) => {
    let fitting = 0;
    let perhaps = 0;
    for (let index = 0; index < nodes.length && fitting < 2; index++) {
      const said = tried(nodes[index] as Node, value, run);
      if (said === YES) fitting++;
      else if (said === UNKNOWN) perhaps++;
    }
    if (fitting === 1 && perhaps === 0) return YES;
    if (perhaps > 0 && fitting < 2) return UNKNOWN;
    if (run.evaluated) run.evaluated.isPartial = true;
    return refuse(run, { keyword: 'oneOf', found: fitting });
  };
};

export const not: Maker = (schema, resource) => {
  const node = nodeAt(schema.not, resource);
  return (value, run) => {
    const { evaluated } = run;
    run.evaluated = undefined;
    const said = tried(node, value, run);
    run.evaluated = evaluated;
    if (said === YES) return refuse(run, { keyword: 'not' });
    return said === NO ? YES : UNKNOWN;
  };
};

/** `if`, `then` and `else`: the last two mean nothing without the first. */
export const conditional: Maker = (schema, resource) => {
  if (schema.if === undefined) return undefined;
  const condition = nodeAt(schema.if, resource);
  const consequence = schema.then === undefined ? undefined : nodeAt(schema.then, resource);
  const alternative = schema.else === undefined ? undefined : nodeAt(schema.else, resource);
  return (value, run) => {
    const said = tried(condition, value, run);
    if (said === UNKNOWN) {
      const [one, other] = [consequence, alternative].map(node => (node ? tried(node, value, run) : YES));
      // Whichever counts: where both say the same, that is it.
      if (one === NO && other === NO) return refuse(run, { keyword: 'if' });
      return one === YES && other === YES ? YES : UNKNOWN;
    }
    const node = said === YES ? consequence : alternative;
    return node ? apply(node, value, run) : YES;
  };
};

export const dependentSchemas: Maker = (schema, resource) =>
  dependentOn(Object.entries(schema.dependentSchemas as object), resource);

/** What `dependentRequired` and `dependentSchemas` were before 2019-09. */
export const dependencies: Maker = (schema, resource) => {
  const entries = Object.entries(schema.dependencies as Record<string, unknown>);
  const names = dependent(Object.fromEntries(entries.filter(([, asked]) => Array.isArray(asked))) as NamesByName);
  const schemas = dependentOn(
    entries.filter(([, asked]) => !Array.isArray(asked)),
    resource,
  );
  return (value, run) => both(names(value, run), schemas(value, run));
};

function dependentOn(entries: readonly (readonly [string, unknown])[], resource: Resource) {
  const nodes = entries.map(([name, schema]) => [name, nodeAt(schema, resource)] as const);
  return ((value, run) => {
    if (!isObject(value)) return YES;
    let result: Result = YES;
    for (const [name, node] of nodes) if (has(value, name)) result = both(result, apply(node, value, run));
    return result;
  }) satisfies ReturnType<Maker>;
}

function nodesOf(schemas: unknown, resource: Resource): Node[] {
  return (schemas as readonly unknown[]).map(schema => nodeAt(schema, resource));
}
