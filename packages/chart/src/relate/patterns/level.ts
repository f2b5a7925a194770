/** One level of an address that may stand for many. */
export type Level =
  /** Exactly this text. */
  | { readonly is: 'text'; readonly text: string }
  /** One of these texts: a parameter whose values the document lists. */
  | { readonly is: 'choice'; readonly texts: readonly string[] }
  /** Any one level: a wildcard, or a parameter whose values nobody lists. */
  | { readonly is: 'one'; readonly parameter?: true }
  /**
   * A level with open places between these pieces: `order-{id}` has the pieces `order-` and nothing. At least no
   * character in each place of a wildcard, and one in that of a parameter.
   */
  | { readonly is: 'part'; readonly pieces: readonly string[]; readonly least: 0 | 1 }
  /** Any number of levels, also none. */
  | { readonly is: 'many' };

/** A level that stands for exactly one level of each address. */
export type SingleLevel = Exclude<Level, { is: 'many' }>;

/** How far one level takes in another: all of its texts, some, or none. */
export type Taken = 'all' | 'some' | 'none';

/** How far a level takes in what another may be. */
export function takes(wide: SingleLevel, narrow: SingleLevel): Taken {
  if (wide.is === 'one') return 'all';
  if (narrow.is === 'text') return holds(wide, narrow.text) ? 'all' : 'none';
  if (narrow.is === 'choice') return share(narrow.texts.filter(text => holds(wide, text)).length, narrow.texts.length);
  if (narrow.is === 'one') return 'some';
  if (wide.is === 'text') return holds(narrow, wide.text) ? 'some' : 'none';
  if (wide.is === 'choice') return wide.texts.some(text => holds(narrow, text)) ? 'some' : 'none';
  if (samePieces(wide.pieces, narrow.pieces)) return wide.least <= narrow.least ? 'all' : 'some';
  return endsMeet(wide.pieces, narrow.pieces) ? 'some' : 'none';
}

/** Whether a parameter would stand for what is written out: it may, and nobody says so. */
export function isGuess(wide: SingleLevel, narrow: SingleLevel): boolean {
  const parameter = wide.is === 'one' ? wide.parameter === true : wide.is === 'part' && wide.least === 1;
  return parameter && (narrow.is === 'text' || narrow.is === 'choice');
}

/** Whether a level may be this text. */
export function holds(level: SingleLevel, text: string): boolean {
  if (level.is === 'text') return level.text === text;
  if (level.is === 'choice') return level.texts.includes(text);
  return level.is === 'one' || fitsPieces(level.pieces, level.least, text);
}

function share(count: number, all: number): Taken {
  if (count === 0) return 'none';
  return count === all ? 'all' : 'some';
}

/** Whether the pieces stand in a text in their order, with at least so many characters in each open place. */
function fitsPieces(pieces: readonly string[], least: number, text: string): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  // The earliest place for each piece leaves the most room for the next.
  for (const piece of rest) {
    const found = text.indexOf(piece, at + least);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at + least && text.endsWith(last);
}

function samePieces(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((piece, at) => piece === b[at]);
}

/** Whether nothing at their beginnings and ends keeps two apart. */
function endsMeet(a: readonly string[], b: readonly string[]): boolean {
  const [aFirst = '', bFirst = '', aLast = '', bLast = ''] = [a[0], b[0], a.at(-1), b.at(-1)];
  const starts = aFirst.startsWith(bFirst) || bFirst.startsWith(aFirst);
  return starts && (aLast.endsWith(bLast) || bLast.endsWith(aLast));
}
