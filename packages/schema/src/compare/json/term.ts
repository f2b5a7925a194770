import { apply, entered } from '../../evaluate/apply.ts';
import { nodeAt } from '../../evaluate/library.ts';
import type { Node, Resource, Result, Scope } from '../../evaluate/model.ts';
import { begun } from '../../evaluate/run.ts';
import type { Part } from './part.ts';

/** A schema in its place, with the way that led to it as far as references depend on that. There is one of each. */
export interface Term {
  readonly node: Node;
  /** Resources that dynamic references may choose from, the one of the schema itself among them. */
  readonly scope: Scope;
  /** What its keywords say, once somebody asked. */
  parts: readonly Part[] | undefined;
  /** Equal for schemas that say the same, once somebody asked; see `keyOfTerm`. */
  key: number | undefined;
}

const known = new WeakMap<Node, Term[]>();

/** The term of a schema that the way led to through `outer`. */
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
export function termInside(schema: unknown, resource: Resource, scope: Scope): Term {
  return termOf(nodeAt(schema, resource), scope);
}

/** What a schema says about a value. Values that are too deep for the stack cannot be told. */
export function judged({ node, scope }: Term, value: unknown): Result {
  return apply(node, value, begun(scope, true));
}
