import type { Doer, WatchState } from '@portolan/stores/port';

/** What a watch may be narrowed to: all that is given has to fit. Ids as the chart has them. */
export interface WatchFilter {
  readonly service?: string;
  readonly team?: string;
  readonly channel?: string;
  readonly document?: string;
  /** Only changes that break somebody. */
  readonly verdict?: 'breaking';
}

/** A watch as people ask for it. */
export interface NewWatch {
  readonly name: string;
  /** Where changes are sent: http or https, without credentials in it. */
  readonly url: string;
  readonly filter?: WatchFilter;
}

/** An address that is told, as a webhook, of every change that it asked for. */
export interface Watch extends NewWatch, Omit<WatchState, 'cursor' | 'next'> {
  readonly id: string;
  readonly filter: WatchFilter;
  readonly created: string;
  readonly by: Doer;
  /** When it is told next at the earliest, while telling fails. */
  readonly next?: string;
}

/** With the secret by which whoever is told knows that it is true. */
export interface WatchWithSecret extends Watch {
  /** As Standard Webhooks writes it: `whsec_` and Base64. */
  readonly secret: string;
}

/** Something to tell: a CloudEvent, in the form of its JSON (CloudEvents 1.0, section 3 of the JSON format). */
export interface WatchEvent {
  /** Unique among the events of this installation. */
  readonly id: string;
  readonly type: string;
  /** Place in the log. */
  readonly sequence: number;
  readonly time: string;
  readonly subject: string;
  readonly data: unknown;
}

/**
 * The events after a place in the log that a filter lets through, oldest first, and how far was looked: the cursor is the
 * sequence of the last entry that was seen, whether it was let through or not.
 */
export type EventsAfter = (
  filter: WatchFilter,
  after: number,
  limit: number,
) => Promise<{ readonly events: readonly WatchEvent[]; readonly cursor: number }>;
