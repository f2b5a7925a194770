import { keysOf, pointerOf } from '@portolan/base';
import { targetOf } from '@portolan/contract/text';
import { findAt, referenceOf } from '../sketch/find.ts';
import type { Files } from './files.ts';

/** Where something stands: a file and the keys that lead there. */
export interface At {
  readonly location: string;
  readonly keys: readonly string[];
}

/** References that lead from one to the next before a thing is reached; nobody needs more. */
const MAX_STEPS = 50;

/** A place as text, to compare it with others. */
export function nameOfPlace({ location, keys }: At): string {
  return `${location}#${pointerOf('', ...keys)}`;
}

/** The thing itself: what stands at a place, or what its chain of references ends at. Undefined when it is not at hand. */
export function follow(files: Files, at: At, steps = 0): At | undefined {
  const sketch = files.sketch(at.location);
  const found = sketch && findAt(sketch, at.keys);
  if (!found) return undefined;
  const reference = referenceOf(found.node);
  if (reference === undefined) return at;
  const next = steps < MAX_STEPS ? named(files, reference, at.location, steps + 1).at(-1) : undefined;
  return next && follow(files, next, steps + 1);
}

/**
 * The places that a reference leads through, one per key of its pointer, the last of which it names. A place that is a
 * reference itself is followed when a further key is asked of it, as the reader does. Shorter where it leads nowhere.
 */
export function named(files: Files, reference: string, from: string, steps = 0): At[] {
  const { location, pointer } = targetOf(reference, from);
  const root: At = { location, keys: [] };
  const whole = files.sketch(location);
  if (pointer === undefined || !whole) return files.text(location) === undefined ? [] : [root];
  const keys = keysOf(pointer);
  if (keys.length === 0) return [root];
  const places: At[] = [];
  let at = root;
  for (const key of keys) {
    let next: At = { location: at.location, keys: [...at.keys, key] };
    if (!exists(files, next)) {
      const through = follow(files, at, steps + 1);
      if (!through || nameOfPlace(through) === nameOfPlace(at)) return [];
      next = { location: through.location, keys: [...through.keys, key] };
      if (!exists(files, next)) return [];
    }
    places.push(next);
    at = next;
  }
  return places;
}

function exists(files: Files, { location, keys }: At): boolean {
  const sketch = files.sketch(location);
  return sketch !== undefined && findAt(sketch, keys) !== undefined;
}
