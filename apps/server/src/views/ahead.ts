import type { Snapshot } from '@portolan/control';
import { known } from './known.ts';
import { searchOver } from './search.ts';

/** Works out what somebody will soon ask for, before they do. */
export interface Ahead extends Disposable {
  /** There is another snapshot. */
  soon(): void;
}

/**
 * Milliseconds that a snapshot has to stand: whoever looks at a page is answered before anything is worked out ahead, and
 * of changes in a row only the last one counts. Whoever searches sooner has it worked out then.
 */
const PAUSE = 1_500;

/** @param snapshot the newest one */
export function aheadOf(snapshot: () => Snapshot): Ahead {
  let timer: NodeJS.Timeout | undefined;
  function prepare(): void {
    try {
      searchOver(known(snapshot()));
    } catch {
      // Whoever searches will hear of it, and nobody else needs it.
    }
  }
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(prepare, PAUSE).unref();
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
    },
  };
}
