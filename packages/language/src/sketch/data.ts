import { behind } from './find.ts';
import type { Node, Sketch } from './node.ts';

/** Deeper nesting is left out: nobody looks at it, and aliases can contain themselves. */
const MAX_DEPTH = 60;
/** Values beyond which nothing more is made. */
const MAX_VALUES = 20_000;

/**
 * A node as plain data; what is not written yet is null.
 *
 * @param referring gives the text of each `$ref`
 */
export function dataOf(sketch: Sketch, root: Node | undefined, referring: (reference: string) => string): unknown {
  let left = MAX_VALUES;
  return data(root, 0);

  function data(node: Node | undefined, depth: number): unknown {
    const at = behind(sketch, node);
    if (!at || depth > MAX_DEPTH || left-- <= 0) return null;
    if (at.is === 'scalar') return at.value;
    if (at.is === 'list') return at.items.map(({ value }) => data(value, depth + 1));
    const members = at.entries.map(({ key, value }) => [key, data(value, depth + 1)] as const);
    return Object.fromEntries(
      members.map(([key, value]) => [key, key === '$ref' && typeof value === 'string' ? referring(value) : value]),
    );
  }
}
