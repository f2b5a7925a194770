import { createSearch, type Search } from '@portolan/chart';
import type { Snapshot } from '@portolan/control';
import type { SearchHit } from '../port.ts';
import type { Known } from './known.ts';

const made = new WeakMap<Snapshot, Search>();

/** What fits a query best, best first. The index is made when somebody searches a snapshot for the first time. */
export function searchHits({ snapshot }: Known, query: string, limit: number): SearchHit[] {
  let search = made.get(snapshot);
  if (!search) {
    search = searchOf(snapshot);
    made.set(snapshot, search);
  }
  return search.search(query, limit);
}

function searchOf({ chart, documents }: Snapshot): Search {
  const charted = [...documents.values()].flatMap(({ id, source, path, contract }) =>
    contract ? [{ id, source, path, contract }] : [],
  );
  return createSearch(chart, charted);
}
