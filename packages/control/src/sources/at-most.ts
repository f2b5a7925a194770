/** Runs steps, at most so many of them at the same time; the others wait for their turn. */
export function atMost(count: number): <T>(step: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async step => {
    if (running >= count) await new Promise<void>(go => waiting.push(go));
    running++;
    try {
      return await step();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
