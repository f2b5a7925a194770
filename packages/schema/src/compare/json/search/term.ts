import { apply, entered } from '../../../evaluate/apply.ts';
import { nodeAt } from '../../../evaluate/library.ts';
import type { Node, Resource, Result, Scope } from '../../../evaluate/model.ts';
import { begun } from '../../../evaluate/run.ts';
import type { Term } from './part.ts';

const known = new WeakMap<Node, Term[]>();

/** The term of a schema that a reference led to through `outer`: always the same, so that whoever goes in circles notices. */
export function termOf(node: Node, outer: Scope): Term {
  const { resource } = node;
  const scope = resource.rules.isDynamic ? entered(outer, resource) : outer;
  const terms = known.get(node) ?? [];
  if (terms.length === 0) known.set(node, terms);
  const same = terms.find(term => term.scope === scope);
  if (same) return same;
  const made: Term = { node, scope, parts: undefined, key: undefined };
  terms.push(made);
  return made;
}

/** The term of a schema that stands directly inside another. */
export function termInside(schema: unknown, resource: Resource, outer: Scope): Term {
  const node = nodeAt(schema, resource);
  const scope = node.resource.rules.isDynamic ? entered(outer, node.resource) : outer;
  return { node, scope, parts: undefined, key: undefined };
}

let lastId = 0;

/** A number that no other term has. */
export function idOf(term: Term): number {
  term.id ??= ++lastId;
  return term.id;
}

/** What a schema says about a value. Values that are too deep for the stack cannot be told. */
export function judged({ node, scope }: Term, value: unknown): Result {
  return apply(node, value, begun(scope, true));
}
