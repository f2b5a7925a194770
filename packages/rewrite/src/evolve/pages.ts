import { isObject, keysOf, type Origin, pointerOf } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { isUrl, targetOf } from '@portolan/contract/text';
import { apply, type Edit } from '../edit/edit.ts';
import { openForEdits } from '../edit/place.ts';
import { faults } from '../faults.ts';
import { fragment, movedReference, relative } from '../tree/references.ts';

/** A place in a file. */
export type Place = Pick<Origin, 'source' | 'pointer'>;

/** The files of a document while they are being edited, one edit after the other. */
export interface Pages {
  /** Makes an edit of a file as it is now. */
  edit(location: string, make: (file: SourceFile) => readonly Edit[]): void;
  /** What stands at a place now; undefined where nothing does. */
  valueAt(place: Place): unknown;
  /** What a reference in a file names. Throws REWRITE_EVOLVE_REFERENCE. */
  resolve(reference: string, location: string): Place;
  /** Where a reference leads in the end, and what stands there. Throws REWRITE_EVOLVE_REFERENCE. */
  follow(place: Place): Place;
  /** The files that are different now. */
  changed(): SourceFile[];
}

/** Opens files for edits. */
export function openPages(files: readonly SourceFile[]): Pages {
  const texts = new Map(files.map(({ location, text }) => [location, text]));
  const parsed = new Map<string, unknown>();
  return { edit, valueAt, resolve, follow, changed };

  function fileAt(location: string): SourceFile {
    return { location, text: texts.get(location) ?? '' };
  }

  function edit(location: string, make: (file: SourceFile) => readonly Edit[]): void {
    const file = fileAt(location);
    texts.set(location, apply(file.text, make(file)));
    parsed.delete(location);
  }

  function valueAt({ source, pointer }: Place): unknown {
    if (!texts.has(source)) return undefined;
    if (!parsed.has(source)) parsed.set(source, openForEdits(fileAt(source)).doc.toJS({ maxAliasCount: -1 }));
    let value = parsed.get(source);
    for (const key of keysOf(pointer)) {
      if (Array.isArray(value)) value = value[Number(key)];
      else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
      else return undefined;
    }
    return value;
  }

  function follow(place: Place): Place {
    let here = place;
    const seen = new Set<string>();
    for (;;) {
      const reference = referenceIn(valueAt(here));
      if (reference === undefined) return here;
      const next = resolve(reference, here.source);
      const key = `${next.source}#${next.pointer}`;
      if (seen.has(key)) throw faults.EVOLVE_REFERENCE({ reference, location: here.source });
      seen.add(key);
      here = next;
    }
  }

  function resolve(reference: string, base: string): Place {
    const { location, pointer } = targetOf(reference, base);
    if (isUrl(location) || pointer === undefined || !texts.has(location))
      throw faults.EVOLVE_REFERENCE({ reference, location: base });
    return { source: location, pointer };
  }

  function changed(): SourceFile[] {
    return files.flatMap(({ location, text }) => {
      const now = texts.get(location) ?? text;
      return now === text ? [] : [{ location, text: now }];
    });
  }
}

/** The reference that a value is; undefined where it is none. */
export function referenceIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
}

/** A copy of a value for another file: its references lead where they led. */
export function moved(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map(item => moved(item, from, to));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const isReference = key === '$ref' && typeof member === 'string';
    copy[key] = isReference ? (from === to ? member : movedReference(member, from, to)) : moved(member, from, to);
  }
  return copy;
}

/** Where a member of a thing stands. */
export function below({ source, pointer }: Place, ...keys: readonly string[]): Place {
  return { source, pointer: pointerOf(pointer, ...keys) };
}

/** What holds a thing, and its key in it; undefined for a whole file. */
export function homeOf({ source, pointer }: Place): { readonly holder: Place; readonly key: string } | undefined {
  const keys = keysOf(pointer);
  const key = keys.pop();
  return key === undefined ? undefined : { holder: { source, pointer: pointerOf('', ...keys) }, key };
}

/** A reference from a file to a place. */
export function referenceTo({ source, pointer }: Place, from: string): string {
  return source === from ? fragment(pointer) : `${relative(from, source)}${fragment(pointer)}`;
}

/** Whether two places are one. */
export function isSame(a: Place, b: Place): boolean {
  return a.source === b.source && a.pointer === b.pointer;
}

/** Members that a thing gets from its traits. */
export function traitMembers(pages: Pages, place: Place): Set<string> {
  const traits = pages.valueAt(below(place, 'traits'));
  const count = Array.isArray(traits) ? traits.length : 0;
  const values = Array.from({ length: count }, (_, index) =>
    pages.valueAt(pages.follow(below(place, 'traits', String(index)))),
  );
  return new Set(values.flatMap(value => (isObject(value) ? Object.keys(value) : [])));
}
