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

/** The characters that a parser lets classes stand for. */
export interface Alphabet {
  readonly all: readonly Range[];
  /** What `.` stands for. */
  readonly any: readonly Range[];
  readonly classes: Readonly<Record<string, readonly Range[]>>;
  readonly properties: Readonly<Record<string, readonly Range[]>>;
}

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

const READABLE: Alphabet = {
  all: ALL,
  any: ALL,
  classes: classesOf(SPACE, ALL),
  properties: PROPERTIES,
};

const UNICODE: readonly Range[] = [[0, 0x10ffff]];
const SPACES: readonly Range[] = [
  [0x09, 0x0d],
  ...[0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff].map(code => [code, code] as const),
  [0x2000, 0x200a],
  [0x2028, 0x2029],
];

/** Every character there is, as ECMA-262 has it; properties of Unicode are not known. */
export const EXACT: Alphabet = {
  all: UNICODE,
  any: without(
    [
      [10, 10],
      [13, 13],
      [0x2028, 0x2029],
    ],
    UNICODE,
  ),
  classes: classesOf(SPACES, UNICODE),
  properties: {},
};

function classesOf(spaces: readonly Range[], all: readonly Range[]): Alphabet['classes'] {
  return {
    d: DIGITS,
    w: WORD,
    s: spaces,
    D: without(DIGITS, all),
    W: without(WORD, all),
    S: without(spaces, all),
  };
}

/**
 * Parses a regular expression of ECMA-262; undefined for what it does not understand (back references, odd escapes). Classes
 * stand for readable characters, which is what generating wants, unless another alphabet is given.
 */
export function parsePattern(source: string, alphabet = READABLE): Pattern | undefined {
  const reader = { text: [...source], at: 0, alphabet };
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
  readonly alphabet: Alphabet;
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
  if (character === '.') return { kind: 'characters', ranges: reader.alphabet.any };
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
  // Anything else after a question mark is newer than this.
  if (reader.text[reader.at] === '?') throw NOT_UNDERSTOOD;
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
  return negated ? without(ranges, reader.alphabet.all) : ranges;
}

function member(reader: Reader): readonly Range[] {
  const character = next(reader);
  if (character !== '\\') return exactly(character);
  return take(reader, 'b') ? [[8, 8]] : escaped(reader);
}

/** What stands after a backslash. */
function escaped(reader: Reader): readonly Range[] {
  const character = next(reader);
  const known = reader.alphabet.classes[character];
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
  const ranges = reader.alphabet.properties[name.replace(/^(General_Category|gc)=/, '')];
  if (!ranges) throw NOT_UNDERSTOOD;
  return negated ? without(ranges, reader.alphabet.all) : ranges;
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

/** Characters of an alphabet that are outside the ranges. */
function without(ranges: readonly Range[], all: readonly Range[]): Range[] {
  let left: Range[] = [...all];
  for (const [from, to] of ranges) {
    left = left.flatMap(([first, last]): Range[] => {
      if (to < first || from > last) return [[first, last]];
      const parts: Range[] = [];
      if (first < from) parts.push([first, from - 1]);
      if (last > to) parts.push([to + 1, last]);
      return parts;
    });
  }
  return left;
}
