import { pointerOf } from '@portolan/base';
import { behind, findAt, textOf } from '../sketch/find.ts';
import type { Entry, Sketch } from '../sketch/node.ts';

/** The members of what stands at some keys. */
export function entriesAt(sketch: Sketch, ...keys: readonly string[]): readonly Entry[] {
  const node = behind(sketch, findAt(sketch, keys)?.node);
  return node?.is === 'map' ? node.entries : [];
}

/** Names of the security schemes of a document. */
export function schemeNames(sketch: Sketch): string[] {
  return entriesAt(sketch, 'components', 'securitySchemes').map(({ key }) => key);
}

/** References to the members of what stands at some keys of the same file. */
export function pointersBelow(sketch: Sketch, ...keys: readonly string[]): string[] {
  return entriesAt(sketch, ...keys).map(({ key }) => `#${encodeFragment(pointerOf('', ...keys, key))}`);
}

/** A JSON pointer as the fragment of a reference: what a URI does not take is percent-encoded. */
export function encodeFragment(pointer: string): string {
  return encodeURI(pointer.toWellFormed()).replaceAll('#', '%23');
}

/** Every text that stands as the value of a member of this name, each once. */
export function textsOf(sketch: Sketch, name: string, nodes = 20_000): string[] {
  const found = new Set<string>();
  const waiting = [sketch.root];
  for (let count = 0; waiting.length > 0 && count < nodes; count++) {
    const node = waiting.pop();
    if (node?.is === 'list') for (const { value } of node.items) waiting.push(value);
    if (node?.is !== 'map') continue;
    for (const { key, value } of node.entries) {
      const text = key === name ? textOf(value) : undefined;
      if (text !== undefined && text !== '') found.add(text);
      waiting.push(value);
    }
  }
  return [...found];
}
