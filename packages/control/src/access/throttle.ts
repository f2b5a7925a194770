import { isIPv6 } from 'node:net';
import type { AccessStore } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import { digestOfSecret } from './secrets.ts';

/** How many tries are let through in how many milliseconds. */
export interface Limits {
  readonly window: number;
  /** Of one name from one address. */
  readonly pair: number;
  /** From one address, whatever the names. */
  readonly address: number;
  /** Of one name, from wherever. High, because whoever knows a name could lock its owner out. */
  readonly name: number;
}

export const LIMITS: Limits = { window: 15 * 60_000, pair: 5, address: 50, name: 100 };

/** Counts tries to sign in, in the store: several processes on one store count together. */
export interface Throttle {
  /**
   * Counts a try before it is looked at, so that tries made at once are all counted.
   * Faults: CONTROL_TOO_MANY_TRIES.
   */
  count(name: string, from: string | undefined): Promise<void>;
  /** It was right: what went wrong before with this name, from there, was a slip of the hand, and this try is none. */
  forgive(name: string, from: string | undefined): Promise<void>;
}

export function createThrottle(store: AccessStore, now: () => Date, limits: Limits = LIMITS): Throttle {
  return {
    async count(name, from) {
      const start = now();
      const ends = new Date(start.getTime() + limits.window).toISOString();
      const network = networkOf(from);
      const kinds = [
        [keyOf('pair', name, network), limits.pair],
        [keyOf('address', network), limits.address],
        [keyOf('name', name), limits.name],
      ] as const;
      for (const [key, most] of kinds) {
        const tries = await store.attempt(key, start.toISOString(), ends);
        if (tries.count <= most) continue;
        const left = new Date(tries.ends).getTime() - start.getTime();
        throw faults.TOO_MANY_TRIES({ minutes: Math.max(1, Math.ceil(left / 60_000)) });
      }
    },
    forgive(name, from) {
      const network = networkOf(from);
      return store.write([
        { kind: 'attempts-forgotten', who: keyOf('pair', name, network) },
        { kind: 'attempt-taken-back', who: keyOf('address', network) },
        { kind: 'attempt-taken-back', who: keyOf('name', name) },
      ]);
    },
  };
}

/** Names and addresses are counted, not kept. */
function keyOf(...parts: readonly string[]): string {
  return digestOfSecret(JSON.stringify(parts.map(part => part.normalize('NFKC').toLowerCase())));
}

/** Who has an IPv6 address has a network of 64 bits full of them. */
function networkOf(from = ''): string {
  if (!isIPv6(from) || from.includes('.')) return from.replace(/^::ffff:/i, '');
  const [head = '', tail = ''] = from.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const full = from.includes('::')
    ? [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
    : before;
  return full
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':');
}
