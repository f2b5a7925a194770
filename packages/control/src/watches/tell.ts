import { Fault } from '@portolan/base';
import type { WatchRecord, WatchState } from '@portolan/stores/port';
import { safeFetch } from '../remote/safe-fetch.ts';
import type { EventsAfter, WatchEvent, WatchFilter } from './model.ts';
import { signed } from './signature.ts';

/** What telling works with. */
export interface Teller {
  readonly eventsAfter: EventsAfter;
  readonly secretOf: (id: string) => string;
  /** Where people find the portal: the source of the events. */
  readonly source: () => string;
  /** Hosts in a private network that may be told. */
  readonly privateHosts: readonly string[];
  readonly now: () => Date;
}

/** Events that are sent before another watch has its turn. */
const AT_ONCE = 50;

/** Milliseconds that one request may take, and after which no further one of this turn begins. */
const ONE = 10_000;
const TURN = 60_000;

/** How long somebody has a watch for themselves, in milliseconds: more than a turn can take. */
export const CLAIM = 5 * 60_000;

/** Seconds to wait after the first failure, the second … and after every further one the last. */
const PAUSES = [5, 30, 120, 600, 1_800, 3_600, 7_200, 21_600];

/** After this many milliseconds of nothing but failures a watch is paused. */
const GIVEN_UP = 5 * 86_400_000;

/** Tells a watch what is new for it, in the order of the log, and gives how far it came. */
export async function tell(watch: WatchRecord, teller: Teller): Promise<WatchState> {
  const begun = teller.now().getTime();
  let { cursor } = watch;
  try {
    const found = await teller.eventsAfter(watch.filter as WatchFilter, cursor, AT_ONCE);
    for (const event of found.events) {
      if (teller.now().getTime() - begun > TURN) return going(watch, cursor, teller);
      await send(watch, event, teller);
      cursor = event.sequence;
    }
    return going(watch, found.cursor, teller);
  } catch (error) {
    return failed(watch, cursor, error, teller);
  }
}

/** Sends one event. Faults: those of `safeFetch`; `Refused` for an answer that is no success. */
export async function send({ id, url }: Pick<WatchRecord, 'id' | 'url'>, event: WatchEvent, teller: Teller) {
  const { sequence: _, ...attributes } = event;
  const body = JSON.stringify({
    specversion: '1.0',
    source: teller.source(),
    datacontenttype: 'application/json',
    ...attributes,
  });
  const { status } = await safeFetch(url, {
    hosts: [URL.parse(url)?.hostname ?? ''],
    privateHosts: teller.privateHosts,
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      ...signed(teller.secretOf(id), `${id}.${event.id}`, teller.now(), body),
    },
    body,
    timeout: ONE,
    maxBytes: 1_000_000,
    // A webhook that moved is to be told so by whoever moved it: signatures are for one address.
    maxRedirects: 0,
  });
  if (status < 200 || status > 299) throw new Refused(status);
}

/** An answer that is no success. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`it answered with the status ${status}`);
    this.status = status;
  }
}

function going(watch: WatchRecord, cursor: number, { now }: Teller): WatchState {
  // Another process may know of entries that this one has not read yet.
  const wait = cursor > watch.cursor ? 0 : 1_000;
  return { cursor, tries: 0, next: new Date(now().getTime() + wait).toISOString() };
}

function failed(watch: WatchRecord, cursor: number, error: unknown, { now }: Teller): WatchState {
  const at = now();
  // Something that was told is a success between two failures.
  const [tries, since] =
    cursor === watch.cursor && watch.failing ? [watch.tries + 1, watch.failing.since] : [1, at.toISOString()];
  const seconds = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
  // RFC 9110 section 15.5.11: gone for good.
  const isOver = (error as Refused).status === 410 || at.getTime() - Date.parse(since) > GIVEN_UP;
  return {
    cursor,
    tries,
    next: new Date(at.getTime() + seconds * 1_000).toISOString(),
    failing: { since, problem: problemOf(error) },
    ...(isOver && { paused: at.toISOString() }),
  };
}

/** What hinders a request, in words about the address, which is not told: its path may be a secret. */
const PROBLEMS: Readonly<Record<string, string>> = {
  CONTROL_REMOTE_PRIVATE: 'it is in a private network',
  CONTROL_REMOTE_REDIRECTS: 'it leads to another address',
  CONTROL_REMOTE_TIMEOUT: 'it did not answer in time',
  CONTROL_REMOTE_TOO_LARGE: 'its answer is too large',
};

/** Why telling failed, in half a sentence. */
export function problemOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (!(error instanceof Fault)) return 'Portolan failed to make the message';
  const { code, params } = error;
  return PROBLEMS[code] ?? `it cannot be reached: ${params.reason ?? code}`;
}
