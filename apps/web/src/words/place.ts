import type { SearchHit } from '@portolan/server/port';

/** An address of the portal, as the router takes it. */
export interface Place {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
}

const PAGES: Readonly<Record<Exclude<SearchHit['kind'], 'domain'>, string>> = {
  service: '/services/$id',
  channel: '/channels/$id',
  message: '/messages/$id',
  /** A field is shown on the page of its message. */
  field: '/messages/$id',
  team: '/teams/$id',
  document: '/documents/$id',
};

/** Where a search hit leads. A domain has no page of its own: it is the services that belong to it. */
export function placeOfHit(hit: Pick<SearchHit, 'kind' | 'id'>): Place {
  if (hit.kind === 'domain') return { to: '/services', search: { domain: hit.id } };
  return { to: PAGES[hit.kind], params: { id: hit.id } };
}
