import { keysOf, pointerOf } from '@portolan/base';
import { type Layout, spanAt } from '../spans.ts';
import type { Loss } from './work.ts';

/**
 * What damage took out of a text: by the pointer of what it was taken from, the keys of the members that are gone, or
 * `unknown` where nobody can tell which they were.
 */
export type Lost = ReadonlyMap<string, ReadonlySet<string> | 'unknown'>;

/** Looks up where the losses of a text belong. An owner that is gone itself is answered by the whole document. */
export function lostFrom(losses: readonly Loss[], layout: Layout | undefined): Lost {
  const wanted = new Set(losses.map(({ owner }) => owner));
  const pointers = new Map<number, string>();
  const gather = (at: Layout, pointer: string, from: number): void => {
    let before = from;
    for (const [index, within] of at.inner.entries()) {
      const { keyStart, start, end } = spanAt(at, index);
      const own = pointerOf(pointer, at.keys?.[index] ?? index);
      if (keyStart >= 0 && wanted.has(keyStart)) pointers.set(keyStart, own);
      // An item begins where its first member stood, which may be what is gone.
      if (keyStart < 0) for (const owner of wanted) if (owner > before && owner <= start) pointers.set(owner, own);
      if (within) gather(within, own, Math.max(keyStart, start - 1));
      before = Math.max(before, end);
    }
  };
  if (layout) gather(layout, '', -1);
  const lost = new Map<string, Set<string> | 'unknown'>();
  for (const { owner, key } of losses) {
    const pointer = pointers.get(owner) ?? '';
    const known = lost.get(pointer) ?? new Set();
    const exact = key !== undefined && known !== 'unknown' && (owner < 0 || pointers.has(owner));
    lost.set(pointer, exact ? known.add(key) : 'unknown');
  }
  return lost;
}

/** Whether a pointer may have led to, or through, something that is gone. */
export function leadsThroughLost(lost: Lost | undefined, pointer: string): boolean {
  if (!lost) return false;
  let at = '';
  for (const key of keysOf(pointer)) {
    const gone = lost.get(at);
    if (gone === 'unknown' || gone?.has(key)) return true;
    at = pointerOf(at, key);
  }
  return lost.has(at);
}
