import { nearest } from '@portolan/base';
import { kindOf } from './facts.ts';
import { SEARCH_KINDS } from './hit.ts';
import { FILTERS, type Query } from './query.ts';

/** What people should know about their query: filters that do not exist, and kinds that do not. */
export function notesOn({ unknown, filters, without }: Query): string[] {
  const asFilters = [...new Set(unknown)].map(name => {
    const meant = nearest(name, FILTERS);
    return `There is no filter “${name}”, so it was searched for as a word. ${meantOf(meant, `${meant}:`)}There are ${listed(FILTERS)}.`;
  });
  const kinds = [...(filters.kind ?? []), ...(without.filters.kind ?? [])].filter(
    kind => !(SEARCH_KINDS as readonly string[]).includes(kindOf(kind)),
  );
  const asKinds = kinds.map(kind => {
    const meant = nearest(kind, SEARCH_KINDS);
    return `There is no kind “${kind}”. ${meantOf(meant, `kind:${meant}`)}There are ${listed(SEARCH_KINDS)}.`;
  });
  return [...asFilters, ...asKinds];
}

function meantOf(meant: string | undefined, instead: string): string {
  return meant === undefined ? '' : `Did you mean ${instead}? `;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
