import { expect } from 'vitest';

/** How long a page may take to become what a test expects, on a machine that has other things to do. */
const PATIENCE_MS = 15_000;

/** Expects something of a page that may take a moment: it is looked at again until it holds. */
export function soon<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: PATIENCE_MS, interval: 50 });
}
