const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long further signals count as the same one (ms): Ctrl-C reaches us from the terminal and from npm. */
const SAME = 1_000;

/** Resolves when somebody wants the program to end. Whoever insists a second later ends it at once. */
export function signalled(): Promise<void> {
  return new Promise(resolve => {
    let first: number | undefined;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SAME) process.exit(130);
        resolve();
      });
    }
  });
}
