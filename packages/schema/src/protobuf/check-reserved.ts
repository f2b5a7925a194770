import type { NumberRange, Reserved } from './model.ts';
import type { Report } from './report.ts';
import type { Spot } from './tokens.ts';

interface Numbered {
  readonly name: string;
  readonly spot: Spot;
  readonly number: number;
  readonly numberSpot: Spot;
}

/** Numbers and names that were used once and must not come back, and ranges that make no sense. */
export function checkReserved(
  members: readonly Numbered[],
  reserved: Reserved,
  what: 'field' | 'value',
  report: Report,
): void {
  const names = new Set(reserved.names.map(({ name }) => name));
  for (const { name, spot, number, numberSpot } of members) {
    const range = reserved.numbers.find(({ from, to }) => number >= from && number <= to);
    if (range)
      report(
        numberSpot,
        `the ${what} \`${name}\` has the number ${number}, which is reserved`,
        'Choose another: old messages may still hold this one with another meaning.',
      );
    if (names.has(name))
      report(
        spot,
        `the name of the ${what} \`${name}\` is reserved`,
        'Choose another: old messages in JSON may still hold this one with another meaning.',
      );
  }
  checkRanges(reserved.numbers, report);
  const seen = new Set<string>();
  for (const { name, spot } of reserved.names) {
    if (seen.has(name)) report(spot, `the name \`${name}\` is reserved twice`, 'Remove one of them.');
    seen.add(name);
  }
}

/** Ranges of numbers begin before they end, and do not overlap. */
export function checkRanges(ranges: readonly NumberRange[], report: Report): void {
  const sorted = ranges.filter(({ from, to, spot }) => {
    if (from <= to) return true;
    report(spot, `the range from ${from} to ${to} ends before it begins`, 'Write the smaller number first.');
    return false;
  });
  sorted.sort((a, b) => a.from - b.from);
  for (const [index, { from, spot }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && from <= before.to) report(spot, `the number ${from} is listed twice`, 'Let the ranges not overlap.');
  }
}
