import { keysOf } from '@portolan/base';
import type { Seen } from '@portolan/contract/text';
import type { Entry, Item, MapNode, Node, Sketch } from './node.ts';

/** What stands at some keys: a member of a mapping or an item of a list, or the root, which is neither. */
export interface Found {
  readonly entry?: Entry;
  readonly item?: Item;
  readonly node: Node | undefined;
}

/** Finds what stands at a pointer, through aliases; undefined where nothing does. */
export function findAt(sketch: Sketch, pointer: string | readonly string[]): Found | undefined {
  let found: Found = { node: sketch.root };
  for (const key of typeof pointer === 'string' ? keysOf(pointer) : pointer) {
    const next = below(sketch, found.node, key);
    if (!next) return undefined;
    found = next;
  }
  return found;
}

/** The member or item of a node. A merge key (`<<`) answers for what is not there itself. */
function below(sketch: Sketch, node: Node | undefined, key: string, depth = 0): Found | undefined {
  const at = behind(sketch, node);
  if (at?.is === 'map') {
    const entry = at.entries.find(known => known.key === key);
    if (entry) return { entry, node: entry.value };
    const merged = depth < 20 ? at.entries.find(known => known.key === '<<') : undefined;
    return merged && below(sketch, merged.value, key, depth + 1);
  }
  if (at?.is !== 'list' || !/^\d+$/.test(key)) return undefined;
  const item = at.items[Number(key)];
  return item && { item, node: item.value };
}

/** The node itself, or what its alias stands for. */
export function behind(sketch: Sketch, node: Node | undefined): Exclude<Node, { is: 'alias' }> | undefined {
  let at = node;
  for (let steps = 0; at?.is === 'alias' && steps < 20; steps++) at = sketch.anchors.get(at.name);
  return at?.is === 'alias' ? undefined : at;
}

/** The text of a scalar; undefined for everything else. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.is === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The member of a mapping, without regard for aliases. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.is === 'map' ? node.entries.find(entry => entry.key === key) : undefined;
}

/** The reference that a node is; undefined when it is none. */
export function referenceOf(node: Node | undefined): string | undefined {
  return textOf(entryOf(node, '$ref')?.value);
}

/** A node as the grammar sees it. */
export function seen(sketch: Sketch, node: Node | undefined): Seen | undefined {
  const at = behind(sketch, node);
  if (!at) return undefined;
  const member = (key: string): Seen | undefined => {
    const found = below(sketch, at, key);
    return found && (seen(sketch, found.node) ?? NOTHING);
  };
  if (at.is === 'map') return { type: 'object', text: undefined, member };
  if (at.is === 'list') return { type: 'list', text: undefined, member };
  const type = at.value === null ? 'null' : (typeof at.value as Seen['type']);
  return { type, text: textOf(at), member: () => undefined };
}

/** A member whose value is not written yet. */
const NOTHING: Seen = { type: 'null', text: undefined, member: () => undefined };

/** The keys that lead to what stands at an offset, and whether the offset is on the name of the last one. */
export interface Path {
  readonly keys: readonly string[];
  readonly onKey: boolean;
  /** What holds the last key. */
  readonly owner: MapNode | undefined;
  readonly node: Node | undefined;
  /** Name of a member, or the text of a scalar. */
  readonly start: number;
  readonly end: number;
}

/** What stands at an offset, on a name or a value. Undefined between things. */
export function pathAt(sketch: Sketch, offset: number): Path | undefined {
  const keys: string[] = [];
  let node = sketch.root;
  let owner: MapNode | undefined;
  for (;;) {
    if (node?.is === 'map') {
      const entry = lastBefore(node.entries, offset, ({ keyStart }) => keyStart);
      if (!entry) return undefined;
      owner = node;
      keys.push(entry.key);
      if (offset <= entry.keyEnd) {
        return { keys, onKey: true, owner, node: entry.value, start: entry.keyStart, end: entry.keyEnd };
      }
      node = entry.value;
    } else if (node?.is === 'list') {
      const index = indexBefore(node.items, offset, ({ start }) => start);
      if (index < 0) return undefined;
      owner = undefined;
      keys.push(String(index));
      node = node.items[index]?.value;
    } else {
      if (!node || offset < node.start || offset > node.end) return undefined;
      return { keys, onKey: false, owner, node, start: node.start, end: node.end };
    }
  }
}

/** The last of some sorted things that begins at or before an offset. */
function lastBefore<T>(things: readonly T[], offset: number, startOf: (thing: T) => number): T | undefined {
  return things[indexBefore(things, offset, startOf)];
}

/** Index of the last of some sorted things that begins at or before an offset; -1 when none does. */
export function indexBefore<T>(things: readonly T[], offset: number, startOf: (thing: T) => number): number {
  let low = -1;
  let high = things.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(things[middle] as T) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
