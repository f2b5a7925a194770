import { createSearch, type Search } from '@portolan/chart';
import type { Snapshot } from '@portolan/control';
import type { SearchResults } from '../port.ts';
import type { Known } from './known.ts';

/**
 * The search over the snapshot that was searched last. There is one, because a snapshot differs little from the one before
 * it, and the search is brought from one to the other.
 */
let current: { readonly of: Snapshot; readonly search: Search } | undefined;

/** Whether the search is at a snapshot already, so that nobody has to wait for it. */
export function isSearchAt(snapshot: Snapshot): boolean {
  return current?.of === snapshot;
}

/** What fits a query best, best first, with what it can be narrowed by and what somebody may be about to type. */
export function searchResults(known: Known, query: string, limit: number): SearchResults {
  const search = searchOver(known);
  const { hits, total, facets, notes } = search.search(query, limit);
  return { items: hits, total, facets, notes, suggestions: search.suggest(query) };
}

/** The search over a snapshot, which is brought to it when it is at another one. */
export function searchOver({ snapshot, charted, findingsOf }: Known): Search {
  if (current?.of === snapshot) return current.search;
  const { chart } = snapshot;
  const search = current?.search ?? createSearch(chart, charted, findingsOf);
  if (current) search.update(chart, charted, findingsOf);
  current = { of: snapshot, search };
  return search;
}
