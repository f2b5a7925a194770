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
 * Listens for changes of the chart for as long as the page is open, and has every shown fact read again at each.
 * A browser retries a broken stream by itself, but not one that was refused, so refusals are retried here.
 */
export function followChart(client: QueryClient): void {
  let wait = RETRY_FIRST_MS;
  const connect = () => {
    const stream = new EventSource('/api/v1/events');
    stream.addEventListener('open', () => {
      wait = RETRY_FIRST_MS;
      // Whatever happened while nobody listened is read now.
      if (live.state === 'lost') void client.invalidateQueries();
      become({ state: 'live' });
    });
    stream.addEventListener('chart', event => {
      const change = JSON.parse(event.data) as ChartEvent;
      void client.invalidateQueries();
      become({ state: 'live', changedAt: Date.now(), documents: change.documents });
    });
    stream.addEventListener('error', () => {
      become({ state: 'lost' });
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, RETRY_MOST_MS);
    });
  };
  connect();
}
