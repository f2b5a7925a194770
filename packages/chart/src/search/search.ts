import type { Chart, ChartedDocument } from '../model.ts';
import { type Allows, allowing } from './allows.ts';
import { entriesOf } from './entries.ts';
import { createFieldIndex } from './fields.ts';
import type { SearchHit } from './hit.ts';
import { compareHits, createNameIndex } from './names.ts';
import { parseQuery } from './query.ts';
import { TOLERANCES } from './tolerance.ts';

/** Search over one chart. */
export interface Search {
  /**
   * What fits best, at most `limit` hits, the best first; the same query gives the same hits in the same order. Forgives
   * mistyped letters, understands beginnings of words, and takes filters: `owner:payments protocol:kafka kind:message
   * domain:shop`. Filters alone list everything that passes them; nothing at all finds nothing.
   *
   * @param limit 20 when not given
   */
  search(query: string, limit?: number): SearchHit[];
}

/**
 * Makes a chart searchable: services, channels, messages, teams, domains, documents, and the fields of messages.
 *
 * @param documents those that the chart was related from
 */
export function createSearch(chart: Chart, documents: readonly ChartedDocument[]): Search {
  const names = createNameIndex(entriesOf(chart, documents));
  const fields = createFieldIndex(chart, documents);
  const teamNames = new Map(chart.teams.map(team => [team.id, team.name]));
  return { search };

  function search(typed: string, limit = 20): SearchHit[] {
    const query = parseQuery(typed);
    const allows = allowing(query, teamNames);
    if (query.text === '') return Object.keys(query.filters).length === 0 ? [] : listed(allows, limit);
    for (const tolerance of TOLERANCES) {
      const hits = [
        ...names.search(query.text, allows, tolerance),
        ...fields.search(query.text, allows, tolerance, limit),
      ];
      if (hits.length > 0) return hits.sort(compareHits).slice(0, limit);
    }
    return [];
  }

  function listed(allows: Allows, limit: number): SearchHit[] {
    const hits = names.all(allows).slice(0, limit);
    return [...hits, ...fields.all(allows, limit - hits.length)];
  }
}
