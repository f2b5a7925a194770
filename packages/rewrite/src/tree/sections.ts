import { isMap } from 'yaml';
import { child, type MapNode, mapOf, pairOf, put } from './nodes.ts';

/** A section of the components of a document; made when there is none. */
export function sectionIn(root: MapNode, name: string): MapNode {
  if (!isMap(child(root, 'components'))) put(root, 'components', mapOf([]));
  const components = child(root, 'components') as MapNode;
  if (!isMap(child(components, name))) put(components, name, mapOf([]));
  return child(components, name) as MapNode;
}

/** A name that a section of the components allows and does not have yet. */
export function freeKey(map: unknown, wish: string): string {
  const name = wish.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'unnamed';
  if (!pairOf(map, name)) return name;
  for (let number = 2; ; number++) if (!pairOf(map, `${name}-${number}`)) return `${name}-${number}`;
}
