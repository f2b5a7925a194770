import { asyncapi2, asyncapi3, type Kind } from '@portolan/contract/text';
import type { CompletionItem, CompletionItemKind, InsertTextFormat, Position } from 'vscode-languageserver-types';
import { offsetAt, rangeOf } from '../positions.ts';
import { behind, findAt } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import { type Place, placeAt } from '../sketch/place.ts';
import { type ExpectedAt, expectedAt } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import type { At } from '../workspace/places.ts';
import { membersAt } from './members.ts';
import type { ItemOffer, Offer } from './offer.ts';
import { referencesAt } from './references.ts';
import { valuesAt } from './values.ts';
import { type Style, writtenAt } from './write.ts';

/** What an editor understands. */
export interface CompletionOptions {
  readonly snippets: boolean;
}

const KINDS = { property: 10, value: 12, file: 17, reference: 18, struct: 22 } satisfies Record<
  string,
  CompletionItemKind
>;
const SNIPPET: InsertTextFormat = 2;
const PLAIN: InsertTextFormat = 1;

/** What can be written at a position, in whatever state the text is. Never throws for what stands in a text. */
export function complete(
  files: Files,
  location: string,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const sketch = files.sketch(location);
  if (!sketch) return [];
  const offset = offsetAt(sketch, position);
  const place = placeAt(sketch, offset);
  if (!place) return [];
  const style = styleAt(sketch, place, options, versionAt(files, location, place));
  return offersAt(files, sketch, location, place).map(offer => itemOf(offer, sketch, place, style, offset));
}

function versionAt(files: Files, location: string, { keys }: Place): string {
  return expectedAt(files, { location, keys })?.asyncapi ?? '3.1.0';
}

function offersAt(files: Files, sketch: Sketch, location: string, place: Place): Offer[] {
  const at: At = { location, keys: place.keys };
  if (place.as === 'value' && place.keys.at(-1) === '$ref') {
    const holder: At = { location, keys: place.keys.slice(0, -1) };
    const expected = expectedAt(files, holder);
    return expected ? referencesAt(files, holder, expected, place.typed) : [];
  }
  const expected = expectedAt(files, at) ?? beginning(sketch, place);
  if (!expected) return [];
  if (place.as === 'member') return membersAt(files, at, expected, namesIn(sketch, place));
  if (place.as === 'item') return itemsOf(expected);
  const values = valuesAt(files, at, expected, place.typed);
  if (place.as === 'value') return values;
  const members = membersAt(files, at, expected, new Set());
  return [...values, ...members, ...(place.sameLine ? [] : itemsOf(expected))];
}

/** In an empty file, and while its first word is typed, the members of a new document can be told. */
function beginning({ root }: Sketch, { keys }: Place): ExpectedAt | undefined {
  const isEmpty = root === undefined || (root.is === 'scalar' && keys.length === 0);
  return isEmpty ? { kinds: [BEGINNING], references: [], version: 3_001_000, asyncapi: '3.1.0' } : undefined;
}

const BEGINNING: Kind = asyncapi3.Document as Kind;

/** Names of the members that are there, but for the one that is being typed. */
function namesIn(sketch: Sketch, { owner, start, keys }: Place): ReadonlySet<string> {
  const map = owner ?? behind(sketch, findAt(sketch, keys)?.node);
  const entries = map?.is === 'map' ? map.entries : [];
  return new Set(entries.filter(({ keyStart }) => keyStart !== start).map(({ key }) => key));
}

/** New items for the lists that may stand here. */
function itemsOf({ kinds, asyncapi }: ExpectedAt): ItemOffer[] {
  const grammar = grammarOf(asyncapi);
  return kinds.flatMap((kind): ItemOffer[] => {
    if (kind.is !== 'list') return [];
    let of: Kind | undefined = kind.of;
    let reference = false;
    for (let steps = 0; of && steps < 5; steps++) {
      if (of.is === 'named') of = grammar[of.name];
      else if (of.is === 'referenceOr' || of.is === 'reference') {
        reference = true;
        of = of.to;
      } else if (of.is === 'either') of = of.of[0];
      else break;
    }
    const refers: ItemOffer[] = reference ? [{ is: 'item', label: '- $ref', member: { name: '$ref' }, rank: 2 }] : [];
    if (of?.is === 'string') return (of.enum ?? []).map(word => ({ is: 'item', label: `- ${word}`, value: word }));
    const required = of?.is === 'object' && !isOnlyReference(kind.of) ? of.required[0] : undefined;
    const field = of?.is === 'object' && required !== undefined ? of.fields[required] : undefined;
    if (required === undefined || !field) return refers;
    return [{ is: 'item', label: `- ${required}`, member: { name: required, field }, rank: 1 }, ...refers];
  });
}

function isOnlyReference(kind: Kind): boolean {
  return kind.is === 'reference';
}

function grammarOf(asyncapi: string) {
  return asyncapi.startsWith('2.') ? asyncapi2 : asyncapi3;
}

function styleAt({ text, json }: Sketch, place: Place, { snippets }: CompletionOptions, asyncapi: string): Style {
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const before = text.slice(lineStart, place.start);
  const inset = before.length - (/^\s*/.exec(before)?.[0].length ?? 0);
  const quote = text.split('"', 50).length > text.split("'", 50).length ? '"' : "'";
  return { json, snippets, inset: place.flow ? 0 : inset, step: '  ', quote, grammar: grammarOf(asyncapi) };
}

function itemOf(offer: Offer, sketch: Sketch, place: Place, style: Style, offset: number): CompletionItem {
  const written = writtenAt(offer, place, style);
  const { text } = sketch;
  const glued = offer.is === 'value' && place.start === place.end && text[place.start - 1] === ':';
  const newText = `${glued ? ' ' : ''}${written.text}`;
  // Editors match what stands from the start of the edit to the cursor, the opening quote included.
  const filterText = place.quote && offset > place.start ? `${place.quote}${offer.label}` : offer.label;
  return {
    label: offer.label,
    kind: kindOf(offer),
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...(offer.says !== undefined && { documentation: { kind: 'markdown', value: offer.says } }),
    sortText: `${String(Math.round((offer.rank ?? 3) * 1000)).padStart(6, '0')} ${offer.label}`,
    filterText,
    insertTextFormat: written.snippet ? SNIPPET : PLAIN,
    insertTextMode: 2,
    textEdit: { range: rangeOf(sketch, place.start, place.end), newText },
  };
}

function kindOf(offer: Offer): CompletionItemKind {
  if (offer.is === 'member') return KINDS.property;
  if (offer.is === 'item') return KINDS.struct;
  if (offer.names === 'file') return KINDS.file;
  return offer.names === 'thing' ? KINDS.reference : KINDS.value;
}
