import { compareText } from '@portolan/base';
import MiniSearch from 'minisearch';
import type { Allows } from './allows.ts';
import type { Entry } from './entries.ts';
import { SEARCH_KINDS, type SearchHit } from './hit.ts';
import { optionsOf, type Tolerance } from './tolerance.ts';
import { indexedWordsOf, wordsOf } from './words.ts';

/** Finds things by their names and by what is said about them. */
export interface NameIndex {
  /** Fitting things, unsorted. */
  search(text: string, allows: Allows, tolerance: Tolerance): SearchHit[];
  /** Everything that passes, by kind and name. */
  all(allows: Allows): SearchHit[];
}

const NAMES = ['name', 'aliases'];

export function createNameIndex(entries: readonly Entry[]): NameIndex {
  const words = new MiniSearch<{ id: number; name: string; aliases: string; about: string }>({
    fields: ['name', 'aliases', 'about'],
    tokenize: indexedWordsOf,
    searchOptions: { boost: { name: 6, aliases: 4, about: 1 } },
  });
  words.addAll(entries.map(({ name, aliases, about }, id) => ({ id, name, aliases: aliases.join(' '), about })));
  return { search, all };

  function search(text: string, allows: Allows, tolerance: Tolerance): SearchHit[] {
    const options = {
      ...optionsOf(tolerance),
      filter: ({ id }: { id: number }) => passes(entries[id] as Entry, allows),
    };
    const named = new Map(words.search(text, { ...options, fields: NAMES }).map(({ id, score }) => [id, score]));
    const found = words.search(text, options);
    return found.map(({ id, score }) => {
      const entry = entries[id] as Entry;
      return hit(entry, named.has(id) ? fit(entry, text) : 1, score);
    });
  }

  function all(allows: Allows): SearchHit[] {
    const hits = entries.filter(entry => passes(entry, allows)).map(entry => hit(entry, 0, 0));
    return hits.sort(compareHits);
  }
}

/** Best first; of equals the earlier kind, then by name and id: the same order every time. */
export function compareHits(a: SearchHit, b: SearchHit): number {
  return (
    b.score - a.score ||
    SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind) ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name) ||
    compareText(a.context, b.context) ||
    compareText(a.id, b.id)
  );
}

/** A score between a rank and the next, rounded so that it reads well and compares alike everywhere. */
export function scoreOf(rank: number, weight: number): number {
  return rank + Math.round((weight / (weight + 10)) * 999) / 1000;
}

/** Rank of a thing whose names hold all the words. */
function fit({ name, aliases }: Entry, text: string): number {
  const wanted = [text.trim().toLowerCase(), wordsOf(text).join(' ')];
  const names = [name, ...aliases].flatMap(known => [known.toLowerCase(), wordsOf(known).join(' ')]);
  if (names.some(known => wanted.includes(known))) return 4;
  return names.some(known => wanted.some(start => start !== '' && known.startsWith(start))) ? 3 : 2;
}

/** Of things that have the name itself, the kind alone decides: a service comes before the document about it. */
function hit({ kind, id, name, context }: Entry, rank: number, weight: number): SearchHit {
  const score = rank === 4 ? rank + (9 - SEARCH_KINDS.indexOf(kind)) / 10 : scoreOf(rank, weight);
  return { kind, id, name, context, score };
}

function passes({ kind, facts }: Entry, allows: Allows): boolean {
  return allows(kind, facts);
}
