import type { Store } from '@portolan/stores/port';
import type { Log } from '../catalog/model.ts';
import { CLAIM, type Teller, tell } from './tell.ts';

/** Watches that are told at the same time. */
const SIDE_BY_SIDE = 4;

/** A running messenger. */
export interface Telling extends AsyncDisposable {
  /** Something happened: looks for watches that are due, soon. */
  nudge(): void;
}

/**
 * Tells watches what they are due, until it is disposed: when something happens, and every `pace` milliseconds for those
 * that failed before. Every process over one store does; the store gives each watch to one of them at a time. What was told
 * right before a process was killed may be told twice, with the same id.
 */
export function startTelling(store: Store, teller: Teller, log: Log, pace = 5_000): Telling {
  let ended = false;
  let again = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(nudge, pace);
  timer.unref();

  function nudge(): void {
    if (ended) return;
    again = true;
    running ??= work().finally(() => {
      running = undefined;
    });
  }

  async function work(): Promise<void> {
    while (again && !ended) {
      again = false;
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, tellAll));
    }
  }

  async function tellAll(): Promise<void> {
    try {
      while (!ended && (await tellOne()));
    } catch (error) {
      // The store may be away for a while; the next round asks again.
      log.warn({ err: error }, 'watches could not be told');
    }
  }

  async function tellOne(): Promise<boolean> {
    const now = teller.now();
    const ends = new Date(now.getTime() + CLAIM).toISOString();
    const watch = await store.watches.claim({ now: now.toISOString(), ends, newest: await store.sequence() });
    if (!watch) return false;
    const state = await tell(watch, teller);
    const { failing } = state;
    if (failing) log.warn({ watch: watch.id, problem: failing.problem, tries: state.tries }, 'a watch was not told');
    await store.watches.write([{ kind: 'watch-state', id: watch.id, state }]);
    return true;
  }

  nudge();
  return {
    nudge,
    async [Symbol.asyncDispose]() {
      ended = true;
      clearInterval(timer);
      await running;
    },
  };
}
