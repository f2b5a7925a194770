import { lettersOf, missing, mistakesAgainst, mistakesIn } from './spelling.ts';

/** How much words count where they stand. The gap between the last two tells names from prose; see `isNamed`. */
export const WEIGHTS = { name: 6, alias: 4, about: 1 } as const;

/** How well a known word meets a typed one: times the weight of where it stands. */
const SAME = 1;
const SAME_STEM = 0.9;
const BEGINNING = 0.6;
const MISTYPED = 0.45;
const MISTYPED_TWICE = 0.35;

/** What every word of a thing counts, by the word. */
export type Words = ReadonlyMap<string, number>;

/** The things in which words stand. Things are added and removed one by one; what is found depends on what is in it alone. */
export interface WordIndex<T> {
  add(thing: T, words: Words): void;
  /** @param words the same as were added */
  remove(thing: T, words: Words): void;
  /**
   * The things that a typed word meets, each with how well. Beginnings and plurals always count.
   * @param forgiving whether mistyped letters are forgiven
   */
  meet(word: string, forgiving: boolean): ReadonlyMap<T, number>;
  /** The things in which a word stands as it is. */
  having(word: string): Iterable<T>;
}

interface Posting<T> {
  readonly letters: number;
  readonly things: Map<T, number>;
}

export function createWordIndex<T>(): WordIndex<T> {
  /** By first letter: nearly everybody gets that right, or swaps it with the second. */
  const shelves = new Map<string, Map<string, Posting<T>>>();
  const shelfOf = (word: string) => shelves.get(word.charAt(0));
  return {
    add(thing, words) {
      for (const [word, weight] of words) {
        const shelf = shelfOf(word) ?? new Map<string, Posting<T>>();
        shelves.set(word.charAt(0), shelf);
        const known = shelf.get(word);
        if (known) known.things.set(thing, weight);
        else shelf.set(word, { letters: lettersOf(word), things: new Map([[thing, weight]]) });
      }
    },
    remove(thing, words) {
      for (const word of words.keys()) {
        const shelf = shelfOf(word);
        const known = shelf?.get(word);
        known?.things.delete(thing);
        if (known?.things.size === 0) shelf?.delete(word);
      }
    },
    meet(word, forgiving) {
      const met = new Map<T, number>();
      const stem = stemOf(word);
      const letters = lettersOf(word);
      const limit = forgiving ? mistakesIn(word.length) : 0;
      for (const first of new Set(limit > 0 ? word.slice(0, 2) : word.charAt(0))) {
        for (const [known, { letters: others, things }] of shelves.get(first) ?? []) {
          const quality = qualityOf(known, others);
          if (quality === 0) continue;
          for (const [thing, weight] of things) {
            const value = weight * quality;
            if (value > (met.get(thing) ?? 0)) met.set(thing, value);
          }
        }
      }
      return met;

      function qualityOf(known: string, others: number): number {
        if (known.startsWith(word)) {
          return known.length === word.length ? SAME : BEGINNING + (0.3 * word.length) / known.length;
        }
        if (known === stem || (stem !== word && stemOf(known) === stem)) return SAME_STEM;
        if (limit === 0 || missing(letters, others) > limit) return 0;
        const mistakes = mistakesAgainst(word, known, limit);
        return mistakes > limit ? 0 : mistakes > 1 ? MISTYPED_TWICE : MISTYPED;
      }
    },
    having: word => shelfOf(word)?.get(word)?.things.keys() ?? [],
  };
}

/** True for what was met in a name: prose counts 1 at most, a mistyped alias more. */
export function isNamed(value: number): boolean {
  return value > WEIGHTS.about;
}

/** A word without the `s` of its plural. */
function stemOf(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
