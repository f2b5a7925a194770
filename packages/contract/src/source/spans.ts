import { keysOf, type Origin, type Range } from '@portolan/base';

/** Offsets of one member in the text: its key (-1 in lists) and its value. */
export interface Span {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

/** Where the members of every mapping and list of a text stand, remembered by the value itself. */
export type Spans = WeakMap<object, ReadonlyMap<string, Span>>;

/** A parsed text that still knows where everything stands. */
export interface Located {
  readonly text: string;
  readonly value: unknown;
  readonly spans: Spans;
  /** Offset of the first value, for facts about the whole document. */
  readonly start: number;
}

/**
 * The stretch of text that a person should look at for a fact: a scalar's value, but the key of a mapping or a list, whose
 * value may be a thousand lines. What a trait brought in has no text of its own there: its nearest ancestor answers.
 */
export function locate(source: Located, origin: Pick<Origin, 'pointer' | 'part'>): Range | undefined {
  let value = source.value;
  let found: Span | undefined;
  let whole = true;
  for (const key of keysOf(origin.pointer)) {
    if (value === null || typeof value !== 'object') {
      whole = false;
      break;
    }
    const span = source.spans.get(value)?.get(key);
    if (!span) {
      whole = false;
      break;
    }
    found = span;
    value = (value as Record<string, unknown>)[key];
  }
  if (!found) return rangeOf(source.text, source.start, endOfLine(source.text, source.start));
  const scalar = value === null || typeof value !== 'object';
  const byKey = found.keyStart >= 0 && (!scalar || !whole || origin.part === 'key' || found.end <= found.start);
  if (byKey) return rangeOf(source.text, found.keyStart, found.keyEnd);
  return rangeOf(source.text, found.start, scalar ? found.end : endOfLine(source.text, found.start));
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
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
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
