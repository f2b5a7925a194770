/** What can be asked of a hit besides words: whose it is, what carries it, what it is, which fields its messages have. */
export const FILTERS = ['owner', 'domain', 'protocol', 'kind', 'tag', 'field', 'server'] as const;

export type Filter = (typeof FILTERS)[number];

/** Values of filters. */
export type FilterValues = Readonly<Partial<Record<Filter, readonly string[]>>>;

/** A search as its parts. */
export interface Query {
  /** Everything that is no filter, no phrase and not excluded, in the order it was typed. */
  readonly text: string;
  /** Words that have to stand together, from quotes. */
  readonly phrases: readonly string[];
  /** Values of each filter; several values of one filter are alternatives. */
  readonly filters: FilterValues;
  /** What hits must not have: words and filters that were written with `-`. */
  readonly without: { readonly words: readonly string[]; readonly filters: FilterValues };
  /** What looks like a filter and is none; it is among the text, too. */
  readonly unknown: readonly string[];
}

/** One part of what somebody typed: a filter with its value, or words. */
export interface Part {
  /** As it was typed. */
  readonly typed: string;
  readonly not: boolean;
  /** In lower case; absent for words. */
  readonly filter?: string;
  readonly value: string;
  readonly quoted: boolean;
}

const PART = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"|([^\s"]+))|\S+/g;

/** The parts in the order they were typed. A filter without a value is words, and so is an address such as `https://…`. */
export function partsOf(typed: string): Part[] {
  return [...typed.matchAll(PART)].flatMap(([whole, minus, name, quoted, plain]) => {
    const value = (quoted ?? plain ?? '').trim();
    const isFilter = name !== undefined && value !== '' && !value.startsWith('/');
    const not = minus === '-' && value !== '';
    if (isFilter) return [{ typed: whole, not, filter: name.toLowerCase(), value, quoted: quoted !== undefined }];
    const said = name === undefined && value !== '' ? value : whole.replace(/^-/, '');
    if (quoted !== undefined && value === '' && name === undefined) return [];
    return [{ typed: whole, not, value: said, quoted: name === undefined && quoted !== undefined }];
  });
}

/**
 * Takes a query apart: `owner:payments -protocol:mqtt "order placed" refund`. A value with blanks stands in quotes:
 * `owner:"Shop Team"`. A filter that does not exist is text like any other, and it is named so that somebody can say so.
 */
export function parseQuery(typed: string): Query {
  const filters: Partial<Record<Filter, string[]>> = {};
  const notFilters: Partial<Record<Filter, string[]>> = {};
  const [words, notWords, phrases, unknown] = [[], [], [], []] as [string[], string[], string[], string[]];
  for (const { typed: whole, not, filter, value, quoted } of partsOf(typed)) {
    const known = FILTERS.find(name => name === filter);
    if (known) {
      const kept = not ? notFilters : filters;
      kept[known] = [...(kept[known] ?? []), value];
      continue;
    }
    if (filter !== undefined) unknown.push(filter);
    if (not) notWords.push(value);
    else if (quoted && filter === undefined) phrases.push(value);
    else words.push(filter === undefined ? value : whole);
  }
  return { text: words.join(' '), phrases, filters, without: { words: notWords, filters: notFilters }, unknown };
}

/** A filter as one types it: `owner:payments`, `-owner:"Shop Team"`. */
export function filterText(filter: string, value: string, not = false): string {
  return `${not ? '-' : ''}${filter}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
}
