import { isObject, type JsonObject } from '@portolan/base';
import { insertMember } from '../edit/insert.ts';
import { replaceValue } from '../edit/replace.ts';
import { below, type Pages, type Place } from './pages.ts';

/**
 * Says of a thing that it is to go, from when on, and what takes its place.
 *
 * @param flag the member that says so: `deprecated` where the specification has it
 */
export function deprecate(
  pages: Pages,
  place: Place,
  instead: string,
  sunset: string | undefined,
  flag: 'deprecated' | 'x-deprecated' = 'deprecated',
): void {
  put(flag, true);
  if (sunset !== undefined) put('x-sunset', sunset);
  put('x-replaced-by', instead);

  function put(key: string, value: unknown): void {
    const there = pages.valueAt(place);
    const known = isObject(there) ? there[key] : undefined;
    if (known === value) return;
    pages.edit(place.source, file =>
      known === undefined ? insertMember(file, place, key, value) : replaceValue(file, below(place, key), value),
    );
  }
}

/** Members that say that a thing is to go. */
const ENDING: ReadonlySet<string> = new Set([
  'deprecated',
  'x-deprecated',
  'x-sunset',
  'x-replaced-by',
  'x-deprecation',
]);

/** A thing without what says that it is to go: that does not hold for what follows it. */
export function withoutEnding(thing: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !ENDING.has(key)));
}
