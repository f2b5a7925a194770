import type {
  AuditList,
  MadeToken,
  NewToken,
  NewUser,
  SessionInfo,
  SessionView,
  TokenView,
  UserChange,
  UserView,
} from '@portolan/server/port';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { get, pathOf, type Query, Refusal, send } from './client.ts';

type Items<T> = { readonly items: readonly T[] };

/** Who is signed in, and how one signs in here. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<SessionInfo>('/session', {}, signal),
});

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => get<Items<SessionView>>('/account/sessions', {}, signal),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => get<Items<UserView>>('/users', {}, signal),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => get<Items<TokenView>>('/tokens', {}, signal),
});

export const auditQuery = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) => get<AuditList>('/audit', { ...filters, limit: 50, before: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
  });

/** What the code of a problem means. */
export const faultQuery = (code: string) =>
  queryOptions({
    queryKey: ['fault', code],
    queryFn: ({ signal }) => get<{ readonly says: string; readonly help: string }>(pathOf('faults', code), {}, signal),
  });

export const signIn = (given: { readonly name: string; readonly password: string }) =>
  send<UserView>('POST', '/session', given);
export const signOut = () => send('DELETE', '/session', {});
export const signOutEverywhere = () => send('DELETE', '/account/sessions', {});
export const setUp = (draft: { readonly secret: string; readonly name: string; readonly password: string }) =>
  send<UserView>('POST', '/setup', draft);
export const changePassword = (passwords: { readonly old: string; readonly new: string }) =>
  send<UserView>('PUT', '/account/password', passwords);
export const createUser = (draft: NewUser) => send<UserView>('POST', '/users', draft);
export const changeUser = (id: string, change: UserChange) => send<UserView>('PATCH', pathOf('users', id), change);
export const createToken = (draft: NewToken) => send<MadeToken>('POST', '/tokens', draft);
export const revokeToken = (id: string) => send<TokenView>('DELETE', pathOf('tokens', id), {});

/** Looks again who is signed in, when an answer says that nobody is. */
export function heedSignOut(client: QueryClient, error: Error): void {
  const isOut = error instanceof Refusal && error.problem.status === 401 && error.problem.code !== '';
  if (isOut) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
}
