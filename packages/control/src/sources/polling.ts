/** Something that is asked again and again, never twice at the same time. */
export interface Polling extends Disposable {
  /**
   * Resolves when the step that is under way, or else the last one, is over; or after some milliseconds, whichever comes
   * first.
   */
  settled(limit?: number): Promise<void>;
  /** Takes the next step now, unless one is under way. */
  now(): void;
}

/**
 * Takes a step now, and again some time after each step is over, until it is disposed; then the signal of the step is
 * aborted. A step never throws.
 *
 * @param step answers how many milliseconds to wait until the next one
 */
export function polling(step: (signal: AbortSignal) => Promise<number>): Polling {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let running = take();

  async function take(): Promise<void> {
    isRunning = true;
    const wait = await step(ending.signal);
    isRunning = false;
    if (ending.signal.aborted) return;
    // Nothing waits for the next step: a program that has nothing else to do may end.
    timer = setTimeout(again, wait).unref();
  }

  function again(): void {
    clearTimeout(timer);
    running = take();
  }

  return {
    async settled(limit) {
      if (limit === undefined) return await running;
      let late: NodeJS.Timeout | undefined;
      const over = new Promise<void>(done => {
        late = setTimeout(done, limit);
      });
      await Promise.race([running, over]);
      clearTimeout(late);
    },
    now() {
      if (!isRunning && !ending.signal.aborted) again();
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      ending.abort();
    },
  };
}
