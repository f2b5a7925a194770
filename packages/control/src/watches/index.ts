import type { Store } from '@portolan/stores/port';
import type { Log } from '../catalog/model.ts';
import type { EventsAfter } from './model.ts';
import { secretOf } from './signature.ts';
import { startTelling, type Telling } from './start-telling.ts';
import { type Watches, watchesOf } from './watches.ts';

export interface WatchOptions {
  readonly store: Store;
  /** At least 32 random bytes that only this installation knows; every process over one store has the same. */
  readonly key: Uint8Array;
  readonly eventsAfter: EventsAfter;
  /** Where people find the portal. */
  readonly source: () => string;
  /** Hosts in a private network that may be told. None by default. */
  readonly privateHosts?: readonly string[];
  readonly log: Log;
  readonly now?: () => Date;
  /** Milliseconds between two looks at those that failed before. */
  readonly pace?: number;
}

/** Begins to tell watches of changes, until it is disposed. */
export function openWatches(options: WatchOptions): Watches & Telling {
  const { store, key, log, eventsAfter, source, privateHosts = [], now = () => new Date(), pace } = options;
  const teller = { eventsAfter, source, privateHosts, now, secretOf: (id: string) => secretOf(key, id) };
  const telling = startTelling(store, teller, log, pace);
  return {
    ...watchesOf(store, teller, telling.nudge),
    ...telling,
    [Symbol.asyncDispose]: telling[Symbol.asyncDispose],
  };
}
