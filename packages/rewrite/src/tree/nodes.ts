import { isMap, isPair, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Layout } from './layout.ts';

/** A mapping as the library keeps it. */
export type MapNode = YAMLMap<unknown, unknown>;

/** The key of a member as it was written, which is what pointers use: `200` and not a number. */
export function keyOf(pair: Pair<unknown, unknown>): string {
  const { key } = pair;
  if (isScalar(key)) return key.source ?? String(key.value);
  return String(key);
}

/** The member of a mapping, or undefined. */
export function pairOf(map: unknown, key: string): Pair<unknown, unknown> | undefined {
  return isMap(map) ? (map as MapNode).items.find(pair => keyOf(pair) === key) : undefined;
}

/** The value of a member of a mapping, or the item of a list. */
export function child(node: unknown, key: string): Node | undefined {
  const value = isSeq(node) ? node.items[Number(key)] : pairOf(node, key)?.value;
  return (value ?? undefined) as Node | undefined;
}

/** The node at some keys below another one. */
export function at(node: unknown, keys: readonly string[]): Node | undefined {
  let found = node as Node | undefined;
  for (const key of keys) found = found && child(found, key);
  return found;
}

/** The members of a mapping; none for anything else. */
export function pairs(node: unknown): Pair<unknown, unknown>[] {
  return isMap(node) ? [...(node as MapNode).items] : [];
}

/** The items of a list; none for anything else. */
export function items(node: unknown): Node[] {
  return isSeq(node) ? ([...node.items] as Node[]) : [];
}

/** A text, or undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** The reference that a node is, or undefined when it is none. */
export function referenceOf(node: unknown): string | undefined {
  return textOf(pairOf(node, '$ref')?.value);
}

/** Takes a member out of a mapping, with its comments. */
export function take(map: unknown, key: string): Pair<unknown, unknown> | undefined {
  const pair = pairOf(map, key);
  if (pair) (map as MapNode).items.splice((map as MapNode).items.indexOf(pair), 1);
  return pair;
}

/** Puts a member into a mapping: in place of the one of that name, else after the member `after`, else at the end. */
export function put(map: MapNode, key: string, value: unknown, after?: string): void {
  const known = pairOf(map, key);
  if (known) known.value = value;
  else insert(map, new Pair(new Scalar(key), value), after);
}

/** Puts a member into a mapping as it is: after the member `after`, at the beginning for `''`, else at the end. */
export function insert(map: MapNode, pair: Pair<unknown, unknown>, after?: string): void {
  if (after === '') {
    map.items.unshift(pair);
    return;
  }
  const index = after === undefined ? -1 : map.items.findIndex(item => keyOf(item) === after);
  map.items.splice(index < 0 ? map.items.length : index + 1, 0, pair);
}

/** Gives a member another name; its comments stay. */
export function rename(pair: Pair<unknown, unknown>, name: string): void {
  const key = new Scalar(name);
  if (isScalar(pair.key)) {
    const { comment, commentBefore, spaceBefore, type } = pair.key;
    Object.assign(key, { comment, commentBefore, spaceBefore, ...(type?.startsWith('QUOTE') && { type }) });
  }
  pair.key = key;
}

/** A text in place of another one, quoted in the same way. */
export function retext(old: unknown, text: string): Scalar {
  const scalar = new Scalar(text);
  if (!isScalar(old)) return scalar;
  const { comment, commentBefore, spaceBefore, type } = old;
  return Object.assign(scalar, { comment, commentBefore, spaceBefore, ...(type?.startsWith('QUOTE') && { type }) });
}

/** Plain data as nodes. */
export function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) {
    const seq = new YAMLSeq();
    seq.items = value.map(nodeOf);
    return seq;
  }
  if (value === null || typeof value !== 'object') return new Scalar(value);
  return mapOf(Object.entries(value).map(([key, member]) => [key, nodeOf(member)]));
}

/** A mapping of nodes. */
export function mapOf(members: readonly (readonly [string, unknown])[]): MapNode {
  const map = new YAMLMap<unknown, unknown>();
  map.items = members.map(([key, value]) => new Pair(new Scalar(key), value));
  return map;
}

/** A list of nodes. */
export function listOf(nodes: readonly unknown[]): YAMLSeq {
  const seq = new YAMLSeq();
  seq.items = [...nodes];
  return seq;
}

/** `{ $ref: … }`, written as the author writes references. */
export function referenceTo(reference: string, layout: Layout): MapNode {
  const text = new Scalar(reference);
  text.type = layout.singleQuotes ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  const map = mapOf([['$ref', text]]);
  map.flow = layout.flowReferences;
  return map;
}

/** Plain data of a node; an alias is what it stands for, as `resolve` says. */
export function plain(node: unknown, resolve: (alias: Node) => unknown = () => undefined): unknown {
  if (isPair(node)) return plain(node.value, resolve);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(item => plain(item, resolve));
  if (isMap(node)) {
    const members = (node as MapNode).items.map(pair => [keyOf(pair), plain(pair.value, resolve)] as const);
    return Object.fromEntries(members);
  }
  return node === null || node === undefined ? node : plain(resolve(node as Node), resolve);
}
