import { type AvroType, target } from '../../avro/model.ts';
import { AVRO_CODES } from './codes.ts';
import { compareFields } from './fields.ts';
import { branchMissing, compareEnums, compareFixed, compareNames, comparePrimitives, typeChanged } from './kinds.ts';
import type { Leaf } from './leaf.ts';
import { type Known, matchingBranches } from './match.ts';
import type { AvroRules } from './rules.ts';

/** A type of the writer and the type of the reader that reads it, and what follows for the types inside them. */
export interface Pair {
  readonly writer: Known;
  readonly reader: Known;
  readonly leaves: readonly Leaf[];
  readonly steps: readonly Step[];
  /** True where one of the steps that works is enough; all others have to work together. */
  readonly choice: boolean;
  /** Why the pair cannot be compared. */
  readonly unknown?: string;
  /** Whether reading can fail, here or inside. */
  fails: boolean;
}

/** The way from a pair to one inside it: how a value is followed on each side. */
export interface Step {
  /** Into a field, the items of an array, the values of a map, or a branch of a union; nothing where a side stays. */
  readonly writer?: Into;
  readonly reader?: Into;
  readonly pair: Pair;
}

export type Into = { readonly field: number } | 'items' | 'values' | { readonly branch: number };

/** Every pair that comparing two types leads to; undefined when there are more than the budget. */
export function pairsOf(writer: AvroType, reader: AvroType, rules: AvroRules, budget: number): Pair | undefined {
  const known = new Map<Known, Map<Known, Pair>>();
  const all: Pair[] = [];
  const open: (() => void)[] = [];
  const users = new Map<Pair, Pair[]>();
  const root = pairOf(writer, reader);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (all.length > budget) return undefined;
    next();
  }
  spreadFailures(all, users);
  return root;

  function pairOf(writerType: AvroType, readerType: AvroType): Pair {
    const [from, to] = [target(writerType), target(readerType)];
    const row = known.get(from) ?? new Map<Known, Pair>();
    known.set(from, row);
    const found = row.get(to);
    if (found) return found;
    const { leaves, ways, choice, unknown } = compareKnown(from, to, rules);
    const steps: Step[] = [];
    const fails = !choice && leaves.some(leaf => breaks(leaf, rules));
    const pair: Pair = { writer: from, reader: to, leaves, steps, choice, fails, ...(unknown && { unknown }) };
    row.set(to, pair);
    all.push(pair);
    // What is inside comes later: a type may be as deep as its text is long.
    open.push(() => {
      for (const way of ways) {
        const inner = pairOf(way.from, way.to);
        steps.push({
          pair: inner,
          ...(way.writer && { writer: way.writer }),
          ...(way.reader && { reader: way.reader }),
        });
        const uses = users.get(inner);
        if (uses) uses.push(pair);
        else users.set(inner, [pair]);
      }
    });
    return pair;
  }
}

/**
 * Reading is taken to work until something shows that it fails: of types that contain themselves that is the only
 * reading which follows every value to its end.
 */
function spreadFailures(all: readonly Pair[], users: ReadonlyMap<Pair, readonly Pair[]>): void {
  const isFailing = (pair: Pair) =>
    pair.choice ? pair.steps.every(step => step.pair.fails) : pair.steps.some(step => step.pair.fails);
  const open = all.filter(pair => pair.fails || (pair.choice && isFailing(pair)));
  for (const pair of open) pair.fails = true;
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const user of users.get(next) ?? []) {
      if (user.fails || !isFailing(user)) continue;
      user.fails = true;
      open.push(user);
    }
}

export function breaks(leaf: Leaf, rules: AvroRules): boolean {
  const how = AVRO_CODES[leaf.code].breaks;
  return how === 'yes' || (how === 'misread' && rules.strict);
}

interface Way {
  readonly from: AvroType;
  readonly to: AvroType;
  readonly writer?: Into;
  readonly reader?: Into;
}

interface Compared {
  readonly leaves: readonly Leaf[];
  readonly ways: readonly Way[];
  readonly choice: boolean;
  readonly unknown?: string;
}

function compareKnown(from: Known, to: Known, rules: AvroRules): Compared {
  const reason = from.kind === 'unknown' ? from.reason : to.kind === 'unknown' ? to.reason : undefined;
  if (reason !== undefined) return { leaves: [], ways: [], choice: false, unknown: reason };
  if (from.kind === 'union') {
    const ways = from.branches.map((branch, index): Way => ({ from: branch, to, writer: { branch: index } }));
    return { leaves: [], ways, choice: false };
  }
  if (to.kind === 'union') return compareToUnion(from, to, rules);
  if (from.kind === 'primitive' && to.kind === 'primitive') return only(comparePrimitives(from, to));
  if (from.kind === 'array' && to.kind === 'array')
    return only([], { from: from.items, to: to.items, writer: 'items', reader: 'items' });
  if (from.kind === 'map' && to.kind === 'map')
    return only([], { from: from.values, to: to.values, writer: 'values', reader: 'values' });
  if (from.kind === 'fixed' && to.kind === 'fixed') return only([...compareNames(from, to), ...compareFixed(from, to)]);
  if (from.kind === 'enum' && to.kind === 'enum') return only([...compareNames(from, to), ...compareEnums(from, to)]);
  if (from.kind === 'record' && to.kind === 'record') {
    const { leaves, pairs } = compareFields(from, to);
    const ways = pairs.map(({ writer, reader }): Way => {
      const [written, read] = [from.fields[writer], to.fields[reader]];
      return {
        from: written?.type ?? from,
        to: read?.type ?? to,
        writer: { field: writer },
        reader: { field: reader },
      };
    });
    return only([...compareNames(from, to), ...leaves], ...ways);
  }
  return only([typeChanged(from, to)]);
}

function compareToUnion(from: Known, to: Extract<Known, { kind: 'union' }>, rules: AvroRules): Compared {
  const matching = matchingBranches(from, to.branches);
  const ways = (rules.union === 'first' ? matching.slice(0, 1) : matching).map(
    ({ type, index }): Way => ({ from, to: type, reader: { branch: index } }),
  );
  const missing = [branchMissing(from, to)];
  if (ways.length === 0) return { leaves: missing, ways, choice: false };
  // Of a choice the leaf stands only where none of the branches works.
  return rules.union === 'any' ? { leaves: missing, ways, choice: true } : { leaves: [], ways, choice: false };
}

function only(leaves: readonly Leaf[], ...ways: readonly Way[]): Compared {
  return { leaves, ways, choice: false };
}
