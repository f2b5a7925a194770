import type { SearchOptions } from 'minisearch';
import { wordsOf } from './words.ts';

/** How exactly words have to be met. Each step is tried when the one before finds nothing. */
export interface Tolerance {
  /** Whether every word has to be found. */
  readonly every: boolean;
  /** Letters that may be wrong in a word of this length. */
  readonly mistakes: (length: number) => number;
}

/** A swap of two letters counts as two mistakes, so the second step allows one more. */
export const TOLERANCES: readonly Tolerance[] = [
  { every: true, mistakes: length => (length < 4 ? 0 : length < 8 ? 1 : 2) },
  { every: true, mistakes: length => (length < 4 ? 0 : 2) },
  { every: false, mistakes: length => (length < 4 ? 0 : length < 8 ? 1 : 2) },
];

/** The options of the index for a tolerance. Every word may be the beginning of one, because people search as they type. */
export function optionsOf({ every, mistakes }: Tolerance): SearchOptions {
  return {
    tokenize: wordsOf,
    combineWith: every ? 'AND' : 'OR',
    prefix: true,
    fuzzy: term => mistakes(term.length),
    weights: { prefix: 0.6, fuzzy: 0.3 },
  };
}
