import { pointerOf } from '@portolan/base';
import { asyncapi2, asyncapi3, type Kind, targetOf } from '@portolan/contract/text';
import { findAt, referenceOf } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import { type ExpectedAt, expectedAt, versionOf } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import { relativeTo } from '../workspace/paths.ts';
import { type At, named } from '../workspace/places.ts';
import { encodeFragment, entriesAt, pointersBelow } from './names.ts';
import type { ValueOffer } from './offer.ts';

/** Kinds by which the grammar names schemas; all of them are kept in one section of the components. */
const SCHEMAS: ReadonlySet<string> = new Set([
  'Schema',
  'ObjectSchema',
  'AnySchema',
  'HeadersSchema',
  'Payload',
  'SchemaInFormat',
]);

/** How many references into other files are offered. */
const MAX_FOREIGN = 200;

/**
 * The references that may be written at a place: those to things of the right kind in the same file, those that the
 * specification demands first, and those into files beside it.
 *
 * @param at where the reference stands: the object that holds `$ref`
 * @param typed what stands there of it
 */
export function referencesAt(files: Files, at: At, expected: ExpectedAt, typed: string): ValueOffer[] {
  const sketch = files.sketch(at.location) as Sketch;
  const wanted = new Set(expected.references.map(kindName).filter(name => name !== ''));
  const only = expected.kinds.length === 0;
  const local = localPointers(files, sketch, at, wanted, only, expected.asyncapi);
  const offers = [...new Set(local)].map(
    (label): ValueOffer => ({ is: 'value', label, value: label, names: 'thing', rank: 1 }),
  );
  if (only) return offers;
  return [...offers, ...foreign(files, at, wanted, typed)];
}

function localPointers(
  files: Files,
  sketch: Sketch,
  at: At,
  wanted: ReadonlySet<string>,
  only: boolean,
  asyncapi: string,
): string[] {
  if (versionOf(sketch) === undefined) {
    return entriesAt(sketch)
      .filter(({ key }) => isOfKind(files, { location: at.location, keys: [key] }, wanted))
      .map(({ key }) => `#${encodeFragment(pointerOf('', key))}`);
  }
  if (only && asyncapi.startsWith('3.')) return demanded(files, sketch, at, wanted);
  const own = pointerOf('', ...at.keys);
  const pointers = sectionsOf(wanted, asyncapi).flatMap(section => pointersBelow(sketch, 'components', section));
  return pointers.filter(pointer => pointer !== `#${own}`);
}

/** What 3.x demands: a channel or server of the root, and for messages those of the operation's channel. */
function demanded(files: Files, sketch: Sketch, at: At, wanted: ReadonlySet<string>): string[] {
  if (wanted.has('Channel')) return pointersBelow(sketch, 'channels');
  if (wanted.has('Server')) return pointersBelow(sketch, 'servers');
  if (!wanted.has('Message')) return [];
  const operation = findAt(sketch, at.keys.slice(0, -2))?.node;
  const channel = operation?.is === 'map' ? operation.entries.find(({ key }) => key === 'channel')?.value : undefined;
  const reference = referenceOf(channel);
  const keys = reference === undefined ? undefined : named(files, reference, at.location).at(-1);
  if (keys?.location === at.location) return pointersBelow(sketch, ...keys.keys, 'messages');
  return entriesAt(sketch, 'channels').flatMap(({ key }) => pointersBelow(sketch, 'channels', key, 'messages'));
}

/** References into other files: to what others refer to there, to their members once one is named, and to the files. */
function foreign(files: Files, at: At, wanted: ReadonlySet<string>, typed: string): ValueOffer[] {
  const offers = new Map<string, ValueOffer>();
  const hash = typed.indexOf('#');
  const dotted = typed === '' || typed.startsWith('.');
  const near = files.locations.filter(location => location !== at.location);
  for (const location of near) {
    const file = relativeTo(at.location, location, dotted);
    const inside = hash >= 0 && targetOf(typed, at.location).location === location;
    const pointers = inside ? membersOf(files, location) : usedPointers(files, location);
    for (const keys of pointers) {
      if (offers.size >= MAX_FOREIGN) break;
      if (!isOfKind(files, { location, keys }, wanted)) continue;
      const label = keys.length === 0 ? file : `${file}#${encodeFragment(pointerOf('', ...keys))}`;
      offers.set(label, { is: 'value', label, value: label, names: keys.length === 0 ? 'file' : 'thing', rank: 2 });
    }
    if (!offers.has(file) && offers.size < MAX_FOREIGN && versionOf(files.sketch(location)) === undefined) {
      offers.set(file, { is: 'value', label: file, value: file, names: 'file', rank: 3 });
    }
  }
  return [...offers.values()];
}

function usedPointers(files: Files, location: string): string[][] {
  const pointers = new Set(
    files
      .referencesInto(location)
      .filter(({ location: from }) => from !== location)
      .map(({ target }) => target.pointer ?? ''),
  );
  return [...pointers].map(pointer =>
    pointer
      .split('/')
      .slice(1)
      .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

/** Members of the root of a part, or the components of a document. */
function membersOf(files: Files, location: string): string[][] {
  const sketch = files.sketch(location);
  if (!sketch) return [];
  if (versionOf(sketch) === undefined) return entriesAt(sketch).map(({ key }) => [key]);
  return entriesAt(sketch, 'components').flatMap(({ key: section }) =>
    entriesAt(sketch, 'components', section).map(({ key }) => ['components', section, key]),
  );
}

/** Whether a thing is of a wanted kind, as far as that is known: what nobody refers to yet can be anything. */
function isOfKind(files: Files, at: At, wanted: ReadonlySet<string>): boolean {
  const expected = expectedAt(files, at);
  const names = new Set((expected?.references ?? []).map(kindName));
  if (names.size === 0) return expected === undefined || expected.kinds.length === 0;
  return [...wanted].some(
    name => names.has(name) || (SCHEMAS.has(name) && [...names].some(known => SCHEMAS.has(known))),
  );
}

/** Sections of the components that hold things of some kinds. */
function sectionsOf(wanted: ReadonlySet<string>, asyncapi: string): string[] {
  const { Document } = asyncapi.startsWith('2.') ? asyncapi2 : asyncapi3;
  const components = Document?.is === 'object' ? Document.fields.components?.kind : undefined;
  const fields = components?.is === 'object' ? Object.entries(components.fields) : [];
  const isWanted = (name: string) =>
    wanted.has(name) || (SCHEMAS.has(name) && [...wanted].some(one => SCHEMAS.has(one)));
  return fields.filter(([, { kind }]) => kind.is === 'map' && isWanted(kindName(kind.of))).map(([section]) => section);
}

/** The name of a kind in the grammar, through references and alternatives. */
function kindName(kind: Kind): string {
  switch (kind.is) {
    case 'named':
      return kind.name;
    case 'referenceOr':
    case 'reference':
      return kindName(kind.to);
    case 'either':
      return kind.of.map(kindName).find(name => name !== '') ?? '';
    case 'object':
      return / ?Schema$/.test(kind.name) ? 'Schema' : '';
    default:
      return '';
  }
}
