import { type ChartedDocument, createSearch, type Search } from '@portolan/chart';
import type { Snapshot } from '@portolan/control';
import type { SearchResults } from '../port.ts';
import type { Known } from './known.ts';

/**
 * The search over the snapshot that was searched last. There is one, because a snapshot differs little from the one before
 * it, and the search is brought from one to the other.
 */
let current: { readonly of: Snapshot; readonly search: Search } | undefined;

/** What fits a query best, best first, with what it can be narrowed by and what somebody may be about to type. */
export function searchResults(known: Known, query: string, limit: number): SearchResults {
  const search = searchOver(known);
  const { hits, total, facets, notes } = search.search(query, limit);
  return { items: hits, total, facets, notes, suggestions: search.suggest(query) };
}

/** Brings the search to a snapshot before somebody asks, so that nobody waits for it. */
export function searchOver({ snapshot, findingsOf }: Known): Search {
  if (current?.of === snapshot) return current.search;
  const { chart, documents } = snapshot;
  const charted = [...documents.values()].flatMap(({ id, source, path, contract }): ChartedDocument[] =>
    contract ? [{ id, source, path, contract }] : [],
  );
  const search = current?.search ?? createSearch(chart, charted, findingsOf);
  if (current) search.update(chart, charted, findingsOf);
  current = { of: snapshot, search };
  return search;
}
