import { type Origin, pointerOf } from '@portolan/base';
import type { Pair } from './model.ts';

/** Where a member of something stands. */
export function member(origin: Origin, key: string): Origin {
  return { source: origin.source, pointer: pointerOf(origin.pointer, key) };
}

/** What became of a member, in a word: added, removed or changed. */
export function doneOf(before: unknown, after: unknown): string {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

type Placed = { readonly origin: Origin };

/**
 * Where a member of two states of one thing stands. Without it, on a side that does not have it, the thing itself.
 *
 * @param from its value before, where that is not a member of the thing under the same key
 */
export function sidesOf(
  pair: Pair<Placed>,
  key: string,
  from?: unknown,
  to?: unknown,
): { before: Origin; after: Origin } {
  const at = (thing: Placed, given: unknown) => {
    const value = given ?? (thing as unknown as Record<string, unknown>)[key];
    return value === undefined ? thing.origin : member(thing.origin, key);
  };
  return { before: at(pair.before, from), after: at(pair.after, to) };
}
