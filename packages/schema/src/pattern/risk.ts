import { type Pattern, parsePattern, type Range } from './parse.ts';

/** Steps that matching one text may take. */
const STEPS = 1e8;

/** Texts that a pattern of exponential cost, or one that is not understood, is still tried on. */
export const SHORT = 24;

/** Length of texts from which on only patterns without loops are still tried. */
const UNLIMITED = 100_000;

/** Repetitions that differ by more than this count as endless. */
const MANY = 20;

/**
 * Length of the longest text, in UTF-16 code units, that a pattern can be tried on in good time. JavaScript backtracks:
 * `^(a+)+$` doubles its time with each character, and n overlapping loops in a row take time to the power of n.
 */
export function longestText(source: string): number {
  const pattern = parsePattern(source);
  if (!pattern) return SHORT;
  if (doubles(pattern)) return SHORT;
  const loops = [...loopsOf(pattern)].map(rangesOf);
  const overlapping = Math.max(0, ...loops.map(loop => loops.filter(other => overlap(loop, other)).length));
  const tries = source.startsWith('^') ? overlapping : overlapping + 1;
  return tries === 0 ? UNLIMITED : Math.min(UNLIMITED, Math.floor(STEPS ** (1 / tries)));
}

/** True when some text can be cut into the rounds of a loop in several ways. */
function doubles(pattern: Pattern): boolean {
  if (isLoop(pattern) && varies(pattern.part) && !isDelimited(pattern.part)) return true;
  return partsOf(pattern).some(doubles);
}

type Repeat = Pattern & { kind: 'repeat' };

function isLoop(pattern: Pattern): pattern is Repeat {
  return pattern.kind === 'repeat' && pattern.most - pattern.least > MANY;
}

function* loopsOf(pattern: Pattern): Generator<Pattern> {
  if (isLoop(pattern)) yield pattern;
  for (const part of partsOf(pattern)) yield* loopsOf(part);
}

/** True for what can match in more than one way: it repeats or chooses somewhere. */
function varies(pattern: Pattern): boolean {
  if (pattern.kind === 'choice' || (pattern.kind === 'repeat' && pattern.least !== pattern.most)) return true;
  return partsOf(pattern).some(varies);
}

/** True when each round begins, or each round ends, with a character that occurs nowhere else in it: `(-[a-z]+)*`. */
function isDelimited(part: Pattern): boolean {
  const rounds = (part.kind === 'choice' ? part.options : [part]).map(round =>
    round.kind === 'sequence' ? round.parts : [round],
  );
  const single = rounds.every(round => round.length === 1 && round[0]?.kind === 'characters');
  if (single) return apart(rounds.map(([only]) => (only ? rangesOf(only) : [])));
  const delimitedAt = (index: 0 | -1) => {
    const marks = rounds.map(round => round.at(index));
    if (marks.some(mark => mark?.kind !== 'characters')) return false;
    const rest = rounds.flatMap(round => (index === 0 ? round.slice(1) : round.slice(0, -1)).flatMap(rangesOf));
    const sets = marks.map(mark => (mark ? rangesOf(mark) : []));
    return apart(sets) && sets.every(set => !overlap(set, rest));
  };
  return delimitedAt(0) || delimitedAt(-1);
}

function apart(sets: readonly (readonly Range[])[]): boolean {
  return sets.every((set, index) => sets.slice(index + 1).every(other => !overlap(set, other)));
}

function overlap(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some(([from, to]) => b.some(other => from <= other[1] && other[0] <= to));
}

/** Every character that may occur in a match. */
function rangesOf(pattern: Pattern): readonly Range[] {
  return pattern.kind === 'characters' ? pattern.ranges : partsOf(pattern).flatMap(rangesOf);
}

function partsOf(pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'sequence') return pattern.parts;
  if (pattern.kind === 'choice') return pattern.options;
  return 'part' in pattern && pattern.part ? [pattern.part] : [];
}
