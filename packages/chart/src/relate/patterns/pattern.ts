import { type Dialect, dialectOf, wholeText } from './dialects.ts';
import type { Level, SingleLevel } from './level.ts';

/** An address taken apart: one text, or a pattern that stands for many. */
export interface Pattern {
  /** Patterns and addresses of different grammars never meet. */
  readonly grammar: string;
  readonly levels: readonly Level[];
  /** True when it has a wildcard of its protocol, so that it can only be received from. */
  readonly wildcard: boolean;
  /** True when only its parameters leave something open, and nobody lists their values. */
  readonly open: boolean;
  /** True when nothing in it is written out: it would stand for everything. */
  readonly bare: boolean;
}

/** Values that a document lists for the parameters of an address, by name. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Most texts that one level with several listed parameters is written out into. */
const MOST_TEXTS = 64;

/**
 * Takes an address apart by the wildcards of its protocol.
 *
 * @param family of the protocol; undefined when nobody says, and then the wildcards tell
 */
export function patternOf(address: string, family: string | undefined, values: Values = {}): Pattern {
  return read(dialectOf(address, family), values);
}

/**
 * The ways in which an address may be met by patterns: as it is taken apart, and where the protocol has patterns that
 * know no levels, as one text. None for one with wildcards, because nothing is sent there.
 */
export function readingsOf(address: string, family: string | undefined, values: Values = {}): Reading[] {
  const own = patternOf(address, family, values);
  if (own.wildcard) return [];
  const whole = wholeText(address, family);
  const readings = whole ? [own, read(whole, values)] : [own];
  return readings.map(({ grammar, levels }) => ({ grammar, levels: levels.filter(level => level.is !== 'many') }));
}

/** An address as something that patterns may take in. */
export interface Reading {
  readonly grammar: string;
  readonly levels: readonly SingleLevel[];
}

function read(dialect: Dialect, values: Values): Pattern {
  const { text, separator } = dialect;
  const parts = separator === undefined ? [text] : text.split(separator);
  const levels = parts.flatMap((part, at) => levelsOf(part, at === parts.length - 1, dialect, values));
  const wildcard = levels.some(level => level.is === 'many') || parts.some(part => isWildcard(part, dialect));
  return {
    grammar: dialect.grammar,
    levels,
    wildcard,
    open: !wildcard && !levels.some(level => level.is === 'choice'),
    bare: !levels.some(level => level.is === 'choice' || (level.is === 'text' && level.text !== '') || hasPiece(level)),
  };
}

/** Whether an address stands for more than itself. */
export function isPattern({ levels }: Pattern): boolean {
  return levels.some(({ is }) => is !== 'text');
}

function hasPiece(level: Level): boolean {
  return level.is === 'part' && level.pieces.some(piece => piece !== '');
}

function levelsOf(part: string, isLast: boolean, dialect: Dialect, values: Values): Level[] {
  if (part === dialect.one) return [{ is: 'one' }];
  if (part === dialect.many && (isLast || dialect.manyAnywhere)) return [{ is: 'many' }];
  if (part === dialect.rest && isLast) return [{ is: 'one' }, { is: 'many' }];
  if (dialect.glob && part.includes('*')) {
    if (part === '*')
      return [dialect.separator === undefined ? { is: 'part', pieces: ['', ''], least: 0 } : { is: 'one' }];
    return [{ is: 'part', pieces: part.replace(/\{[^{}]*\}/g, '*').split(/\*+/), least: 0 }];
  }
  if (!/\{[^{}]*\}/.test(part)) return [{ is: 'text', text: part }];
  const texts = writtenOut(part, values);
  if (texts) return [{ is: 'choice', texts }];
  const pieces = part.split(/(?:\{[^{}]*\})+/);
  return pieces.every(piece => piece === '') && dialect.separator !== undefined
    ? [{ is: 'one', parameter: true }]
    : [{ is: 'part', pieces, least: 1 }];
}

function isWildcard(part: string, { one, rest, glob }: Dialect): boolean {
  return part === one || part === rest || (glob && part.includes('*'));
}

/** A level with all its parameters replaced by their listed values; undefined when not all are listed. */
function writtenOut(part: string, values: Values): string[] | undefined {
  let texts = [''];
  for (const piece of part.split(/(\{[^{}]*\})/)) {
    const listed = piece.startsWith('{') && piece.endsWith('}') ? values[piece.slice(1, -1)] : [piece];
    if (!listed?.length || listed.length * texts.length > MOST_TEXTS) return undefined;
    texts = texts.flatMap(text => listed.map(value => text + value));
  }
  return [...new Set(texts)];
}
