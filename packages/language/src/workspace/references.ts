import { type Target, targetOf } from '@portolan/contract/text';
import { textOf } from '../sketch/find.ts';
import type { Node, ScalarNode, Sketch } from '../sketch/node.ts';

/** A `$ref` as it is written somewhere. */
export interface Reference {
  /** Location of the file that it stands in. */
  readonly location: string;
  /** Keys of the object that holds it. */
  readonly keys: readonly string[];
  readonly text: string;
  /** The text in the file. */
  readonly node: ScalarNode;
  /** What it names, before anything there is followed. */
  readonly target: Target;
}

const known = new WeakMap<Sketch, readonly Reference[]>();

/** Every reference in a file, in the order of the text. What only looks like one, in an example, counts too. */
export function referencesIn(sketch: Sketch, location: string): readonly Reference[] {
  const before = known.get(sketch);
  if (before) return before;
  const found: Reference[] = [];
  const keys: string[] = [];
  visit(sketch.root);
  known.set(sketch, found);
  return found;

  function visit(node: Node | undefined): void {
    if (node?.is === 'map') {
      for (const { key, value } of node.entries) {
        const text = key === '$ref' ? textOf(value) : undefined;
        if (text !== undefined && value?.is === 'scalar') {
          found.push({ location, keys: [...keys], text, node: value, target: targetOf(text, location) });
        }
        keys.push(key);
        visit(value);
        keys.pop();
      }
    } else if (node?.is === 'list') {
      for (const [index, { value }] of node.items.entries()) {
        keys.push(String(index));
        visit(value);
        keys.pop();
      }
    }
  }
}
