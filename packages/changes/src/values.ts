import { canonical } from '@portolan/base';

/** Whether two plain values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return canonical(a) === canonical(b);
}

/** A value for a sentence, cut where it gets long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `a`, `b` and `c`, each in backticks. */
export function listed(names: readonly string[]): string {
  const quoted = names.map(name => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** What stands in the first list and not in the second. */
export function missing<T>(from: readonly T[], among: readonly T[]): T[] {
  const known = new Set(among);
  return from.filter(item => !known.has(item));
}
