import { index } from '../lookup.ts';
import type { Chart, ChartedDocument } from '../model.ts';
import { type Best, bestOf } from './best.ts';
import { type Counting, type Counts, counting, type Facet, facetsOf } from './counting.ts';
import { entriesOf, type FindingsOf } from './entries.ts';
import { type FilterNames, passing } from './facts.ts';
import { createFieldIndex } from './fields.ts';
import type { SearchHit } from './hit.ts';
import { createNameIndex } from './names.ts';
import { notesOn } from './notes.ts';
import { parseQuery, type Query } from './query.ts';
import { type Suggestion, suggestionsFor } from './suggest.ts';
import { wordsOf } from './words.ts';

/** What a search found. */
export interface SearchAnswer {
  /** What fits best, the best first; the same query gives the same hits in the same order. */
  readonly hits: readonly SearchHit[];
  /** How many things fit, whether or not they are among the hits. */
  readonly total: number;
  /** What they can be narrowed by. */
  readonly facets: readonly Facet[];
  /** What is wrong with the query, in sentences: a filter that does not exist. */
  readonly notes: readonly string[];
}

/** Search over one chart, which may change. */
export interface Search {
  /**
   * Forgives mistyped letters where nothing fits without, and understands beginnings of words. Takes filters, phrases and
   * what hits must not have: `owner:payments field:email "order placed" -protocol:mqtt -legacy`. Filters alone list
   * everything that passes them; nothing at all finds nothing.
   *
   * @param limit most hits; 20 when not given
   */
  search(query: string, limit?: number): SearchAnswer;
  /**
   * What somebody may be about to type, the likeliest first: filters by their beginning, and values by the beginning of
   * their id or name.
   *
   * @param limit 8 when not given
   */
  suggest(query: string, limit?: number): Suggestion[];
  /** Brings the search to another state of the chart. Only what differs is indexed anew; the answers are the same as after making it anew. */
  update(chart: Chart, documents: readonly ChartedDocument[], findingsOf?: FindingsOf): void;
}

/** How words may be met: as they are, with mistyped letters, only some of them. Each is tried when the one before finds nothing. */
const TRIES = [
  { every: true, forgiving: false },
  { every: true, forgiving: true },
  { every: false, forgiving: true },
] as const;

/**
 * Makes a chart searchable: services, channels, messages, teams, domains, servers, schemas, documents, findings, and the
 * fields of messages.
 *
 * @param documents those that the chart was related from
 * @param findingsOf findings of each document; those of the chart when not given
 */
export function createSearch(chart: Chart, documents: readonly ChartedDocument[], findingsOf?: FindingsOf): Search {
  const names = createNameIndex();
  const fields = createFieldIndex();
  let known = namesIn(chart);
  update(chart, documents, findingsOf);
  return { search, suggest, update };

  function update(next: Chart, described: readonly ChartedDocument[], findings?: FindingsOf): void {
    names.update(entriesOf(next, described, findings ?? (id => index(next).findingsOfDocument.get(id) ?? [])));
    fields.update(next, described);
    known = namesIn(next);
  }

  function search(typed: string, limit = 20): SearchAnswer {
    const query = parseQuery(typed);
    const { best, counted } = found(query, limit);
    return {
      hits: best.hits(),
      total: counted.total(),
      facets: facetsOf(counted.counts, nameOf),
      notes: notesOn(query),
    };
  }

  function found(query: Query, limit: number): { best: Best; counted: Counting } {
    const phrases = query.phrases.map(phrase => wordsOf(phrase).join(' ')).filter(phrase => phrase !== '');
    const words = [...new Set([...wordsOf(query.text), ...phrases.flatMap(phrase => phrase.split(' '))])];
    const without = query.without.words.flatMap(wordsOf);
    const passes = passing(query, known);
    const text = [query.text, ...query.phrases].join(' ');
    const isFiltered = Object.keys({ ...query.filters, ...query.without.filters }).length > 0;
    const nothing = { best: bestOf(limit), counted: counting() };
    // Neither marks alone nor a word that is only excluded say what to look for.
    if (words.length === 0 && (query.text !== '' || !isFiltered)) return nothing;
    for (const attempt of TRIES) {
      const [best, counted] = [bestOf(limit), counting()];
      const asked = { text, words, without, phrases, ...attempt };
      names.search(asked, passes, best, counted);
      if (phrases.length === 0) fields.search(asked, passes, best, counted);
      if (counted.total() > 0 || words.length === 0) return { best, counted };
    }
    return nothing;
  }

  function suggest(typed: string, limit = 8): Suggestion[] {
    return suggestionsFor(
      typed,
      {
        counts: rest => (rest === '' ? everything() : found(parseQuery(rest), 0).counted.counts),
        paths: fields.paths,
        servers: () => [...known.servers].map(([, [host]]) => [host as string, 1] as const),
        nameOf,
      },
      limit,
    );
  }

  function everything(): Counts {
    const counted = counting();
    for (const { kind, facts } of names.entries()) counted.add(kind, facts);
    fields.count(counted);
    return counted.counts;
  }

  function nameOf(filter: string, value: string): string | undefined {
    if (filter === 'owner') return known.teams.get(value);
    return filter === 'domain' ? known.domains.get(value) : undefined;
  }

  function namesIn({
    teams,
    domains,
    brokers,
  }: Chart): FilterNames & { readonly domains: ReadonlyMap<string, string> } {
    return {
      teams: new Map(teams.map(({ id, name }) => [id, name])),
      domains: new Map(domains.map(({ id, name }) => [id, name])),
      servers: new Map(brokers.map(({ id, host, names: called }) => [id, [host, ...called]])),
      messagesWith: fields.messagesWith,
    };
  }
}
