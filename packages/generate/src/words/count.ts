const NUMBER = new Intl.NumberFormat('en');

/** A number for people: `12,400`. */
export function number(value: number): string {
  // Small ones need no separators, and formatting is slow.
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : NUMBER.format(value);
}

/** A number with what it counts: `1 channel`, `2 channels`, `3 entries` when the plural is given. */
export function count(value: number, thing: string, things = `${thing}s`): string {
  return `${number(value)} ${value === 1 ? thing : things}`;
}

/** Words as a list in a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
