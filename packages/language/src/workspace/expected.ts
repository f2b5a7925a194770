import { type Expected, expects, type Kind } from '@portolan/contract/text';
import { entryOf, findAt, seen } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import type { Files } from './files.ts';
import { type At, nameOfPlace } from './places.ts';

/** What may stand at a place, and the version of AsyncAPI that says so. */
export interface ExpectedAt extends Expected {
  readonly asyncapi: string;
}

/** References into a part that are looked at to find out what the part is; the others say the same. */
const MAX_REFERENCES = 6;
/** Parts that are parts of parts. */
const MAX_DEPTH = 6;

/**
 * The version that a document says it is written in, the newest one while it is not written yet; undefined for files that
 * are no documents.
 */
export function versionOf(sketch: Sketch | undefined): string | undefined {
  const entry = entryOf(sketch?.root, 'asyncapi');
  if (!entry || entry.colon < 0) return undefined;
  const written = entry.value?.is === 'scalar' ? String(entry.value.value) : '';
  return /^[23]\.\d+\.\d+$/.test(written) ? written : '3.1.0';
}

/** Whether a file is a document, or a part that something in the workspace refers to: other files are none of our business. */
export function isOurs(files: Files, location: string): boolean {
  return versionOf(files.sketch(location)) !== undefined || files.referencesInto(location).length > 0;
}

/**
 * What the grammar expects at a place: in a document by its version, in a part of one by what the references to it are
 * for. Undefined where nothing is known.
 */
export function expectedAt(files: Files, { location, keys }: At): ExpectedAt | undefined {
  return expectedWithin(files, { location, keys }, new Set());
}

function expectedWithin(files: Files, at: At, on: Set<string>): ExpectedAt | undefined {
  const sketch = files.sketch(at.location);
  if (!sketch) return undefined;
  const asyncapi = versionOf(sketch);
  if (asyncapi !== undefined) return { ...expects(asyncapi, at.keys, seen(sketch, sketch.root)), asyncapi };
  const name = nameOfPlace(at);
  if (on.has(name) || on.size > MAX_DEPTH) return undefined;
  on.add(name);
  const found = asPart(files, sketch, at, on);
  on.delete(name);
  return found;
}

/** By the references to what holds the place, the nearest ones first. */
function asPart(files: Files, sketch: Sketch, at: At, on: Set<string>): ExpectedAt | undefined {
  const into = files.referencesInto(at.location);
  for (let depth = at.keys.length; depth >= 0; depth--) {
    const base = at.keys.slice(0, depth);
    const pointer = nameOfPlace({ location: '', keys: base }).slice(1);
    const references = into.filter(({ target }) => (target.pointer ?? '') === pointer).slice(0, MAX_REFERENCES);
    const answers = references.flatMap(({ location, keys }) => expectedWithin(files, { location, keys }, on) ?? []);
    const kinds = [...new Set<Kind>(answers.flatMap(answer => [...answer.references]))];
    const asyncapi = answers[0]?.asyncapi;
    if (asyncapi === undefined || kinds.length === 0) continue;
    const start = findAt(sketch, base)?.node;
    const expected = expects(asyncapi, at.keys.slice(depth), seen(sketch, start), kinds);
    if (expected.kinds.length > 0 || expected.references.length > 0) return { ...expected, asyncapi };
  }
  return undefined;
}
