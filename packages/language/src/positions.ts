import type { Position, Range } from 'vscode-languageserver-types';

const lineStarts = new WeakMap<object, readonly number[]>();

/** A text that positions are counted in; what is computed is kept with it. */
export interface Positioned {
  readonly text: string;
}

/** Offset of a position as editors count: lines from 0, characters in UTF-16 code units. Clipped to the text. */
export function offsetAt(of: Positioned, { line, character }: Position): number {
  const starts = startsOf(of);
  if (line < 0) return 0;
  if (line >= starts.length) return of.text.length;
  const start = starts[line] as number;
  const next = line + 1 < starts.length ? (starts[line + 1] as number) : of.text.length;
  let end = next;
  while (end > start && (of.text[end - 1] === '\n' || of.text[end - 1] === '\r')) end--;
  return Math.max(start, Math.min(start + character, end));
}

/** Position of an offset. */
export function positionAt(of: Positioned, offset: number): Position {
  const starts = startsOf(of);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] as number) };
}

/** A stretch of text as editors want it. */
export function rangeOf(of: Positioned, start: number, end: number): Range {
  return { start: positionAt(of, start), end: positionAt(of, end) };
}

function startsOf(of: Positioned): readonly number[] {
  const known = lineStarts.get(of);
  if (known) return known;
  const starts = [0];
  for (let at = of.text.indexOf('\n'); at >= 0; at = of.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.set(of, starts);
  return starts;
}
