import type { NewWatchView, WatchList, WatchView, WatchWithSecretView } from '@portolan/server/port';
import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, send } from './client.ts';

/** Addresses that are told of changes: one's own, and all for governors. */
export const watchesQuery = queryOptions({
  queryKey: ['watches'],
  queryFn: ({ signal }) => get<WatchList>('/watches', {}, signal),
});

/** One with its secret, which is only asked for when somebody wants to see it. */
export const watchQuery = (id: string) =>
  queryOptions({
    queryKey: ['watches', id],
    queryFn: ({ signal }) => get<WatchWithSecretView>(pathOf('watches', id), {}, signal),
  });

export const createWatch = (draft: NewWatchView) => send<WatchWithSecretView>('POST', '/watches', draft);
export const tryWatch = (id: string) => send('POST', pathOf('watches', id, '/try'), {});
export const resumeWatch = (id: string) => send<WatchView>('POST', pathOf('watches', id, '/resume'), {});
export const removeWatch = (id: string) => send('DELETE', pathOf('watches', id), {});
