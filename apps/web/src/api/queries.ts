import type {
  ChannelPage,
  ChannelSummary,
  DocumentPage,
  DocumentSummary,
  FindingView,
  MapView,
  MessagePage,
  MessageSummary,
  Overview,
  Page,
  RevisionPage,
  RevisionSummary,
  SearchHit,
  ServicePage,
  ServiceSummary,
  TeamPage,
  TeamSummary,
} from '@portolan/server/port';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, pathOf, type Query } from './client.ts';

/** Items asked for at once. Enough that most organisations see a whole list, few enough to answer at once. */
const PAGE_SIZE = 100;

function oneThing<T>(kind: string) {
  return (id: string) =>
    queryOptions({ queryKey: [kind, 'one', id], queryFn: ({ signal }) => get<T>(pathOf(kind, id), {}, signal) });
}

function pages<T>(kind: string) {
  return (filters: Query = {}) =>
    infiniteQueryOptions({
      queryKey: [kind, 'list', filters],
      queryFn: ({ pageParam, signal }) =>
        get<Page<T>>(pathOf(kind), { ...filters, limit: PAGE_SIZE, cursor: pageParam }, signal),
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

export const servicesQuery = pages<ServiceSummary>('services');
export const channelsQuery = pages<ChannelSummary>('channels');
export const messagesQuery = pages<MessageSummary>('messages');
export const teamsQuery = pages<TeamSummary>('teams');
export const documentsQuery = pages<DocumentSummary>('documents');
export const findingsQuery = pages<FindingView>('findings');

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

/** What somebody may mean; nothing is asked for blank words. */
export const searchQuery = (words: string, limit = 24) =>
  queryOptions({
    queryKey: ['search', words.trim(), limit],
    queryFn: ({ signal }) => get<Page<SearchHit>>('/search', { q: words.trim(), limit }, signal),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  });
