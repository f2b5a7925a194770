import { filterText, type Part, partsOf } from '@portolan/chart/query';

/** A filter in a query, as a chip shows it. */
export interface Chip {
  /** As it was typed. */
  readonly typed: string;
  readonly filter: string;
  readonly value: string;
  readonly not: boolean;
}

/** The filters that a query has, without what looks like one and is none. */
export function chipsOf(query: string, filters: readonly string[]): Chip[] {
  return partsOf(query).flatMap(({ typed, filter, value, not }) =>
    filter !== undefined && filters.includes(filter) ? [{ typed, filter, value, not }] : [],
  );
}

/** A query without one of its parts. */
export function withoutPart(query: string, typed: string): string {
  const parts = partsOf(query).map(part => part.typed);
  const at = parts.indexOf(typed);
  return parts.filter((_, index) => index !== at).join(' ');
}

/** A query narrowed to a value of a filter; the value takes the place of another one. */
export function narrowed(query: string, filter: string, value: string): string {
  const kept = partsOf(query).filter((part: Part) => part.not || part.filter !== filter);
  return [...kept.map(part => part.typed), filterText(filter, value)].join(' ');
}

/** Whether a query already asks for a value of a filter. */
export function asksFor(query: string, filter: string, value: string): boolean {
  return partsOf(query).some(part => !part.not && part.filter === filter && part.value === value);
}
