import { fraction } from './random.ts';

/** Where in a sample a value stands: samples are deterministic in it, and read like what it is called. */
export interface Place {
  readonly seed: number;
  readonly path: string;
  /** The words of the nearest name, in lower case: `unitPrice` is `unit price`. */
  readonly words: string;
  /** Counts up where values must differ. */
  readonly turn: number;
}

export function placeOf(seed: number, name: string): Place {
  return { seed, path: '', words: wordsOf(name), turn: 0 };
}

/** The place of a member. */
export function memberOf(place: Place, name: string): Place {
  return { ...place, path: `${place.path}/${name}`, words: wordsOf(name) };
}

/** The place of an item, which is called like its list, in the singular. */
export function itemOf(place: Place, index: number, turn: number): Place {
  return { ...place, path: `${place.path}/${index}`, words: place.words.replace(/(?<=\w\w)s$/, ''), turn };
}

/** One of a list: by seed and path at the first turn, the following ones at later turns. */
export function choose<T>(list: readonly T[], place: Place): T | undefined {
  if (list.length === 0) return undefined;
  const first = place.seed === 1 ? 0 : Math.floor(fraction(place.seed, place.path) * list.length);
  return list[(first + place.turn) % list.length];
}

function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase();
}
