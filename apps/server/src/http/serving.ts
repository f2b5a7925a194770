import type { Catalog, Log } from '@portolan/control';
import type { Metrics } from './metrics.ts';
import type { Streams } from './streams.ts';

/** What a running server works with. */
export interface Serving {
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly streams: Streams;
  /** Undefined until the documents were read once. */
  catalog(): Catalog | undefined;
  /** True from the moment in which the server was asked to end. */
  isClosing(): boolean;
}
