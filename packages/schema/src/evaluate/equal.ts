import { isObject } from '../json.ts';

/** Levels that are compared. */
const DEEPEST = 500;

/**
 * True for the same JSON: members in any order, numbers by their value, members that are undefined not there.
 *
 * @throws RangeError when they are the same as far down as can be looked, as when the stack ends
 */
export function isEqual(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (depth > DEEPEST) throw new RangeError('too deep to be compared');
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isEqual(item, b[index], depth + 1));
  }
  if (!isObject(a) || !isObject(b)) return typeof a === 'bigint' || typeof b === 'bigint' ? sameNumber(a, b) : false;
  const names = namesOf(a);
  if (names.length !== namesOf(b).length) return false;
  return names.every(name => Object.hasOwn(b, name) && isEqual(a[name], b[name], depth + 1));
}

/** The names of the members that would be sent: those that are undefined are not. */
export function namesOf(value: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(value);
  return names.some(name => value[name] === undefined) ? names.filter(name => value[name] !== undefined) : names;
}

/**
 * A short text or a number that is the same for equal values, and seldom for others: it tells most that differ apart
 * without comparing each with each.
 */
export function keyOf(value: unknown): unknown {
  if (Array.isArray(value)) return `[${value.length} ${hash(value, 0)}`;
  if (isObject(value)) return `{${namesOf(value).length} ${hash(value, 0)}`;
  return typeof value === 'string' ? `"${value}` : typeof value === 'bigint' ? Number(value) : value;
}

const DEEPEST_HASHED = 32;

function hash(value: unknown, depth: number): number {
  if (depth > DEEPEST_HASHED) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => (sum * 31 + hash(item, depth + 1)) | 0, 1);
  if (isObject(value)) {
    let sum = 2;
    for (const name of namesOf(value)) sum = (sum + hash(name, 0) * (hash(value[name], depth + 1) | 1)) | 0;
    return sum;
  }
  if (typeof value === 'string') return hashText(value);
  return hashText(String(value));
}

function hashText(text: string): number {
  let sum = text.length;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  return sum;
}

function sameNumber(a: unknown, b: unknown): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: the only comparison of JavaScript that is exact between the two kinds of numbers
  return (typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint') && a == b;
}
