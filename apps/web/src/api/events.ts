import type { ChartEvent } from '@portolan/server/port';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** What is known of the connection over which the server says that the chart changed. */
export interface Live {
  readonly state: 'connecting' | 'live' | 'lost';
  /** When the last change arrived: milliseconds of this machine's clock. */
  readonly changedAt?: number;
  /** The documents of the last change. */
  readonly documents: readonly string[];
}

const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 15_000;

/** How long a page keeps its stream after it was last seen. */
const UNSEEN_MS = 30_000;

let live: Live = { state: 'connecting', documents: [] };
const listeners = new Set<() => void>();

function become(next: Partial<Live>): void {
  live = { ...live, ...next };
  for (const listener of listeners) listener();
}

/** The connection as it is now; the component draws again when it changes. */
export function useLive(): Live {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => live,
  );
}

/**
 * Listens for changes of the chart while the page is seen, and has every shown fact read again at each.
 *
 * A page that nobody sees gives its stream back after a while, because browsers keep only six connections to a server
 * and would let the seventh tab wait for ever; seen again, it reads what it missed. A browser retries a broken stream
 * by itself, but not one that was refused, so refusals are retried here.
 */
export function followChart(client: QueryClient): void {
  let wait = RETRY_FIRST_MS;
  let stream: EventSource | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** True when changes may have gone by unheard. */
  let missed = false;

  const connect = () => {
    const opened = new EventSource('/api/v1/events');
    stream = opened;
    opened.addEventListener('open', () => {
      wait = RETRY_FIRST_MS;
      if (missed) void client.invalidateQueries();
      missed = false;
      become({ state: 'live' });
    });
    opened.addEventListener('chart', event => {
      const change = JSON.parse(event.data) as ChartEvent;
      void client.invalidateQueries();
      become({ state: 'live', changedAt: Date.now(), documents: change.documents });
    });
    opened.addEventListener('error', () => {
      missed = true;
      become({ state: 'lost' });
      if (opened.readyState !== EventSource.CLOSED || stream !== opened) return;
      setTimeout(() => stream === opened && connect(), wait);
      wait = Math.min(wait * 2, RETRY_MOST_MS);
    });
  };
  const leave = () => {
    stream?.close();
    stream = undefined;
    missed = true;
    become({ state: 'connecting' });
  };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(leave, UNSEEN_MS);
    else if (!stream) connect();
  });
  connect();
}
