/** Something that is asked again and again, never twice at the same time. */
export interface Polling extends Disposable {
  /** Resolves when the step that is under way, or the first one, is over. */
  readonly settled: () => Promise<void>;
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
  let running = take();

  async function take(): Promise<void> {
    const wait = await step(ending.signal);
    if (ending.signal.aborted) return;
    // Nothing waits for the next step: a program that has nothing else to do may end.
    timer = setTimeout(() => {
      running = take();
    }, wait).unref();
  }

  return {
    settled: () => running,
    [Symbol.dispose]() {
      clearTimeout(timer);
      ending.abort();
    },
  };
}
