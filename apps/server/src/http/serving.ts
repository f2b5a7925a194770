import type { Access, Catalog, Log, Reviews, Watches } from '@portolan/control';
import type { Metrics } from './metrics.ts';
import type { Streams } from './streams.ts';

/** What a running server works with. */
export interface Serving {
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly streams: Streams;
  readonly access: Access;
  /** Whether documents may be pushed to it. */
  readonly takesPushes: boolean;
  /** Whether addresses can be told of changes. */
  readonly keepsWatches: boolean;
  /** Checks and decisions; absent where none are kept. */
  readonly reviews?: Reviews;
  /** Undefined until the documents were read once, and where there are none. */
  watches(): Watches | undefined;
  /** Undefined until the documents were read once. */
  catalog(): Catalog | undefined;
  /** Where people find the portal, without a slash at the end: `https://portolan.example.com`. */
  publicUrl(): string;
  /** True from the moment in which the server was asked to end. */
  isClosing(): boolean;
}
