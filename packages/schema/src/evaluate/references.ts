import { apply } from './apply.ts';
import { nodeAt } from './library.ts';
import type { Check, Maker, Node, Resource, Result, Run, Scope } from './model.ts';
import { anchorIn, resolve, type Target } from './resolve.ts';
import { unclear } from './run.ts';

/** The references of the vocabulary “core”. They are followed when they are met first. */

export const reference: Maker = (schema, resource) => following(String(schema.$ref), resource, target => target.node);

/**
 * `$dynamicRef` (2020-12): where it leads to a `$dynamicAnchor`, the outermost resource on the way with one of the same name
 * takes its place.
 */
export const dynamicReference: Maker = (schema, resource) =>
  following(String(schema.$dynamicRef), resource, (target, run) => dynamicTarget(target, run.scope));

/** The schema that a `$dynamicRef` means where the way led through these resources. */
export function dynamicTarget({ node, dynamicAnchor }: Target, scope: Scope): Node {
  if (dynamicAnchor === undefined) return node;
  for (const outer of scope.resources) {
    const anchor = anchorIn(outer, dynamicAnchor);
    if (anchor?.isDynamic) return nodeAt(anchor.schema, outer);
  }
  return node;
}

/** `$recursiveRef` (2019-09): the same with the root of resources that say `$recursiveAnchor: true`. */
export const recursiveReference: Maker = (schema, resource) =>
  following(String(schema.$recursiveRef), resource, (target, run) => recursiveTarget(target, run.scope));

/** The schema that a `$recursiveRef` means where the way led through these resources. */
export function recursiveTarget({ node }: Target, scope: Scope): Node {
  if (!isRecursive(node.resource) || node.schema !== node.resource.root) return node;
  const outermost = scope.resources.find(isRecursive);
  return outermost ? nodeAt(outermost.root, outermost) : node;
}

function isRecursive({ root }: Resource): boolean {
  return (root as { $recursiveAnchor?: unknown } | undefined)?.$recursiveAnchor === true;
}

function following(written: string, resource: Resource, chosen: (target: Target, run: Run) => Node): Check {
  let target: Target | string | undefined;
  return (value, run) => {
    target ??= resolve(written, resource);
    return typeof target === 'string' ? unclear(run, target) : once(chosen(target, run), value, run);
  };
}

/** Lays a schema on a value, unless that is being done already: then it would never end. */
function once(node: Node, value: unknown, run: Run): Result {
  const { activeAt } = node;
  const level = run.stamp + run.path.length;
  if (activeAt === level) return unclear(run, 'it refers to itself without end');
  node.activeAt = level;
  const result = apply(node, value, run);
  node.activeAt = activeAt;
  return result;
}
