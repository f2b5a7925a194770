import { compareText } from '@portolan/base';
import { type Counts, FACETS } from './counting.ts';
import { FILTERS, filterText, partsOf } from './query.ts';

/** What somebody may be about to type. */
export interface Suggestion {
  /** The whole query with it. */
  readonly query: string;
  /** The part that is new: `owner:payments`, or `owner:` for a filter that still wants a value. */
  readonly part: string;
  /** What people call the value, where that differs. */
  readonly name?: string;
  /** How many things would be left; absent for a filter without a value. */
  readonly count?: number;
}

/** What is known of the values of filters. */
export interface Values {
  /** How many things each value leaves of those that the rest of a query finds. */
  readonly counts: (rest: string) => Counts;
  readonly paths: () => Iterable<readonly [string, number]>;
  readonly servers: () => Iterable<readonly [string, number]>;
  readonly nameOf: (filter: string, value: string) => string | undefined;
}

/** Suggestions for what is being typed at the end of a query, at most `limit`, the most frequent values first. */
export function suggestionsFor(typed: string, values: Values, limit: number): Suggestion[] {
  if (typed === '' || /\s$/.test(typed)) return [];
  const started = /(^|\s)(-?)([A-Za-z]+):("?)([^"\s]*|[^"]*)$/.exec(typed);
  const before = started ? typed.slice(0, started.index) : typed.replace(/\S+$/, '');
  const rest = before.trim();
  const complete = (part: string) => (rest === '' ? part : `${rest} ${part}`);
  if (started) {
    const [, , minus, name, , begun = ''] = started;
    const filter = FILTERS.find(known => known === name?.toLowerCase());
    if (!filter) return [];
    const found = ranked(valuesOf(filter), begun, value => values.nameOf(filter, value)).slice(0, limit);
    return found.map(([value, count]) => suggestion(filter, value, minus === '-', count));
  }
  const last = partsOf(typed).at(-1);
  const word = last?.filter === undefined && !last?.quoted ? (last?.value.toLowerCase() ?? '') : '';
  if (word.length < 2) return [];
  const minus = last?.not === true;
  const names = FILTERS.filter(filter => filter.startsWith(word)).map(filter => {
    const part = `${minus ? '-' : ''}${filter}:`;
    return { query: complete(part), part };
  });
  const known = values.counts(rest);
  const offered = FACETS.flatMap(filter =>
    ranked(timesOf(known[filter]), word, value => values.nameOf(filter, value))
      .slice(0, 2)
      .map(([value, count]) => suggestion(filter, value, minus, count)),
  );
  return [...names, ...offered].slice(0, limit);

  function suggestion(filter: string, value: string, not: boolean, count: number): Suggestion {
    const part = filterText(filter, value, not);
    const name = values.nameOf(filter, value);
    return { query: complete(part), part, ...(name !== undefined && name !== value && { name }), count };
  }

  function valuesOf(filter: (typeof FILTERS)[number]): Iterable<readonly [string, number]> {
    if (filter === 'field') return values.paths();
    if (filter === 'server') return values.servers();
    return timesOf(values.counts(rest)[filter]);
  }
}

function timesOf(counts: Counts[keyof Counts]): (readonly [string, number])[] {
  return [...counts].map(([value, { times }]) => [value, times]);
}

/** The values that begin with what was typed before those that contain it; then the most frequent first. */
function ranked(
  values: Iterable<readonly [string, number]>,
  begun: string,
  nameOf: (value: string) => string | undefined,
): (readonly [string, number])[] {
  const asked = begun.trim().toLowerCase();
  const rank = (value: string) => {
    const texts = [value, nameOf(value) ?? ''].map(text => text.toLowerCase());
    if (texts.some(text => text.startsWith(asked))) return 0;
    return texts.some(text => text.includes(asked)) ? 1 : 2;
  };
  return [...values]
    .map(([value, count]) => ({ value, count, rank: rank(value) }))
    .filter(each => each.rank < 2)
    .sort((a, b) => a.rank - b.rank || b.count - a.count || compareText(a.value, b.value))
    .map(({ value, count }) => [value, count] as const);
}
