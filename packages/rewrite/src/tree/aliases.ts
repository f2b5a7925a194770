import { Alias, type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Node, visit } from 'yaml';
import { faults } from '../faults.ts';
import { keyOf, type MapNode } from './nodes.ts';

/** Where copies are taken from. */
export interface Source {
  readonly location: string;
  readonly aliased: (alias: Alias) => Node | undefined;
}

/** Values that aliases may multiply a text into. Real documents stay far below. */
const LIMIT = 200_000;

/**
 * Copies a node of a tree without its anchors. Aliases in it are written out, so that the copy can stand in another
 * document. Throws REWRITE_ALIASES for a bomb.
 */
export function copy<T extends Node>(node: T, tree: Source, left = { values: LIMIT }): T {
  if (left.values-- <= 0) throw faults.ALIASES({ location: tree.location, limit: LIMIT });
  if (isAlias(node)) {
    const source = tree.aliased(node);
    return (source ? copy(source, tree, left) : node) as T;
  }
  // The library's own clone would go deep, and meet aliases without their document.
  const made = Object.create(Object.getPrototypeOf(node), Object.getOwnPropertyDescriptors(node)) as T;
  if (isScalar(made) || isCollection(made)) delete made.anchor;
  const again = (inner: unknown) => (isNode(inner) ? copy(inner, tree, left) : inner);
  if (isSeq(made)) made.items = made.items.map(again);
  if (isMap(made)) {
    made.items = (made as MapNode).items.map(pair => {
      const twin = Object.create(Object.getPrototypeOf(pair), Object.getOwnPropertyDescriptors(pair));
      return Object.assign(twin, { key: again(pair.key), value: again(pair.value) });
    });
  }
  return made;
}

/**
 * Makes the members of a mapping or a list its own: merge keys (`<<`) and aliases directly in it are written out, so that
 * each can be changed without changing another thing.
 */
export function own(node: unknown, tree: Source): void {
  if (isSeq(node)) node.items = node.items.map(item => (isAlias(item) ? copy(item, tree) : item));
  if (!isMap(node)) return;
  const map = node as MapNode;
  const names = new Set(map.items.map(keyOf));
  map.items = map.items.flatMap(pair => {
    const merges = keyOf(pair) === '<<';
    if (isAlias(pair.value) && !merges) pair.value = copy(pair.value, tree);
    if (!merges) return [pair];
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
    return sources.flatMap(source => {
      const merged = isNode(source) ? copy(source, tree) : undefined;
      if (!isMap(merged)) return [];
      const fresh = (merged as MapNode).items.filter(member => !names.has(keyOf(member)));
      for (const member of fresh) names.add(keyOf(member));
      return fresh;
    });
  });
}

/** What aliases of a document stand for, as long as nothing in it has changed. Copies of an alias stand for the same. */
export function aliasesOf(doc: Document): (alias: Alias) => Node | undefined {
  let found: Map<number | undefined, Node> | undefined;
  return alias => {
    found ??= new Map([...sourcesOf(doc)].map(([{ range }, source]) => [range?.[0], source]));
    return found.get(alias.range?.[0]);
  };
}

/** What each alias of a document stands for; to be asked before nodes move. */
export function sourcesOf(doc: Document): ReadonlyMap<Alias, Node> {
  const sources = new Map<Alias, Node>();
  const anchored = new Map<string, Node>();
  visit(doc, {
    Node(_, node) {
      if (isAlias(node)) {
        const source = anchored.get(node.source);
        if (source) sources.set(node, source);
      } else if ((isScalar(node) || isCollection(node)) && node.anchor) anchored.set(node.anchor, node);
    },
  });
  return sources;
}

/** Puts anchors before their aliases again, after nodes have moved or gone: whoever comes first holds the value. */
export function settleAliases(doc: Document, sources: ReadonlyMap<Alias, Node>): void {
  if (sources.size === 0) return;
  const wanted = new Set(sources.values());
  const placed = new Set<Node>();
  doc.contents = settled(doc.contents) as typeof doc.contents;
  dropAnchors(doc, wanted);

  function settled(node: unknown): unknown {
    if (isAlias(node)) {
      const source = sources.get(node);
      return source && !placed.has(source) ? settled(source) : node;
    }
    if (isNode(node) && wanted.has(node)) {
      if (placed.has(node)) return new Alias((node as { anchor: string }).anchor);
      placed.add(node);
    }
    if (isSeq(node)) node.items = node.items.map(settled);
    if (isMap(node)) for (const pair of (node as MapNode).items) pair.value = settled(pair.value);
    return node;
  }
}

/** Takes away anchors that no alias is left for. */
function dropAnchors(doc: Document, sources: Iterable<Node>): void {
  const used = new Set<string>();
  visit(doc, {
    Alias: (_, { source }) => {
      used.add(source);
    },
  });
  for (const node of sources) {
    if ((isScalar(node) || isCollection(node)) && node.anchor && !used.has(node.anchor)) delete node.anchor;
  }
}

/** A copy in which nothing is shared: aliases and merge keys are written out all the way down. Throws REWRITE_ALIASES. */
export function flat<T extends Node>(node: T, tree: Source): T {
  const made = copy(node, tree);
  visit(made as unknown as Document, {
    Collection: (_, inner) => {
      own(inner, tree);
    },
  });
  return made;
}
