/** Tells followers that the log has grown. */
export interface Follower {
  follow(hint: () => void): Disposable;
  stop(): void;
}

/**
 * Looks at the newest sequence every `pace` milliseconds, as long as somebody follows. Asking costs the server the look
 * at one row, and works through every connection pooler, which LISTEN does not. While the store is away nobody is called:
 * the first look that succeeds tells what came meanwhile.
 */
export function follower(sequence: () => Promise<number>, pace: number): Follower {
  const hints = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let seen: number | undefined;

  async function look(): Promise<void> {
    const now = await sequence().catch(() => undefined);
    const grown = now !== undefined && seen !== now;
    seen = now ?? seen;
    if (grown) for (const hint of hints) hint();
    if (hints.size > 0) timer = setTimeout(look, pace).unref();
    else timer = undefined;
  }

  return {
    follow(hint) {
      hints.add(hint);
      timer ??= setTimeout(look, pace).unref();
      return { [Symbol.dispose]: () => void hints.delete(hint) };
    },
    stop() {
      hints.clear();
      clearTimeout(timer);
    },
  };
}
