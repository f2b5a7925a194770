import { FORMATS } from '@portolan/contract/text';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { faults } from '../faults.ts';
import { type Naming, namingAt } from '../navigate/things.ts';
import { renamedReference, type Use, usesOf } from '../navigate/uses.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { behind, findAt, textOf } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import { rewritten } from '../sketch/rewritten.ts';
import { expectedAt } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import type { At } from '../workspace/places.ts';

/**
 * What would be renamed at a position, and its name now. Throws LANGUAGE_RENAME_NOTHING and LANGUAGE_RENAME_FIXED.
 */
export function prepareRename(
  files: Files,
  location: string,
  position: Position,
): { range: Range; placeholder: string } {
  const { thing, start, end, location: at } = namingOrThrow(files, location, position);
  mustBeChosen(files, thing);
  return { range: rangeOf(files.sketch(at) as Sketch, start, end), placeholder: thing.keys.at(-1) as string };
}

/**
 * Gives the thing at a position another name, and names it so wherever the workspace refers to it. Nothing else changes.
 * Throws LANGUAGE_RENAME_NOTHING, LANGUAGE_RENAME_FIXED, LANGUAGE_RENAME_ILLEGAL and LANGUAGE_RENAME_TAKEN.
 */
export function rename(files: Files, location: string, position: Position, name: string): WorkspaceEdit {
  const { thing } = namingOrThrow(files, location, position);
  mustBeChosen(files, thing);
  if (thing.keys.at(-1) === name) return { changes: {} };
  mustBeLegal(files, thing, name);
  const edits = new Map<string, Map<number, TextEdit>>();
  change(files, thing, name, edits);
  const changes = [...edits].map(([at, byOffset]) => [files.uriOf(at), [...byOffset.values()]] as [string, TextEdit[]]);
  return { changes: Object.fromEntries(changes) };
}

function namingOrThrow(files: Files, location: string, position: Position): Naming {
  const sketch = files.sketch(location);
  const naming = sketch && namingAt(files, location, offsetAt(sketch, position));
  const there = naming && files.sketch(naming.thing.location);
  if (!naming || !there || !findAt(there, naming.thing.keys)?.entry) throw faults.RENAME_NOTHING();
  return naming;
}

/** Only what stands in a map has a name that its author chose, and what others refer to in a part. */
function mustBeChosen(files: Files, { location, keys }: At): void {
  const holder = expectedAt(files, { location, keys: keys.slice(0, -1) });
  const name = keys.at(-1) as string;
  if (!holder || holder.kinds.length === 0) {
    if (files.referencesInto(location).length > 0) return;
    throw faults.RENAME_NOTHING();
  }
  const fixed = holder.kinds.some(kind => kind.is === 'object' && Object.hasOwn(kind.fields, name));
  if (fixed && !holder.kinds.some(({ is }) => is === 'map')) throw faults.RENAME_FIXED({ name });
}

function mustBeLegal(files: Files, { location, keys }: At, name: string): void {
  const sketch = files.sketch(location) as Sketch;
  const holder = { location, keys: keys.slice(0, -1) };
  const formats = (expectedAt(files, holder)?.kinds ?? []).flatMap(kind =>
    kind.is === 'map' && kind.keys ? [kind.keys] : [],
  );
  const broken = formats.map(format => FORMATS[format]).find(({ test }) => !test(name));
  if (broken) throw faults.RENAME_ILLEGAL({ name, expected: broken.says, like: broken.like });
  if (name.trim() === '' || /[\r\n]/.test(name)) {
    throw faults.RENAME_ILLEGAL({ name, expected: 'a text on one line', like: 'orderPlaced' });
  }
  const map = behind(sketch, findAt(sketch, holder.keys)?.node);
  if (map?.is === 'map' && map.entries.some(({ key }) => key === name)) throw faults.RENAME_TAKEN({ name, location });
}

type Edits = Map<string, Map<number, TextEdit>>;

function change(files: Files, thing: At, name: string, edits: Edits): void {
  const sketch = files.sketch(thing.location) as Sketch;
  const entry = findAt(sketch, thing.keys)?.entry;
  if (!entry) return;
  put(files, edits, thing.location, entry.keyStart, entry.keyEnd, name);
  const old = thing.keys.at(-1) as string;
  for (const use of usesOf(files, thing)) {
    const { location, start, end, by } = use;
    if (by.is === 'braces' && by.inKey) {
      // The address is the key of a channel, which references may lead through.
      const address = use.keys.at(-1) as string;
      change(files, { location, keys: use.keys }, address.replaceAll(`{${old}}`, `{${name}}`), edits);
    } else put(files, edits, location, start, end, textAfter(files, use, old, name));
  }
}

function textAfter(files: Files, { location, keys, by }: Use, old: string, name: string): string {
  if (by.is === 'reference') return renamedReference(by.reference, by.step, name);
  if (by.is !== 'braces') return name;
  const text = textOf(findAt(files.sketch(location) as Sketch, keys)?.node) ?? '';
  return text.replaceAll(`{${old}}`, `{${name}}`);
}

function put(files: Files, edits: Edits, location: string, start: number, end: number, value: string): void {
  const sketch = files.sketch(location) as Sketch;
  const here = edits.get(location) ?? new Map<number, TextEdit>();
  edits.set(location, here);
  here.set(start, { range: rangeOf(sketch, start, end), newText: rewritten(sketch, start, end, value) });
}
