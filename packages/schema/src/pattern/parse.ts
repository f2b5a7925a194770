/** A stretch of characters by code point, both ends included. */
export type Range = readonly [from: number, to: number];

/** A regular expression as a tree, as far as Portolan understands them. */
export type Pattern =
  | { readonly kind: 'characters'; readonly ranges: readonly Range[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  /** Word boundaries and look-arounds: they take no characters, and a generator can only hope to satisfy them. */
  | { readonly kind: 'condition'; readonly part?: Pattern };

const ALL: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
];
const DIGITS: readonly Range[] = [[0x30, 0x39]];
const UPPER: readonly Range[] = [[0x41, 0x5a]];
const LOWER: readonly Range[] = [[0x61, 0x7a]];
const WORD: readonly Range[] = [...DIGITS, ...UPPER, [0x5f, 0x5f], ...LOWER];
const SPACE: readonly Range[] = [
  [0x20, 0x20],
  [0x09, 0x0d],
];

const CLASSES: Readonly<Record<string, readonly Range[]>> = {
  d: DIGITS,
  w: WORD,
  s: SPACE,
  D: without(DIGITS),
  W: without(WORD),
  S: without(SPACE),
};
const PROPERTIES: Readonly<Record<string, readonly Range[]>> = {
  L: [...UPPER, ...LOWER],
  Letter: [...UPPER, ...LOWER],
  Alphabetic: [...UPPER, ...LOWER],
  Lu: UPPER,
  Ll: LOWER,
  N: DIGITS,
  Nd: DIGITS,
  P: [[0x2d, 0x2e]],
};
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

/** Parses a regular expression of ECMA-262; undefined for what it does not understand (back references, odd escapes). */
export function parsePattern(source: string): Pattern | undefined {
  const reader = { text: [...source], at: 0 };
  try {
    const pattern = choice(reader);
    return reader.at === reader.text.length ? pattern : undefined;
  } catch (error) {
    if (error === NOT_UNDERSTOOD || error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: readonly string[];
  at: number;
}

const NOT_UNDERSTOOD = new Error('not understood');

function take(reader: Reader, wanted: string): boolean {
  const characters = [...wanted];
  if (!characters.every((character, index) => reader.text[reader.at + index] === character)) return false;
  reader.at += characters.length;
  return true;
}

function next(reader: Reader): string {
  const character = reader.text[reader.at++];
  if (character === undefined) throw NOT_UNDERSTOOD;
  return character;
}

function choice(reader: Reader): Pattern {
  const options = [sequence(reader)];
  while (take(reader, '|')) options.push(sequence(reader));
  const [only] = options;
  return only && options.length === 1 ? only : { kind: 'choice', options };
}

function sequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  while (reader.at < reader.text.length && reader.text[reader.at] !== '|' && reader.text[reader.at] !== ')') {
    parts.push(repeated(atom(reader), reader));
  }
  return { kind: 'sequence', parts };
}

function repeated(part: Pattern, reader: Reader): Pattern {
  const [least, most] = quantifier(reader) ?? [1, 1];
  if (least === 1 && most === 1) return part;
  take(reader, '?');
  return { kind: 'repeat', part, least, most };
}

function quantifier(reader: Reader): [number, number] | undefined {
  if (take(reader, '*')) return [0, Number.POSITIVE_INFINITY];
  if (take(reader, '+')) return [1, Number.POSITIVE_INFINITY];
  if (take(reader, '?')) return [0, 1];
  const counted = /^\{(\d+)(,(\d*))?\}/.exec(reader.text.slice(reader.at, reader.at + 24).join(''));
  if (!counted) return undefined;
  reader.at += counted[0].length;
  const least = Number(counted[1]);
  if (counted[2] === undefined) return [least, least];
  return [least, counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY];
}

function atom(reader: Reader): Pattern {
  const character = next(reader);
  if (character === '(') return group(reader);
  if (character === '[') return { kind: 'characters', ranges: characterClass(reader) };
  if (character === '.') return { kind: 'characters', ranges: ALL };
  if (character === '^') return { kind: 'start' };
  if (character === '$') return { kind: 'end' };
  if (character === '\\')
    return reader.text[reader.at]?.match(/[bB]/) ? boundary(reader) : { kind: 'characters', ranges: escaped(reader) };
  return { kind: 'characters', ranges: exactly(character) };
}

function boundary(reader: Reader): Pattern {
  reader.at++;
  return { kind: 'condition' };
}

function group(reader: Reader): Pattern {
  const looks = ['?=', '?!', '?<=', '?<!'].some(mark => take(reader, mark));
  if (!looks && !take(reader, '?:') && take(reader, '?<')) while (next(reader) !== '>');
  const part = choice(reader);
  if (next(reader) !== ')') throw NOT_UNDERSTOOD;
  return looks ? { kind: 'condition', part } : part;
}

function characterClass(reader: Reader): readonly Range[] {
  const negated = take(reader, '^');
  const ranges: Range[] = [];
  while (!take(reader, ']')) {
    const from = member(reader);
    const [single] = from;
    const isRange = reader.text[reader.at] === '-' && reader.text[reader.at + 1] !== ']';
    if (!isRange || from.length !== 1 || !single || single[0] !== single[1]) {
      ranges.push(...from);
      continue;
    }
    reader.at++;
    const [to] = member(reader);
    if (!to || to[1] < single[0]) throw NOT_UNDERSTOOD;
    ranges.push([single[0], to[1]]);
  }
  return negated ? without(ranges) : ranges;
}

function member(reader: Reader): readonly Range[] {
  const character = next(reader);
  if (character !== '\\') return exactly(character);
  return take(reader, 'b') ? [[8, 8]] : escaped(reader);
}

/** What stands after a backslash. */
function escaped(reader: Reader): readonly Range[] {
  const character = next(reader);
  const known = CLASSES[character];
  if (known) return known;
  if (character in CONTROLS) return [[CONTROLS[character] ?? 0, CONTROLS[character] ?? 0]];
  if (character === 'x') return exactly(hexadecimal(reader, 2));
  if (character === 'u') return exactly(take(reader, '{') ? braced(reader, 16) : hexadecimal(reader, 4));
  if (character === 'p' || character === 'P') return property(reader, character === 'P');
  if (/[1-9a-zA-Z]/.test(character)) throw NOT_UNDERSTOOD;
  return exactly(character);
}

function property(reader: Reader, negated: boolean): readonly Range[] {
  if (!take(reader, '{')) throw NOT_UNDERSTOOD;
  let name = '';
  for (let character = next(reader); character !== '}'; character = next(reader)) name += character;
  const ranges = PROPERTIES[name.replace(/^(General_Category|gc)=/, '')];
  if (!ranges) throw NOT_UNDERSTOOD;
  return negated ? without(ranges) : ranges;
}

function hexadecimal(reader: Reader, digits: number): string {
  let text = '';
  for (let count = 0; count < digits; count++) text += next(reader);
  if (!/^[0-9a-f]+$/i.test(text)) throw NOT_UNDERSTOOD;
  return String.fromCodePoint(Number.parseInt(text, 16));
}

function braced(reader: Reader, base: number): string {
  let text = '';
  for (let character = next(reader); character !== '}'; character = next(reader)) text += character;
  return String.fromCodePoint(Number.parseInt(text, base));
}

function exactly(character: string): readonly Range[] {
  const code = character.codePointAt(0) ?? 0;
  return [[code, code]];
}

/** Printable characters outside the ranges. */
function without(ranges: readonly Range[]): Range[] {
  const left: Range[] = [];
  for (const [from, to] of ALL) {
    for (let code = from; code <= to; code++)
      if (!ranges.some(range => code >= range[0] && code <= range[1])) left.push([code, code]);
  }
  return left;
}
