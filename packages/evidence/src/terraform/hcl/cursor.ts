import type { Position, Range } from '@portolan/base';

/** What makes a text no HCL, told by where. Never leaves the reader. */
export class HclFlaw {
  readonly reason: string;
  readonly at: number;

  constructor(reason: string, at: number) {
    this.reason = reason;
    this.at = at;
  }
}

/** A place in a text that moves on as it is read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Nesting of what is being read. */
  depth: number;
}

/** Deeper nesting is refused, because everything that reads it recurses. */
const DEEPEST = 200;

/** Reads something one level deeper. */
export function nested<T>(cursor: Cursor, read: () => T): T {
  if (++cursor.depth > DEEPEST) throw new HclFlaw('it is nested too deeply', cursor.at);
  const result = read();
  cursor.depth--;
  return result;
}

/** Moves over blanks and comments; over ends of lines too, unless they end what is being read. */
export function skip(cursor: Cursor, lines = true): void {
  const { text } = cursor;
  for (;;) {
    const char = text[cursor.at];
    if (char === ' ' || char === '\t' || char === '\r' || char === '\uFEFF' || (lines && char === '\n')) cursor.at++;
    else if (char === '#' || text.startsWith('//', cursor.at)) cursor.at = lineEnd(text, cursor.at);
    else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at + 2);
      if (end < 0) throw new HclFlaw('a comment does not end', cursor.at);
      cursor.at = end + 2;
    } else return;
  }
}

/** Takes a text when it is next. */
export function take(cursor: Cursor, expected: string): boolean {
  if (!cursor.text.startsWith(expected, cursor.at)) return false;
  cursor.at += expected.length;
  return true;
}

export function demand(cursor: Cursor, expected: string): void {
  if (!take(cursor, expected)) throw new HclFlaw(`\`${expected}\` is missing`, cursor.at);
}

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** Takes a name when one is next. */
export function takeName(cursor: Cursor): string | undefined {
  NAME.lastIndex = cursor.at;
  const name = NAME.exec(cursor.text)?.[0];
  if (name !== undefined) cursor.at += name.length;
  return name;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Turns offsets into lines and columns, for one text. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const position = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
  return (start, end) => ({ start: position(start), end: position(end) });
}
