import { compareText } from '@portolan/base';
import { SEARCH_KINDS, type SearchHit, type SearchKind } from './hit.ts';

const RANKS = new Map<SearchKind, number>(SEARCH_KINDS.map((kind, rank) => [kind, rank]));

/** Keeps the best of many hits. */
export interface Best {
  /** Worth making a hit for: false for a score that too many others are above. */
  takes(score: number): boolean;
  add(hit: SearchHit): void;
  /** The best first. */
  hits(): SearchHit[];
}

/** Holds `limit` hits at a time, so that a query that half of all things fit costs no more than a narrow one. */
export function bestOf(limit: number): Best {
  const kept: SearchHit[] = [];
  return {
    takes: score => kept.length < limit || (limit > 0 && score >= (kept.at(-1) as SearchHit).score),
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
    rankOf(a.kind) - rankOf(b.kind) ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.name, b.name) ||
    compareText(a.context, b.context) ||
    compareText(a.id, b.id) ||
    compareText(a.document ?? '', b.document ?? '')
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
