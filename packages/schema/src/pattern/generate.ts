import { matcherOf } from './match.ts';
import { type Pattern, parsePattern, type Range } from './parse.ts';

/** Characters of a text that is to be generated, in Unicode code points. */
export interface Length {
  readonly least: number;
  readonly most: number;
}

const LONGEST = 2_000;
const ROUNDS = [1, 3, 0, 2, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 36, 40, 64, 128];
const RANDOM_TRIES = 60;

/**
 * A text that matches every one of the patterns and has the length, deterministic in `random` (numbers from 0 to 1).
 * It is generated from the first pattern and tried on all; undefined when no try succeeds.
 */
export function generate(sources: readonly string[], length: Length, random: () => number): string | undefined {
  const matchers = sources.map(matcherOf);
  const pattern = sources[0] === undefined ? undefined : parsePattern(sources[0]);
  if (!pattern) return undefined;
  const fits = (text: string) => {
    const size = [...text].length;
    return (
      size >= length.least && size <= length.most && matchers.every(match => typeof match === 'function' && match(text))
    );
  };
  for (const rounds of [...ROUNDS, length.least, length.most]) {
    const text = padded(
      write(pattern, () => rounds, random),
      pattern,
      length.least,
    );
    if (text !== undefined && fits(text)) return text;
  }
  for (let attempt = 0; attempt < RANDOM_TRIES; attempt++) {
    const text = padded(
      write(pattern, () => Math.floor(random() * (attempt + 2)), random),
      pattern,
      length.least,
    );
    if (text !== undefined && fits(text)) return text;
  }
  return undefined;
}

/** Writes one match; undefined when it grows beyond all measure. */
function write(pattern: Pattern, rounds: () => number, random: () => number): string | undefined {
  let text = '';
  const put = (part: Pattern): boolean => {
    if (text.length > LONGEST) return false;
    switch (part.kind) {
      case 'characters': {
        const character = pick(part.ranges, random);
        if (character === undefined) return false;
        text += character;
        return true;
      }
      case 'sequence':
        return part.parts.every(put);
      case 'choice': {
        const option = part.options[Math.floor(random() * part.options.length)];
        return option !== undefined && put(option);
      }
      case 'repeat': {
        const times = Math.min(part.most, Math.max(part.least, rounds()), LONGEST);
        for (let count = 0; count < times; count++) if (!put(part.part)) return false;
        return times >= part.least;
      }
      default:
        return true;
    }
  };
  return put(pattern) ? text : undefined;
}

/** A pattern without anchor at an end lets anything stand there. */
function padded(text: string | undefined, pattern: Pattern, least: number): string | undefined {
  if (text === undefined) return undefined;
  const lacking = least - [...text].length;
  if (lacking <= 0 || lacking > LONGEST) return text;
  const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
  if (parts.at(-1)?.kind !== 'end') return text + 'x'.repeat(lacking);
  return parts[0]?.kind === 'start' ? text : 'x'.repeat(lacking) + text;
}

const READABLE: readonly Range[] = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x30, 0x39],
];

/** A character of a class: a letter or a digit where the class has any. */
function pick(ranges: readonly Range[], random: () => number): string | undefined {
  const wanted = Math.floor(random() * READABLE.length);
  for (const readable of [...READABLE.slice(wanted), ...READABLE]) {
    const shared = ranges.flatMap(range => common(range, readable));
    const chosen = shared[Math.floor(random() * shared.length)];
    if (chosen) return between(chosen, random);
  }
  const any = ranges[Math.floor(random() * ranges.length)];
  return any && between(any, random);
}

function common(a: Range, b: Range): Range[] {
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return from <= to ? [[from, to]] : [];
}

function between([from, to]: Range, random: () => number): string {
  return String.fromCodePoint(from + Math.floor(random() * (to - from + 1)));
}
