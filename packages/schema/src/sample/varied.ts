import type { Place } from './place.ts';
import { sequence } from './random.ts';

type Random = () => number;

const DAY = 86_400_000;
const YEAR_2026 = Date.UTC(2026, 0, 1);

/** What a usual text looks like, and how another of the same look is made. */
const LOOKS: readonly (readonly [RegExp, (text: string, random: Random) => string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, (_, random) => moment(random).replace('.000', '')],
  [/^\d{4}-\d\d-\d\d$/, (_, random) => moment(random).slice(0, 10)],
  [/^\d\d:\d\d:\d\dZ$/, (_, random) => moment(random).slice(11).replace('.000', '')],
  [/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/, (_, random) => uuid(random)],
  [/^\w+@example\.com$/, (text, random) => text.replace('@', `.${whole(random, 1, 999)}@`)],
  [/^192\.0\.2\.\d+$/, (_, random) => `192.0.2.${whole(random, 1, 254)}`],
  [/^(.*-)?10\d\d$/, (text, random) => text.replace(/\d{4}$/, String(whole(random, 1001, 9999)))],
];

/**
 * Another text of the same look, by the seed: a moment of the same year, an identifier with another number. The first seed
 * keeps what is usual, so that examples in documentation read well.
 */
export function variedText(text: string, place: Place): string {
  if (place.seed === 1) return text;
  const look = LOOKS.find(([pattern]) => pattern.test(text));
  return look ? look[1](text, randomAt(place)) : text;
}

/** A number of the same size, in quarters where it is a fraction, so that it is the same in every width of floats. */
export function variedNumber(value: number, place: Place): number {
  if (place.seed === 1 || Math.abs(value) > 10_000) return value;
  const scaled = value * (0.5 + randomAt(place)());
  return Number.isInteger(value) ? Math.max(Math.sign(value), Math.round(scaled)) : Math.round(scaled * 4) / 4;
}

function randomAt({ seed, path, turn }: Place): Random {
  return sequence('varied', seed, path, turn);
}

function moment(random: Random): string {
  return new Date(YEAR_2026 + Math.floor(random() * 365) * DAY + Math.floor(random() * 86_400) * 1_000).toISOString();
}

/** RFC 9562 section 5.4: version 4, variant 10. */
function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => whole(random, 0, 15).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[whole(random, 0, 3)] as string;
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
