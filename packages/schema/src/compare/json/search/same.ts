import { isObject } from '../../../json.ts';
import { type Keys, keyOfTerm } from './keys.ts';
import type { Term } from './part.ts';

/** True for schemas that say the same: at a glance where they are written the same, else by their numbers. */
export function isSame(a: Term, b: Term, keys: Keys): boolean {
  return isWrittenSame(a, b) || keyOfTerm(a, keys) === keyOfTerm(b, keys);
}

/** True for schemas that are written the same by the same rules, and mean the same wherever they stand. */
export function isWrittenSame(a: Term, b: Term): boolean {
  const [one, other] = [a.node, b.node];
  return one.resource.rules.keywords === other.resource.rules.keywords && sameText(one.schema, other.schema, 0);
}

/** Levels that are looked at before looking closer pays. */
const DEEPEST = 100;

function sameText(a: unknown, b: unknown, depth: number): boolean {
  // The same object may stand in two documents in which its references lead elsewhere.
  if (a === b && (a === null || typeof a !== 'object')) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameText(item, b[index], depth + 1));
  }
  if (!isObject(a) || !isObject(b)) return false;
  let left = 0;
  for (const name in b) if (Object.hasOwn(b, name)) left++;
  for (const name in a) {
    if (!Object.hasOwn(a, name)) continue;
    if (!Object.hasOwn(b, name) || name.startsWith('$')) return false;
    if (name === 'id' && typeof a.id === 'string') return false;
    if (!sameText(a[name], b[name], depth + 1)) return false;
    left--;
  }
  return left === 0;
}
