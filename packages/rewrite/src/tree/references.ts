import { pointerOf } from '@portolan/base';
import { isUrl, targetOf } from '@portolan/contract/text';
import { isMap, isSeq } from 'yaml';
import { type MapNode, pairOf, referenceOf, retext } from './nodes.ts';

/** A reference to a place in the same file, as a URI fragment (RFC 3986, RFC 6901 section 6). */
export function localReference(...keys: readonly string[]): string {
  return fragment(pointerOf('', ...keys));
}

/** A pointer as a URI fragment. */
export function fragment(pointer: string): string {
  return `#${encoded(pointer)}`;
}

/** A reference that means the same thing when it stands in another file. */
export function movedReference(reference: string, from: string, to: string): string {
  if (isUrl(reference)) return reference;
  const { location } = targetOf(reference, from);
  const hash = reference.indexOf('#');
  const rest = hash < 0 ? '' : reference.slice(hash);
  return location === to ? rest || '#' : `${relative(to, location)}${rest}`;
}

/** How one file is named from another. */
export function relative(from: string, to: string): string {
  if (isUrl(to)) return to;
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  const path = [...here.map(() => '..'), ...there].map(part => encoded(part).replaceAll('?', '%3F'));
  return here.length > 0 ? path.join('/') : `./${path.join('/')}`;
}

function encoded(text: string): string {
  return encodeURI(text.toWellFormed()).replaceAll('#', '%23');
}

/** Gives a reference node another target, quoted as before. */
export function redirect(node: MapNode, reference: string): void {
  const pair = pairOf(node, '$ref');
  if (pair && referenceOf(node) !== reference) pair.value = retext(pair.value, reference);
}

/** Rewrites every `$ref` in a node for another file. What only looks like a reference is one to the reader's loading too. */
export function reanchor(node: unknown, from: string, to: string): void {
  if (isSeq(node)) {
    for (const item of node.items) reanchor(item, from, to);
    return;
  }
  if (!isMap(node)) return;
  const reference = referenceOf(node);
  if (reference !== undefined) redirect(node as MapNode, movedReference(reference, from, to));
  for (const { value } of (node as MapNode).items) reanchor(value, from, to);
}
