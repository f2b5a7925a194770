import { type Best, rankOf, scoreOf } from './best.ts';
import type { Counting } from './counting.ts';
import type { Entry } from './entries.ts';
import type { Passes } from './facts.ts';
import { isSame } from './same.ts';
import { createSorts } from './sorts.ts';
import { createWordIndex, isNamed, WEIGHTS, type Words } from './word-index.ts';
import { indexedWordsOf, wordsOf } from './words.ts';

/** Finds things by their names and by what is said about them. */
export interface NameIndex {
  /** Brings the index to another state: only things that differ are indexed anew. */
  update(entries: readonly Entry[]): void;
  /** Gives every fitting thing to `best`, and counts it. */
  search(asked: AskedName, passes: Passes, best: Best, counting: Counting): void;
  /** Everything that is in it. */
  entries(): Iterable<Entry>;
}

/** What names are asked for. Without words and phrases everything fits. */
export interface AskedName {
  readonly text: string;
  readonly words: readonly string[];
  /** Words in a row, with blanks between them. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** Whether all words have to fit, and whether mistyped letters are forgiven. */
  readonly every: boolean;
  readonly forgiving: boolean;
}

/** An entry as it is kept. */
interface Kept extends Entry {
  readonly entry: Entry;
  /** What it is counted as. */
  readonly sort: number;
  readonly words: Words;
  /** Its names in lower case, as they are written and as words. */
  readonly names: readonly string[];
}

export function createNameIndex(): NameIndex {
  const index = createWordIndex<Kept>();
  const sorts = createSorts();
  const kept = new Map<string, Kept>();

  function drop(thing: Kept): void {
    index.remove(thing, thing.words);
    sorts.giveBack(thing.sort);
  }

  function update(entries: readonly Entry[]): void {
    const present = new Set<string>();
    for (const entry of entries) {
      const key = `${entry.kind}\n${entry.id}\n${entry.document ?? ''}`;
      present.add(key);
      const before = kept.get(key);
      if (before && isSame(before.entry, entry)) continue;
      if (before) drop(before);
      const sort = sorts.take(entry.kind, entry.facts);
      const now = { ...entry, entry, sort, words: wordsIn(entry), names: namesOf(entry) };
      kept.set(key, now);
      index.add(now, now.words);
    }
    for (const [key, before] of kept) {
      if (present.has(key)) continue;
      drop(before);
      kept.delete(key);
    }
  }

  function search(asked: AskedName, passes: Passes, best: Best, counted: Counting): void {
    const text = asked.text.trim().toLowerCase();
    const starts = [...new Set([text, wordsOf(text).join(' ')])].filter(start => start !== '');
    const tally = sorts.tally();
    const unwanted = new Set(asked.without.flatMap(word => [...index.having(word)]));
    for (const { thing, weight, named } of asked.words.length === 0 ? everything() : found(asked)) {
      if (!passes.kind(thing.kind) || unwanted.has(thing) || !passes.thing(thing.kind, thing.facts)) continue;
      if (!asked.phrases.every(phrase => says(thing, phrase))) continue;
      tally.add(thing.sort);
      const rank = weight === undefined ? 0 : named ? fit(thing, starts) : 1;
      const score = weight === undefined ? 0 : rank === 4 ? exactly(thing) : scoreOf(rank, weight);
      if (!best.takes(score, thing.kind, thing.name)) continue;
      const { kind, id, name, context, document } = thing;
      best.add({ kind, id, name, context, ...(document !== undefined && { document }), score });
    }
    tally.into(counted);
  }

  function* everything() {
    for (const thing of kept.values()) yield { thing, weight: undefined, named: true };
  }

  /** Rare words weigh more. What is summed and compared depends on the index alone, never on how it came about. */
  function* found({ words, every, forgiving }: AskedName) {
    const met: ReadonlyMap<Kept, number>[] = [];
    for (const word of words) {
      const things = index.meet(word, forgiving);
      if (every && things.size === 0) return;
      met.push(things);
    }
    const rarity = met.map(each => Math.log(1 + kept.size / (each.size + 1)));
    const fewest = met.toSorted((a, b) => a.size - b.size)[0] ?? new Map<Kept, number>();
    const candidates = every ? fewest.keys() : new Set(met.flatMap(each => [...each.keys()]));
    for (const thing of candidates) {
      let [weight, named, all] = [0, true, true];
      for (const [n, each] of met.entries()) {
        const value = each.get(thing);
        if (value === undefined) all = false;
        else {
          weight += value * (rarity[n] as number);
          named &&= isNamed(value);
        }
      }
      if (all || !every) yield { thing, weight, named };
    }
  }

  return { update, search, entries: () => kept.values() };
}

/** Of things that have the name itself, the kind alone decides: a service comes before the document about it. */
function exactly({ kind }: Entry): number {
  return 4 + (9 - rankOf(kind)) / 10;
}

/** Rank of a thing whose names hold all the words. */
function fit({ names }: Kept, starts: readonly string[]): number {
  let rank = 2;
  for (const name of names) {
    for (const start of starts) {
      if (name === start) return 4;
      if (name.startsWith(start)) rank = 3;
    }
  }
  return rank;
}

function says({ name, names, about }: Kept, phrase: string): boolean {
  return [...names, ...[name, about].map(text => wordsOf(text).join(' '))].some(text =>
    ` ${text} `.includes(` ${phrase} `),
  );
}

/** The sentence of a finding names other things, so it is prose: only its code is a name. */
function namesOf({ kind, name, aliases }: Entry): string[] {
  const called = kind === 'finding' ? aliases : [name, ...aliases];
  return [...new Set(called.flatMap(known => [known.toLowerCase(), wordsOf(known).join(' ')]))];
}

function wordsIn({ kind, name, aliases, about }: Entry): Words {
  const words = new Map<string, number>();
  const add = (texts: readonly string[], weight: number) => {
    for (const word of texts.flatMap(indexedWordsOf)) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  add([about], WEIGHTS.about);
  add(aliases, WEIGHTS.alias);
  add([name], kind === 'finding' ? WEIGHTS.about : WEIGHTS.name);
  return words;
}
