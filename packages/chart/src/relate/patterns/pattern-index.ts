import { holds, isGuess, type Level, type SingleLevel, takes } from './level.ts';

/** A pattern that an address fits. */
export interface Fit<T> {
  readonly value: T;
  /** True when every address that was asked for fits; false when only some of those that it stands for do. */
  readonly whole: boolean;
  /** True when it takes a parameter to stand for what the address has written out. */
  readonly guess: boolean;
}

/** Patterns by their levels, so that an address meets those that it may fit and not all there are. */
export interface PatternIndex<T> {
  add(levels: readonly Level[], value: T): void;
  /**
   * The patterns that take in an address, or some of those that it stands for. An address has no `many`.
   *
   * @param wholly only patterns that take in all that it stands for
   */
  fitting(levels: readonly SingleLevel[], wholly?: boolean): readonly Fit<T>[];
}

interface Node<T> {
  readonly texts: Map<string, Node<T>>;
  one?: Node<T>;
  parameter?: Node<T>;
  /** What follows any number of levels. */
  many?: Node<T>;
  /** By each of their texts. */
  readonly choices: Map<string, Branch<T>[]>;
  /** By the text that they begin with, or where they begin openly, by the one that they end in. */
  readonly beginning: Map<string, Branch<T>[]>;
  readonly ending: Map<string, Branch<T>[]>;
  readonly branches: Branch<T>[];
  /** True for a node that is reached by any number of levels. */
  readonly loops: boolean;
  readonly ends: T[];
}

interface Branch<T> {
  readonly level: SingleLevel;
  readonly node: Node<T>;
}

/** An index without patterns. */
export function createPatternIndex<T>(): PatternIndex<T> {
  const root = createNode<T>(false);
  return {
    add(levels, value) {
      let node = root;
      for (const level of levels) node = next(node, level);
      node.ends.push(value);
    },
    fitting(levels, wholly = false) {
      const found = new Map<T, Fit<T>>();
      const seen = new Map<Node<T>, Set<number>>();
      visit(root, 0, true, false);
      return [...found.values()];

      function visit(node: Node<T>, at: number, whole: boolean, guess: boolean): void {
        // Two `many` in one pattern reach the same place in many ways; each is gone from there once.
        const mark = at * 4 + Number(whole) * 2 + Number(guess);
        const marks = seen.get(node) ?? new Set();
        if (marks.has(mark)) return;
        seen.set(node, marks.add(mark));
        if (node.many) visit(node.many, at, whole, guess);
        const level = levels[at];
        if (level === undefined) {
          for (const value of node.ends) found.set(value, better({ value, whole, guess }, found.get(value)));
          return;
        }
        if (node.loops) visit(node, at + 1, whole, guess);
        for (const { level: own, node: child } of candidates(node, level, wholly)) {
          const taken = takes(own, level);
          if (taken === 'none' || (taken === 'some' && wholly)) continue;
          visit(child, at + 1, whole && taken === 'all', guess || isGuess(own, level));
        }
      }
    },
  };
}

/** What takes no guess before what does, then what takes in all. */
function better<T>(one: Fit<T>, other: Fit<T> | undefined): Fit<T> {
  if (!other || (other.guess && !one.guess)) return one;
  return other.guess === one.guess && one.whole ? one : other;
}

function createNode<T>(loops: boolean): Node<T> {
  return {
    texts: new Map(),
    choices: new Map(),
    beginning: new Map(),
    ending: new Map(),
    branches: [],
    loops,
    ends: [],
  };
}

/** The node behind a level, made where there is none. */
function next<T>(node: Node<T>, level: Level): Node<T> {
  if (level.is === 'many') {
    node.many ??= createNode(true);
    return node.many;
  }
  if (level.is === 'one') {
    const kind = level.parameter ? 'parameter' : 'one';
    const known = node[kind] ?? createNode<T>(false);
    node[kind] = known;
    return known;
  }
  if (level.is === 'text') {
    const known = node.texts.get(level.text) ?? createNode<T>(false);
    node.texts.set(level.text, known);
    return known;
  }
  const branch = { level, node: createNode<T>(false) };
  node.branches.push(branch);
  if (level.is === 'choice') for (const text of level.texts) push(node.choices, text, branch);
  else if (level.pieces[0] !== '') push(node.beginning, level.pieces[0] as string, branch);
  else push(node.ending, level.pieces.at(-1) as string, branch);
  return branch.node;
}

/** The branches that may take in a level: for a text found by its letters, for what is open all there are. */
function candidates<T>(node: Node<T>, level: SingleLevel, wholly: boolean): Branch<T>[] {
  const found: Branch<T>[] = [];
  if (node.one) found.push({ level: { is: 'one' }, node: node.one });
  if (node.parameter) found.push({ level: { is: 'one', parameter: true }, node: node.parameter });
  if (level.is !== 'text') {
    found.push(...node.branches);
    // One text is never all that an open level stands for.
    if (wholly) return found;
    for (const [text, child] of node.texts)
      if (holds(level, text)) found.push({ level: { is: 'text', text }, node: child });
    return found;
  }
  const { text } = level;
  const exact = node.texts.get(text);
  if (exact) found.push({ level, node: exact });
  found.push(...(node.choices.get(text) ?? []));
  if (node.beginning.size > 0)
    for (let end = 1; end <= text.length; end++) found.push(...(node.beginning.get(text.slice(0, end)) ?? []));
  if (node.ending.size > 0)
    for (let start = 0; start <= text.length; start++) found.push(...(node.ending.get(text.slice(start)) ?? []));
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
