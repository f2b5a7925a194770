import type { Change, Entry } from '../port.ts';
import { isPassing } from './classify.ts';
import type { Plan } from './plan.ts';

/** Writes several calls as one transaction and answers each. */
export type WriteAll = (calls: readonly (readonly Change[])[]) => Promise<Plan['answers']>;

/** How much one transaction takes at most: calls, and changes of all calls together. */
const CALLS = 128;
const CHANGES = 1_000;

interface Waiting {
  readonly changes: readonly Change[];
  readonly resolve: (entries: readonly Entry[]) => void;
  readonly reject: (error: unknown) => void;
}

/** A writer whose calls share transactions. */
export interface Grouped {
  record(changes: readonly Change[]): Promise<readonly Entry[]>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/**
 * Group commit: calls that arrive while a transaction is under way go into the next one together, in their order. When a
 * group fails for a reason that lies in one call, each call is written by itself, so that it fails alone.
 */
export function grouped(writeAll: WriteAll): Grouped {
  const queue: Waiting[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    for (let group = nextGroup(queue); group.length > 0; group = nextGroup(queue)) await settle(group);
    working = undefined;
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await writeAll(group.map(({ changes }) => changes));
      for (const [n, { resolve }] of group.entries()) resolve(answers[n] ?? []);
    } catch (error) {
      if (group.length === 1 || isPassing(error)) for (const { reject } of group) reject(error);
      else for (const waiting of group) await settle([waiting]);
    }
  }

  return {
    record: changes =>
      new Promise((resolve, reject) => {
        queue.push({ changes, resolve, reject });
        working ??= work();
      }),
    idle: async () => working,
  };
}

function nextGroup(queue: Waiting[]): Waiting[] {
  let changes = 0;
  const end = queue.findIndex((waiting, n) => {
    changes += waiting.changes.length;
    return n > 0 && (n >= CALLS || changes > CHANGES);
  });
  return queue.splice(0, end < 0 ? queue.length : end);
}
