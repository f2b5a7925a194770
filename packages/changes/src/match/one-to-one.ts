import type { Pair } from '../model.ts';

/** A name for matching; things without one (undefined) are not matched by it. */
export type KeyOf<T> = (thing: T) => string | undefined;

/** What was matched between two lists, and what stands alone on either side. */
export interface Matched<T> {
  readonly pairs: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Matches two lists one to one by the first pair of keys, what is left by the second, and so on. A key that several things
 * share on a side matches none of them: then nobody knows which is which.
 */
export function oneToOne<T>(
  before: readonly T[],
  after: readonly T[],
  ways: readonly (KeyOf<T> | Pair<KeyOf<T>>)[],
): Matched<T> {
  const pairs: Pair<T>[] = [];
  let removed = [...before];
  let added = [...after];
  for (const way of ways) {
    if (removed.length === 0 || added.length === 0) break;
    const keys = typeof way === 'function' ? { before: way, after: way } : way;
    const [left, right] = [byKey(removed, keys.before), byKey(added, keys.after)];
    const found = new Set<T>();
    for (const [key, one] of left) {
      const other = right.get(key);
      if (one === undefined || other === undefined) continue;
      pairs.push({ before: one, after: other });
      found.add(one).add(other);
    }
    removed = removed.filter(thing => !found.has(thing));
    added = added.filter(thing => !found.has(thing));
  }
  return { pairs, removed, added };
}

/** Things by key; undefined where a key is not unique. */
function byKey<T>(things: readonly T[], keyOf: KeyOf<T>): Map<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : thing);
  }
  return found;
}
