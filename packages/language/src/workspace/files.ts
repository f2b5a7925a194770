import { compareText } from '@portolan/base';
import type { Sketch } from '../sketch/node.ts';
import { sketchOf } from '../sketch/sketch.ts';
import { type Reference, referencesIn } from './references.ts';

/** The files of a workspace at one moment. What is computed from a text is kept as long as the text stays the same. */
export interface Files {
  /** Locations of all files at hand, sorted: paths relative to the folder of the workspace. */
  readonly locations: readonly string[];
  readonly text: (location: string) => string | undefined;
  readonly sketch: (location: string) => Sketch | undefined;
  /** The references that name something in a file, wherever they stand. */
  readonly referencesInto: (location: string) => readonly Reference[];
  /** The sketches that were asked for so far. */
  readonly sketched: ReadonlyMap<string, Sketch>;
  /** Name of a file for an editor. */
  readonly uriOf: (location: string) => string;
}

/** Files that are neither YAML nor JSON are known by name, but not looked into. */
const SKETCHED = /\.(ya?ml|json|avsc)$/i;

/**
 * The files of a workspace.
 *
 * @param texts by location: documents, and the files that they refer to
 * @param before the files as they were: sketches of texts that are still the same are taken over
 */
export function createFiles(
  texts: ReadonlyMap<string, string>,
  uriOf: (location: string) => string,
  before?: Files,
): Files {
  const sketches = new Map<string, Sketch>();
  // Taken over now and not when asked for: no files may hold on to those before them.
  for (const [location, old] of before?.sketched ?? [])
    if (texts.get(location) === old.text) sketches.set(location, old);
  let into: Map<string, Reference[]> | undefined;
  const locations = [...texts.keys()].sort(compareText);
  return { locations, text: location => texts.get(location), sketch, sketched: sketches, referencesInto, uriOf };

  function sketch(location: string): Sketch | undefined {
    const text = texts.get(location);
    if (text === undefined || !SKETCHED.test(location)) return undefined;
    const made = sketches.get(location);
    if (made) return made;
    const fresh = sketchOf(text);
    sketches.set(location, fresh);
    return fresh;
  }

  function referencesInto(location: string): readonly Reference[] {
    into ??= indexed();
    return into.get(location) ?? [];
  }

  function indexed(): Map<string, Reference[]> {
    const index = new Map<string, Reference[]>();
    for (const location of locations) {
      const at = sketch(location);
      for (const reference of at ? referencesIn(at, location) : []) {
        const list = index.get(reference.target.location);
        if (list) list.push(reference);
        else index.set(reference.target.location, [reference]);
      }
    }
    return index;
  }
}
