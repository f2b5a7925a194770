import { isOfFormat } from '../evaluate/formats/format.ts';
import type { JsonObject } from '../json.ts';

export interface Confidence {
  /** Values from which on limits and lists of values are taken for rules. */
  readonly enough: number;
}

/** Formats that are told by looking at texts, the narrowest first. */
const FORMATS = ['uuid', 'date-time', 'date', 'time', 'ipv4', 'ipv6', 'email', 'duration', 'uri'] as const;

/** Values that a list of allowed ones may have. */
const MOST_LISTED = 12;

/** How often each listed value must come again, on average. */
const OFTEN = 3;

/** Texts: of a format, or from a list, or of one length. */
export function textsOf(texts: readonly string[], { enough }: Confidence): JsonObject {
  const format = FORMATS.find(name =>
    texts.every(text => isOfFormat(text, name) && (name !== 'uri' || text.includes('://'))),
  );
  if (format) return { type: 'string', format };
  const values = new Set(texts);
  if (isList(texts, values, enough)) return { type: 'string', enum: [...values].sort() };
  const lengths = new Set(texts.map(text => [...text].length));
  const [length] = lengths;
  if (texts.length < enough || lengths.size > 1 || length === undefined) return { type: 'string' };
  return { type: 'string', minLength: length, maxLength: length };
}

/** Few short words that come again and again. */
function isList(texts: readonly string[], values: ReadonlySet<string>, enough: number): boolean {
  if (texts.length < enough || values.size > MOST_LISTED || values.size * OFTEN > texts.length) return false;
  return [...values].every(value => value.length <= 40 && /^[\p{L}\p{N}_.:/ -]+$/u.test(value));
}

/** Numbers: whole or not, and between which limits. */
export function numbersOf(numbers: readonly number[], { enough }: Confidence, isLimited: boolean): JsonObject {
  const type = numbers.every(Number.isInteger) ? 'integer' : 'number';
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const most = numbers.reduce((a, b) => Math.max(a, b));
  if (numbers.length < enough || !Number.isFinite(least) || !Number.isFinite(most)) return { type };
  // A limit that is seen only once more is no limit: what never was below zero never is, what grows goes on.
  const [minimum, maximum] = isLimited ? [least, most] : [least >= 0 ? 0 : undefined, undefined];
  return { type, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}
