import { type Automaton, automatonOf } from './automaton.ts';

/** What a text that is looked for must be. */
export interface TextWanted {
  readonly matching: readonly string[];
  readonly notMatching: readonly string[];
  /** Length in characters (Unicode code points). */
  readonly least: number;
  readonly most: number;
}

/** Combinations of states that are gone through. */
const MOST_VISITED = 6_000;

/**
 * The shortest texts that match some regular expressions and do not match others, as they are found; with the answer at the
 * end whether there are no more of other kinds: `all`, or `unclear` where the search was given up or a pattern is none that
 * an automaton stands for. Texts that lead to the same state are of one kind.
 */
export function* textsOf(wanted: TextWanted): Generator<string, 'all' | 'unclear'> {
  const automata: { readonly automaton: Automaton; readonly isWanted: boolean }[] = [];
  for (const [sources, isWanted] of [
    [wanted.matching, true],
    [wanted.notMatching, false],
  ] as const) {
    for (const source of sources) {
      const automaton = automatonOf(source);
      if (!automaton) return 'unclear';
      automata.push({ automaton, isWanted });
    }
  }
  const characters = charactersOf(automata.map(({ automaton }) => automaton));
  let waiting: { readonly states: readonly number[]; readonly text: string }[] = [
    { states: automata.map(() => 0), text: '' },
  ];
  const visited = new Set<string>();
  for (let length = 0; waiting.length > 0 && length <= wanted.most; length++) {
    const further: typeof waiting = [];
    for (const { states, text } of waiting) {
      const isOne = automata.every(
        ({ automaton, isWanted }, at) => automaton.accepts(states[at] as number) === isWanted,
      );
      if (isOne && length >= wanted.least) yield text;
      for (const character of characters) {
        const after: number[] = [];
        for (const [at, { automaton }] of automata.entries()) {
          const state = nextOf(automaton, states[at] as number, character);
          if (state === undefined) return 'unclear';
          after.push(state);
        }
        const key = `${Math.min(length + 1, wanted.least)} ${after.join()}`;
        if (visited.has(key)) continue;
        if (visited.size >= MOST_VISITED) return 'unclear';
        visited.add(key);
        further.push({ states: after, text: text + String.fromCodePoint(character) });
      }
    }
    waiting = further;
  }
  return 'all';
}

function nextOf(automaton: Automaton, state: number, character: number): number | undefined {
  try {
    return automaton.next(state, character);
  } catch {
    // It would have too many states.
    return undefined;
  }
}

/** Characters to prefer where any of a kind does: a, A, 0, -, space. */
const LIKELY = [0x61, 0x78, 0x41, 0x30, 0x31, 0x2d, 0x5f, 0x2e, 0x20];

/** One character for each stretch that is told apart, likely ones first. Halves of surrogate pairs are none. */
function charactersOf(automata: readonly Automaton[]): number[] {
  const borders = [...new Set(automata.flatMap(({ borders }) => [...borders]))].sort((a, b) => a - b);
  const chosen: number[] = [];
  for (const [index, from] of borders.entries()) {
    const to = (borders[index + 1] ?? 0x110000) - 1;
    if (from > to) continue;
    const likely = LIKELY.find(code => code >= from && code <= to) ?? readable(from, to);
    if (likely !== undefined) chosen.push(likely);
  }
  const rank = (code: number) => (LIKELY.includes(code) ? LIKELY.indexOf(code) : code > 0x20 && code < 0x7f ? 50 : 99);
  return chosen.sort((a, b) => rank(a) - rank(b) || a - b);
}

function readable(from: number, to: number): number | undefined {
  const code = from <= 0x7e && to >= 0x21 ? Math.max(from, 0x21) : from;
  if (code < 0xd800 || code > 0xdfff) return code;
  return to > 0xdfff ? 0xe000 : undefined;
}
