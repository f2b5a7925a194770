/** What can be asked of a hit besides words: whose it is, what carries it, what it is. */
export const FILTERS = ['owner', 'protocol', 'kind', 'domain'] as const;

export type Filter = (typeof FILTERS)[number];

/** A search as its parts. */
export interface Query {
  /** Everything that is no filter, in the order it was typed. */
  readonly text: string;
  /** Values of each filter; several values of one filter are alternatives. */
  readonly filters: Readonly<Partial<Record<Filter, readonly string[]>>>;
}

/**
 * Takes the filters out of what somebody typed: `owner:payments protocol:kafka refund`. A value with blanks stands in
 * quotes: `owner:"Shop Team"`. A filter nobody knows is text like any other, and so is one without a value.
 */
export function parseQuery(typed: string): Query {
  const filters: Partial<Record<Filter, string[]>> = {};
  const words: string[] = [];
  for (const [whole, name, quoted, plain] of typed.matchAll(/(?:(\w+):(?:"([^"]*)"|([^\s"]+)))|\S+/g)) {
    const filter = FILTERS.find(known => known === name?.toLowerCase());
    const value = (quoted ?? plain)?.trim();
    if (filter && value) filters[filter] = [...(filters[filter] ?? []), value];
    else words.push(whole);
  }
  return { text: words.join(' '), filters };
}
