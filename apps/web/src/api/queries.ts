import type {
  ChangeEntry,
  ChannelPage,
  ChannelSummary,
  DocumentPage,
  DocumentSummary,
  DomainPage,
  DomainSummary,
  DriftPage,
  FieldPage,
  FindingView,
  ImpactView,
  MapView,
  Maturity,
  MessagePage,
  MessageSummary,
  Overview,
  Page,
  PatchView,
  PatchWish,
  PathView,
  RevisionPage,
  RevisionSummary,
  SchemaPage,
  SchemaSummary,
  SearchResults,
  ServerPage,
  ServerSummary,
  ServicePage,
  ServiceSummary,
  TeamPage,
  TeamSummary,
} from '@portolan/server/port';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, pathOf, type Query, send } from './client.ts';

/** Items asked for at once. Enough that most organisations see a whole list, few enough to answer at once. */
const PAGE_SIZE = 100;

function oneThing<T>(kind: string) {
  return (id: string) =>
    queryOptions({ queryKey: [kind, 'one', id], queryFn: ({ signal }) => get<T>(pathOf(kind, id), {}, signal) });
}

function pages<T, P extends Page<T> = Page<T>>(kind: string) {
  return (filters: Query = {}) =>
    infiniteQueryOptions({
      queryKey: [kind, 'list', filters],
      queryFn: ({ pageParam, signal }) =>
        get<P>(pathOf(kind), { ...filters, limit: PAGE_SIZE, cursor: pageParam }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.next,
      placeholderData: keepPreviousData,
    });
}

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get<Overview>('/overview', {}, signal),
});

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => get<MapView>('/map', {}, signal),
});

export const serviceQuery = oneThing<ServicePage>('services');
export const channelQuery = oneThing<ChannelPage>('channels');
export const messageQuery = oneThing<MessagePage>('messages');
export const teamQuery = oneThing<TeamPage>('teams');
export const documentQuery = oneThing<DocumentPage>('documents');

export const serverQuery = oneThing<ServerPage>('servers');
export const domainQuery = oneThing<DomainPage>('domains');

export const servicesQuery = pages<ServiceSummary>('services');
export const channelsQuery = pages<ChannelSummary>('channels');
export const messagesQuery = pages<MessageSummary>('messages');
export const teamsQuery = pages<TeamSummary>('teams');
export const documentsQuery = pages<DocumentSummary>('documents');
export const findingsQuery = pages<FindingView>('findings');

export const serversQuery = pages<ServerSummary>('servers');
export const domainsQuery = pages<DomainSummary>('domains');

export const maturityQuery = queryOptions({
  queryKey: ['maturity'],
  queryFn: ({ signal }) => get<{ readonly items: readonly Maturity[] }>('/maturity', {}, signal),
});

export const schemaQuery = (document: string, schema: string) =>
  queryOptions({
    queryKey: ['documents', 'schema', document, schema],
    queryFn: ({ signal }) =>
      get<SchemaPage>(pathOf('documents', document, `/schemas/${encodeURIComponent(schema)}`), {}, signal),
  });

export const schemasQuery = (document: string) =>
  queryOptions({
    queryKey: ['documents', 'schemas', document],
    queryFn: ({ signal }) =>
      get<Page<SchemaSummary>>(pathOf('documents', document, '/schemas'), { limit: 500 }, signal),
  });

export const driftQuery = pages<DriftPage['items'][number], DriftPage>('drift');

/** What changed, newest first. An answer has no total: nobody knows it before the whole log was read. */
export const changesQuery = (filters: Query, limit = 25) =>
  infiniteQueryOptions({
    queryKey: ['changes', filters, limit],
    queryFn: ({ pageParam, signal }) =>
      get<{ readonly items: readonly ChangeEntry[]; readonly next?: string }>(
        '/changes',
        { ...filters, limit, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });

export const fieldQuery = (message: string, field: string) =>
  queryOptions({
    queryKey: ['messages', 'field', message, field],
    queryFn: ({ signal }) =>
      get<FieldPage>(pathOf('messages', message, `/fields/${encodeURIComponent(field)}`), {}, signal),
  });

/** Who breaks. The answer before stays until the next one is there, so that the page does not jump while one types. */
export const impactQuery = (question: Query) =>
  queryOptions({
    queryKey: ['impact', question],
    queryFn: ({ signal }) => get<ImpactView>('/impact', question, signal),
    placeholderData: keepPreviousData,
  });

export const pathQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['path', from, to],
    queryFn: ({ signal }) => get<PathView>('/path', { from, to }, signal),
  });

export const revisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'revisions', id],
    queryFn: ({ signal }) =>
      get<Page<RevisionSummary>>(pathOf('documents', id, '/revisions'), { limit: PAGE_SIZE }, signal),
  });

/** One revision never changes, so it is read once. */
export const revisionQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: ['documents', 'revision', id, digest],
    queryFn: ({ signal }) =>
      get<RevisionPage>(pathOf('documents', id, `/revisions/${encodeURIComponent(digest)}`), {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a document says now of what can be edited: a patch without a wish. */
export const patchQuery = (document: string, part: Pick<PatchWish, 'channel' | 'message'>) =>
  queryOptions({
    queryKey: ['documents', 'patch', document, part],
    queryFn: () => send<PatchView>('POST', pathOf('documents', document, '/patch'), part),
  });

/** What somebody may mean; nothing is asked for blank words. */
export const searchQuery = (words: string, limit = 24) =>
  queryOptions({
    queryKey: ['search', words.trim(), limit],
    queryFn: ({ signal }) => get<SearchResults>('/search', { q: words.trim(), limit }, signal),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  });
