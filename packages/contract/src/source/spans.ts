import { keysOf, type Origin, type Range } from '@portolan/base';
import { insideOf } from './inside.ts';

/** Offsets of one member in the text: its key (-1 in lists) and its value. */
export interface Span {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the members of a mapping or a list stand, in the order of the text, and the same for what is inside them. It
 * grows beside the value and not by it, so that one value that stands in two places is nothing special.
 */
export interface Layout {
  /** Names of the members; undefined for a list. */
  readonly keys: readonly string[] | undefined;
  /** Four offsets per member, as a span has them. */
  readonly offsets: readonly number[];
  /** Undefined for scalars. */
  readonly inner: readonly (Layout | undefined)[];
}

/** The place of a member in a layout, or -1. */
export function indexIn(layout: Layout, key: string): number {
  if (layout.keys) return layout.keys.indexOf(key);
  return /^\d+$/.test(key) && Number(key) < layout.inner.length ? Number(key) : -1;
}

/** A member by its place. */
export function spanAt({ offsets }: Layout, index: number): Span {
  const [keyStart, keyEnd, start, end] = offsets.slice(index * 4, index * 4 + 4) as [number, number, number, number];
  return { keyStart, keyEnd, start, end };
}

/** A parsed text that still knows where everything stands. */
export interface Located {
  readonly text: string;
  readonly value: unknown;
  /** Undefined where nothing could be read, and for a scalar. */
  readonly layout: Layout | undefined;
  /** Offset of the first value, for facts about the whole document. */
  readonly start: number;
}

/**
 * The stretch of text that a person should look at for a fact: a scalar's value, but the key of a mapping or a list, whose
 * value may be a thousand lines. What a trait brought in has no text of its own there: its nearest ancestor answers.
 */
export function locate(source: Located, origin: Pick<Origin, 'pointer' | 'part' | 'inside'>): Range | undefined {
  let { value, layout } = source;
  const { inside } = origin;
  let found: Span | undefined;
  let whole = true;
  for (const key of keysOf(origin.pointer)) {
    const index = layout ? indexIn(layout, key) : -1;
    if (!layout || index < 0) {
      whole = false;
      break;
    }
    found = spanAt(layout, index);
    layout = layout.inner[index];
    value = (value as Record<string, unknown>)[key];
  }
  // A file that is kept as text is itself what was counted in.
  if (!found && inside && typeof value === 'string') return inside;
  if (!found) return rangeOf(source.text, source.start, endOfLine(source.text, source.start));
  const scalar = value === null || typeof value !== 'object';
  const within = inside && scalar && whole ? insideOf(source.text, found.start, found.end, inside) : undefined;
  if (within) return rangeOf(source.text, ...within);
  const byKey = found.keyStart >= 0 && (!scalar || !whole || origin.part === 'key' || found.end <= found.start);
  if (byKey) return rangeOf(source.text, found.keyStart, found.keyEnd);
  return rangeOf(source.text, found.start, scalar ? found.end : endOfLine(source.text, found.start));
}

/** A scalar as its author wrote it, without quotes; undefined for anything else, and for what has no text of its own. */
export function writtenAt({ text, value, layout }: Located, origin: Pick<Origin, 'pointer'>): string | undefined {
  let found: Span | undefined;
  let inner = layout;
  let at = value;
  for (const key of keysOf(origin.pointer)) {
    const index = inner ? indexIn(inner, key) : -1;
    if (!inner || index < 0) return undefined;
    found = spanAt(inner, index);
    inner = inner.inner[index];
    at = (at as Record<string, unknown>)[key];
  }
  if (!found || (at !== null && typeof at === 'object')) return undefined;
  return text.slice(found.start, found.end);
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

const lineStarts = new Map<string, readonly number[]>();

/** Turns offsets into lines and columns. */
export function rangeOf(text: string, start: number, end: number): Range {
  const starts = startsOf(text);
  return { start: positionOf(starts, start), end: positionOf(starts, Math.max(end, start)) };
}

/** Offsets at which lines begin. The few newest texts are remembered: findings come in bunches. */
function startsOf(text: string): readonly number[] {
  const known = lineStarts.get(text);
  if (known) return known;
  const starts = [0];
  // A carriage return alone ends a line as well; it is so rare that the quick way comes first.
  const alone = text.includes('\r') && /\r(?!\n)/.test(text);
  if (alone) for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (lineStarts.size >= 8) lineStarts.delete(lineStarts.keys().next().value as string);
  lineStarts.set(text, starts);
  return starts;
}

function positionOf(starts: readonly number[], offset: number) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}
