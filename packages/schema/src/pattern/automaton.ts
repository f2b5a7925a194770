import { EXACT, type Pattern, parsePattern, type Range } from './parse.ts';
import { withUnicode } from './unicode.ts';

/** The texts that a regular expression is found in, one character at a time. States are numbers; the first is 0. */
export interface Automaton {
  /** Where the characters that it tells apart begin: between two of them all behave the same. */
  readonly borders: readonly number[];
  readonly next: (state: number, character: number) => number;
  readonly accepts: (state: number) => boolean;
}

const MOST_PLACES = 1_500;
const MOST_STATES = 4_000;

const known = new Map<string, Automaton | undefined>();

/**
 * The automaton of a regular expression, exactly as ECMA-262 has it; undefined for what cannot be one (look-arounds, word
 * boundaries, back references) or would be very large.
 */
export function automatonOf(source: string): Automaton | undefined {
  if (known.has(source)) return known.get(source);
  if (known.size > 500) known.clear();
  const made = newAutomaton(source);
  known.set(source, made);
  return made;
}

/** What can be gone through without a character, perhaps only at the start or the end of the text. */
interface Step {
  readonly to: number;
  readonly at?: 'start' | 'end';
}

/** A place in a pattern. */
interface Place {
  readonly steps: Step[];
  readonly characters: { readonly ranges: readonly Range[]; readonly to: number }[];
}

class TooLarge extends Error {}

function newAutomaton(source: string): Automaton | undefined {
  const unicode = withUnicode(source);
  const pattern = unicode === undefined ? undefined : parsePattern(unicode, EXACT);
  if (!pattern) return undefined;
  try {
    return determined(placesOf(pattern));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Lays a pattern out as places; 0 is where it begins, 1 where it has been found. */
function placesOf(pattern: Pattern): Place[] {
  const places: Place[] = [];
  const place = (): number => {
    if (places.length >= MOST_PLACES) throw new TooLarge();
    return places.push({ steps: [], characters: [] }) - 1;
  };
  const step = (from: number, to: number, at?: 'start' | 'end'): void => {
    places[from]?.steps.push(at ? { to, at } : { to });
  };
  const lay = (part: Pattern, from: number, to: number): void => {
    switch (part.kind) {
      case 'characters':
        places[from]?.characters.push({ ranges: part.ranges, to });
        return;
      case 'start':
      case 'end':
        step(from, to, part.kind);
        return;
      case 'choice':
        for (const option of part.options) lay(option, from, to);
        return;
      case 'sequence': {
        let here = from;
        for (const inner of part.parts) {
          const there = place();
          lay(inner, here, there);
          here = there;
        }
        step(here, to);
        return;
      }
      case 'repeat': {
        let here = from;
        for (let round = 0; round < part.least; round++) {
          const there = place();
          lay(part.part, here, there);
          here = there;
        }
        if (part.most === Number.POSITIVE_INFINITY) {
          const loop = place();
          step(here, loop);
          const end = place();
          lay(part.part, loop, end);
          step(end, loop);
          step(loop, to);
          return;
        }
        step(here, to);
        for (let round = part.least; round < part.most; round++) {
          const there = place();
          lay(part.part, here, there);
          step(there, to);
          here = there;
        }
        return;
      }
      default:
        throw new TooLarge();
    }
  };
  const [begin, end] = [place(), place()];
  lay(pattern, begin, end);
  return places;
}

/** Where the text was read to: the places that are reached, or that the pattern was found already. */
interface State {
  readonly places: readonly number[];
  readonly isFound: boolean;
  readonly accepts: boolean;
  readonly next: Map<number, number>;
}

function determined(places: readonly Place[]): Automaton {
  const borders = bordersOf(places);
  const states: State[] = [];
  const numbers = new Map<string, number>();

  const reached = (from: Iterable<number>, isStart: boolean, isEnd: boolean): Set<number> => {
    const all = new Set(from);
    for (const place of all) {
      for (const { to, at } of places[place]?.steps ?? []) {
        if (at === undefined || (at === 'start' ? isStart : isEnd)) all.add(to);
      }
    }
    return all;
  };
  const stateOf = (from: Iterable<number>, isStart: boolean): number => {
    // The pattern may begin anywhere.
    const before = [...from, 0];
    const all = reached(before, isStart, false);
    const isFound = all.has(1);
    const list = isFound ? [] : [...all].sort((a, b) => a - b);
    const key = isFound ? 'found' : `${isStart}${list.join()}`;
    const existing = numbers.get(key);
    if (existing !== undefined) return existing;
    if (states.length >= MOST_STATES) throw new TooLarge();
    const accepts = isFound || reached(before, isStart, true).has(1);
    numbers.set(key, states.length);
    return states.push({ places: list, isFound, accepts, next: new Map() }) - 1;
  };

  stateOf([], true);
  const next = (number: number, character: number): number => {
    const state = states[number] as State;
    if (state.isFound) return number;
    const border = lastUpTo(borders, character);
    const known = state.next.get(border);
    if (known !== undefined) return known;
    const after: number[] = [];
    for (const place of state.places) {
      for (const { ranges, to } of places[place]?.characters ?? []) {
        if (ranges.some(([from, till]) => character >= from && character <= till)) after.push(to);
      }
    }
    const made = stateOf(after, false);
    state.next.set(border, made);
    return made;
  };
  return { borders, next, accepts: state => states[state]?.accepts ?? false };
}

function bordersOf(places: readonly Place[]): number[] {
  const borders = new Set([0]);
  for (const { characters } of places) {
    for (const { ranges } of characters) for (const [from, to] of ranges) borders.add(from).add(to + 1);
  }
  return [...borders].sort((a, b) => a - b);
}

/** The last border that is not above a character. */
function lastUpTo(borders: readonly number[], character: number): number {
  let [low, high] = [0, borders.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((borders[middle] as number) <= character) low = middle;
    else high = middle - 1;
  }
  return borders[low] as number;
}
