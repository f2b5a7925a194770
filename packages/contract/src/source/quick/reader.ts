import type { Layout } from '../spans.ts';

/** Thrown where a text is not as plain as most are; nobody outside sees it. */
export const UNUSUAL = Symbol('unusual');

/** Levels that are read here; deeper ones are left to whoever counts them. */
export const MAX_DEPTH = 100;

/** How far reading has come. One record, changed in place, because a document has a hundred thousand values. */
export interface Reader {
  readonly text: string;
  readonly length: number;
  /** Every `$ref` that names another file, as written. */
  readonly references: Set<string>;
  /** Offset of the character that is read next. */
  at: number;
  /** Column of the first character of the line that was entered last; -1 behind the last line. */
  column: number;
  /** Facts about the value that was read last: where it begins and ends, and where its members stand. */
  start: number;
  end: number;
  layout: Layout | undefined;
  /** Members of all collections that are being read, one collection on top of the other; `top` is how many. */
  readonly offsets: number[];
  readonly inner: (Layout | undefined)[];
  top: number;
}

/** Remembers the value that was read last as a member of the collection that is being read. */
export function addMember(r: Reader, keyStart: number, keyEnd: number): void {
  const at = r.top * 4;
  r.offsets[at] = keyStart;
  r.offsets[at + 1] = keyEnd;
  r.offsets[at + 2] = r.start;
  r.offsets[at + 3] = r.end;
  r.inner[r.top++] = r.layout;
}

/** The layout of a collection whose members begin at `floor`, which is read to its end. */
export function layoutFrom(r: Reader, floor: number, keys: readonly string[] | undefined): Layout {
  const layout = { keys, offsets: r.offsets.slice(floor * 4, r.top * 4), inner: r.inner.slice(floor, r.top) };
  r.top = floor;
  return layout;
}

/** Remembers what a `$ref` names, where that is another file. */
export function refers(r: Reader, value: unknown): void {
  if (typeof value === 'string' && !value.startsWith('#')) r.references.add(value);
}
