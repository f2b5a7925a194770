import type { Place } from '../tree/files.ts';

/** Where things of other files stand in the bundle, by their place there. */
export interface Homes {
  /** Where a thing stands, by itself or inside of what stands around it. */
  of(place: Place): string | undefined;
  /** Gives a thing its place. */
  set(place: Place, pointer: string): void;
}

export function createHomes(): Homes {
  const homes = new Map<string, string>();
  return {
    set: ({ location, pointer }, home) => void homes.set(`${location}#${pointer}`, home),
    of({ location, pointer }) {
      for (let outer = pointer; ; outer = outer.slice(0, outer.lastIndexOf('/'))) {
        const home = homes.get(`${location}#${outer}`);
        if (home !== undefined) return home + pointer.slice(outer.length);
        if (outer === '') return undefined;
      }
    },
  };
}
