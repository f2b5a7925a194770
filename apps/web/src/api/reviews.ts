import type {
  ChangelogPage,
  CheckList,
  CheckPage,
  DecisionList,
  DecisionView,
  Governance,
  NewDecisionView,
  NewTryView,
  RevisionChanges,
  TriedView,
} from '@portolan/server/port';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pathOf, type Query, send } from './client.ts';

/** What a revision changed, against the one before or another one. */
export const revisionChangesQuery = (document: string, digest: string, against?: string) =>
  queryOptions({
    queryKey: ['reviews', 'revision', document, digest, against],
    queryFn: ({ signal }) =>
      get<RevisionChanges>(
        pathOf('documents', document, `/revisions/${encodeURIComponent(digest)}/changes`),
        { against },
        signal,
      ),
  });

/** Checks that pipelines sent, newest first. */
export const checksQuery = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'checks', filters],
    queryFn: ({ pageParam, signal }) => get<CheckList>('/checks', { ...filters, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
  });

export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'check', id],
    queryFn: ({ signal }) => get<CheckPage>(pathOf('checks', id), {}, signal),
  });

/** Everything that a decision may change on a page. */
export const REVIEWS = ['reviews'] as const;

export const decide = (draft: NewDecisionView) => send<DecisionList>('POST', '/decisions', draft);
export const revoke = (id: string) => send<DecisionView>('DELETE', pathOf('decisions', id), {});

type Tried = { readonly items: readonly TriedView[] };

/** Against what each document says now. */
export const tryMessage = (message: string, payload: unknown) =>
  send<Tried>('POST', pathOf('messages', message, '/try'), { payload });

/** Against revisions of one document. */
export const tryRevisions = (document: string, wish: NewTryView) =>
  send<Tried>('POST', pathOf('documents', document, '/try'), wish);

/** What changed from version to version: of one service, or of all. */
export const changelogQuery = (service?: string) =>
  queryOptions({
    queryKey: ['changelog', service],
    queryFn: ({ signal }) =>
      get<ChangelogPage>(service === undefined ? '/changelog' : pathOf('services', service, '/changelog'), {}, signal),
  });

export const governanceQuery = (days: string) =>
  queryOptions({
    queryKey: ['reviews', 'governance', days],
    queryFn: ({ signal }) => get<Governance>('/governance', { days }, signal),
  });
