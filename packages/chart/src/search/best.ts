import { compareText } from '@portolan/base';
import { SEARCH_KINDS, type SearchHit, type SearchKind } from './hit.ts';

const RANKS = new Map<SearchKind, number>(SEARCH_KINDS.map((kind, rank) => [kind, rank]));

/** Keeps the best of many hits. */
export interface Best {
  /** Worth making a hit for: false for what comes after too many others, whatever else it has. */
  takes(score: number, kind: SearchKind, name: string): boolean;
  add(hit: SearchHit): void;
  /** The best first. */
  hits(): SearchHit[];
}

/** Holds `limit` hits at a time, so that a query that half of all things fit costs no more than a narrow one. */
export function bestOf(limit: number): Best {
  const kept: SearchHit[] = [];
  return {
    takes(score, kind, name) {
      const last = kept.at(-1);
      if (kept.length < limit || last === undefined) return limit > 0;
      return score > last.score || (score === last.score && compareNames({ kind, name }, last) <= 0);
    },
    add(hit) {
      if (limit === 0) return;
      if (kept.length >= limit && compareHits(hit, kept.at(-1) as SearchHit) >= 0) return;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compareHits(kept[middle] as SearchHit, hit) <= 0) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, hit);
      if (kept.length > limit) kept.pop();
    },
    hits: () => kept,
  };
}

/** Best first; of equals the earlier kind, then by name and id: the same order every time. */
export function compareHits(a: SearchHit, b: SearchHit): number {
  return (
    b.score - a.score ||
    compareNames(a, b) ||
    compareText(a.context, b.context) ||
    compareText(a.id, b.id) ||
    compareText(a.document ?? '', b.document ?? '')
  );
}

function compareNames(a: Pick<SearchHit, 'kind' | 'name'>, b: Pick<SearchHit, 'kind' | 'name'>): number {
  return (
    rankOf(a.kind) - rankOf(b.kind) ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name)
  );
}

/** Place of a kind among the kinds: earlier ones come first. */
export function rankOf(kind: SearchKind): number {
  return RANKS.get(kind) as number;
}

/** A score between a rank and the next, rounded so that it reads well and compares alike everywhere. */
export function scoreOf(rank: number, weight: number): number {
  return rank + Math.round((weight / (weight + 10)) * 999) / 1000;
}
