import { compareText } from '@portolan/base';
import type { Facts } from './facts.ts';
import { SEARCH_KINDS, type SearchKind } from './hit.ts';

/** What hits can be narrowed by, with how many each value would leave. */
export interface Facet {
  readonly filter: FacetFilter;
  /** The most frequent first, at most 12; kinds in their order. */
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  /** What people call it, where that differs. */
  readonly name?: string;
  readonly count: number;
}

export type FacetFilter = (typeof FACETS)[number];

/** Filters whose values are counted. */
export const FACETS = ['kind', 'owner', 'domain', 'protocol', 'tag'] as const;

/** Values that a facet names. */
const MOST_VALUES = 12;

/** How many things each value has, by its filter. */
export type Counts = Readonly<Record<FacetFilter, ReadonlyMap<string, { readonly times: number }>>>;

/** Counts everything that fits, whether or not it is among the best. */
export interface Counting {
  readonly counts: Counts;
  total(): number;
  add(kind: SearchKind, facts: Facts, times?: number): void;
}

export function counting(): Counting {
  const counts = { kind: none(), owner: none(), domain: none(), protocol: none(), tag: none() };
  let total = 0;
  // Called for nearly everything when somebody types one letter: a count is looked up once and then counted up.
  const add = (known: Map<string, { times: number }>, value: string, times: number) => {
    const count = known.get(value);
    if (count) count.times += times;
    else known.set(value, { times });
  };
  return {
    counts,
    total: () => total,
    add(kind, { owner, domain, protocols, tags }, times = 1) {
      total += times;
      add(counts.kind, kind, times);
      if (owner !== undefined) add(counts.owner, owner, times);
      if (domain !== undefined) add(counts.domain, domain, times);
      for (const protocol of protocols) add(counts.protocol, protocol, times);
      for (const tag of tags) add(counts.tag, tag, times);
    },
  };
}

function none(): Map<string, { times: number }> {
  return new Map();
}

/** @param nameOf what people call a value, if it has a name of its own */
export function facetsOf(counts: Counts, nameOf: (filter: FacetFilter, value: string) => string | undefined): Facet[] {
  return FACETS.flatMap(filter => {
    const found = [...counts[filter]].sort(([a, m], [b, n]) =>
      filter === 'kind' ? kindRank(a) - kindRank(b) : n.times - m.times || compareText(a, b),
    );
    const values = found.slice(0, MOST_VALUES).map(([value, { times: count }]) => {
      const name = nameOf(filter, value);
      return { value, ...(name !== undefined && name !== value && { name }), count };
    });
    return values.length > 0 ? [{ filter, values }] : [];
  });
}

function kindRank(kind: string): number {
  return SEARCH_KINDS.indexOf(kind as SearchKind);
}
