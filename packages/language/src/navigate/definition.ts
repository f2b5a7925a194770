import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import { offsetAt, rangeOf } from '../positions.ts';
import { findAt, referenceOf } from '../sketch/find.ts';
import type { Files } from '../workspace/files.ts';
import { type At, follow, named, nameOfPlace } from '../workspace/places.ts';
import { namingAt, stretchOf } from './things.ts';

/**
 * Where the thing stands that is named at a position: where the reference leads, and where the whole chain ends when
 * that is itself a reference.
 */
export function definition(files: Files, location: string, position: Position): LocationLink[] {
  const sketch = files.sketch(location);
  if (!sketch) return [];
  const naming = namingAt(files, location, offsetAt(sketch, position));
  if (!naming) return [];
  const origin = rangeOf(sketch, naming.start, naming.end);
  const own = naming.thing.location === location && stretchOf(sketch, naming.thing.keys)?.start === naming.start;
  const end = own ? behindKey(files, naming.thing) : follow(files, naming.thing);
  const places = [...(own ? [] : [naming.thing]), ...(end ? [end] : [])];
  const seen = new Set<string>();
  return places.flatMap(place => {
    if (seen.has(nameOfPlace(place))) return [];
    seen.add(nameOfPlace(place));
    const there = linkTo(files, place);
    return there ? [{ originSelectionRange: origin, ...there }] : [];
  });
}

/** The name of a member whose value is a reference leads where that leads; other names are where they lead already. */
function behindKey(files: Files, thing: At): At | undefined {
  const sketch = files.sketch(thing.location);
  const reference = sketch && referenceOf(findAt(sketch, thing.keys)?.node);
  const first = reference === undefined ? undefined : named(files, reference, thing.location).at(-1);
  return first && (follow(files, first) ?? first);
}

function linkTo(files: Files, { location, keys }: At): Omit<LocationLink, 'originSelectionRange'> | undefined {
  const targetUri = files.uriOf(location);
  const sketch = files.sketch(location);
  if (!sketch) {
    const start = { line: 0, character: 0 };
    return files.text(location) === undefined
      ? undefined
      : { targetUri, targetRange: { start, end: start }, targetSelectionRange: { start, end: start } };
  }
  const stretch = stretchOf(sketch, keys);
  if (!stretch) return undefined;
  const selection = rangeOf(sketch, stretch.start, stretch.end);
  const end = findAt(sketch, keys)?.node?.end ?? stretch.end;
  const range = rangeOf(sketch, stretch.start, Math.max(end, stretch.end));
  return { targetUri, targetRange: range, targetSelectionRange: selection };
}

/** For editors that know no links. */
export function asLocations(links: readonly LocationLink[]): Location[] {
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
