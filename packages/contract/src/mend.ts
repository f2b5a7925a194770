import { type Fix, type FixStep, isObject, nearest, pointerOf } from '@portolan/base';
import { type Cursor, originOf } from './resolve/cursor.ts';

/** A fix, or how to make one from what the author wrote in that place; undefined where that leaves a guess. */
export type Mend = Fix | ((written: string) => Fix | undefined);

/** Whether no candidate but the nearest one could have been meant: the same but for its case, or alone in being near. */
export function onlyNear(written: string, near: string, candidates: readonly string[]): boolean {
  if (written.toLowerCase() === near.toLowerCase()) return true;
  const others = candidates.filter(candidate => candidate !== near);
  return nearest(written, others) === undefined;
}

/** Gives a member another name. `at` is the member. */
export function renaming(at: Cursor, key: string): Fix {
  return { says: `Rename it to “${key}”`, steps: [{ do: 'rename', origin: originOf(at), key }] };
}

/** Puts another value in the place of one. */
export function replacing(at: Cursor, value: unknown): Fix {
  return { says: `Replace it by ${worded(value)}`, steps: [{ do: 'replace', origin: originOf(at), value }] };
}

/** Takes members away from an object. */
export function removing(at: Cursor, keys: readonly string[]): Fix {
  const steps = keys.map((key): FixStep => {
    return { do: 'remove', origin: { source: at.source, pointer: pointerOf(at.pointer, key) } };
  });
  return { says: `Remove ${keys.map(key => `“${key}”`).join(', ')}`, steps };
}

function worded(value: unknown): string {
  if (isObject(value) && typeof value.$ref === 'string') return `a reference to “${value.$ref}”`;
  return typeof value === 'string' ? `“${value}”` : `\`${JSON.stringify(value)}\``;
}
