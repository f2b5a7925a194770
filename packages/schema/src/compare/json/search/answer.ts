import type { Goal } from './goal.ts';
import type { Keys } from './keys.ts';
import type { Type } from './part.ts';

/** What looking for a value came to: one, proof that there is none, or neither. */
export type Answer =
  | { readonly kind: 'found'; readonly value: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

export const NONE: Answer = { kind: 'none' };

export function found(value: unknown): Answer {
  return { kind: 'found', value };
}

export function unknown(reason: string): Answer {
  return { kind: 'unknown', reason };
}

/** Of several ways none of which was found to lead anywhere: proof only where each is proved. */
export function worse(a: Answer, b: Answer): Answer {
  return a.kind === 'unknown' ? a : b;
}

/** What finding values of parts needs from finding values of the whole. */
export interface Search {
  readonly keys: Keys;
  /** Looks for a value that meets all goals. Answers are remembered. */
  readonly find: (goals: readonly Goal[], types?: readonly Type[]) => Answer;
  /** Counts work; true when there has been too much of it, and then nothing more can be told. */
  readonly overspent: (steps: number) => boolean;
}

export const OVERSPENT: Answer & { kind: 'unknown' } = {
  kind: 'unknown',
  reason: 'comparing it could take too long: its alternatives multiply',
};
