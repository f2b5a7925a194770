import type { SearchHit } from '@portolan/server/port';

/** An address of the portal, as the router takes it. */
export interface Place {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
}

const PAGES: Readonly<Record<Exclude<SearchHit['kind'], 'field' | 'schema' | 'finding'>, string>> = {
  service: '/services/$id',
  channel: '/channels/$id',
  message: '/messages/$id',
  team: '/teams/$id',
  domain: '/domains/$id',
  server: '/servers/$id',
  document: '/documents/$id',
};

/** Where a search hit leads: to its page; a finding to the others of its kind in its document. */
export function placeOfHit({
  kind,
  id,
  name,
  document = '',
}: Pick<SearchHit, 'kind' | 'id' | 'name' | 'document'>): Place {
  if (kind === 'field') return { to: '/messages/$id/fields/$field', params: { id, field: name } };
  if (kind === 'schema') return { to: '/documents/$id/schemas/$schema', params: { id: document, schema: id } };
  if (kind === 'finding') return { to: '/findings', search: { document, code: id } };
  return { to: PAGES[kind], params: { id } };
}
