import { FORMATS, fieldsIn, type Kind, type ObjectKind } from '@portolan/contract/text';
import { describeField } from '../docs/describe.ts';
import { behind, entryOf, findAt, textOf } from '../sketch/find.ts';
import type { Node, Sketch } from '../sketch/node.ts';
import { type ExpectedAt, expectedAt } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import type { At } from '../workspace/places.ts';
import { schemeNames } from './names.ts';
import type { MemberOffer } from './offer.ts';

/** The members that may be written at a place, but for those that are there. */
export function membersAt(files: Files, at: At, expected: ExpectedAt, present: ReadonlySet<string>): MemberOffer[] {
  const sketch = files.sketch(at.location) as Sketch;
  const offers = new Map<string, MemberOffer>();
  for (const kind of expected.kinds) {
    for (const offer of offersOf(sketch, at, kind, expected)) {
      if (!offers.has(offer.label)) offers.set(offer.label, offer);
    }
  }
  const onlyReference = expected.kinds.length === 0;
  if (expected.references.length > 0 && (present.size === 0 || onlyReference)) {
    const says = 'A reference to the thing, in place of the thing itself.';
    offers.set('$ref', {
      is: 'member',
      label: '$ref',
      says,
      rank: onlyReference ? 0 : 5,
      field: REFERENCE,
    });
  }
  return [...offers.values()].filter(({ label }) => !present.has(label));
}

const REFERENCE = { kind: { is: 'string' }, required: false } as const;

function offersOf(sketch: Sketch, at: At, kind: Kind, expected: ExpectedAt): MemberOffer[] {
  if (kind.is === 'object') return fieldOffers(kind, expected);
  if (kind.is === 'choice') {
    const type = { kind: { is: 'string', enum: Object.keys(kind.of) }, required: true } as const;
    const says = `Which ${kind.name} it is; the other members depend on it.`;
    return [{ is: 'member', label: kind.by, says, field: type, rank: 0 }];
  }
  return kind.is === 'map' ? keyOffers(sketch, at, kind.of, kind.keys) : [];
}

function fieldOffers(kind: ObjectKind, { version, asyncapi }: ExpectedAt): MemberOffer[] {
  return fieldsIn(kind, version).map(([label, field]) => ({
    is: 'member',
    label,
    field,
    ...(field.says !== undefined && { detail: field.says }),
    says: describeField(label, field, kind, asyncapi),
    rank: field.required ? 1 : label === '$ref' ? 9 : 2,
  }));
}

/** Names that an author chooses, where something else in the text says what they have to be. */
function keyOffers(sketch: Sketch, at: At, of: Kind, format: keyof typeof FORMATS | undefined): MemberOffer[] {
  const field = { kind: of, required: false };
  const named = (names: readonly string[], detail: string): MemberOffer[] =>
    names
      .filter(name => !format || FORMATS[format].test(name))
      .map(label => ({ is: 'member', label, field, detail, rank: 1 }));
  const last = at.keys.at(-1);
  const owner = findAt(sketch, at.keys.slice(0, -1))?.node;
  if (last === 'parameters') return named(templateNames(addressOf(sketch, at, owner)), 'A parameter of the address.');
  if (last === 'variables') {
    const texts = ['url', 'host', 'pathname'].map(key => textOf(entryOf(behind(sketch, owner), key)?.value) ?? '');
    return named(templateNames(texts.join(' ')), 'A variable of the address.');
  }
  if (at.keys.at(-2) === 'security') return named(schemeNames(sketch), 'A security scheme of the components.');
  return [];
}

/** The address of the channel that an object is, in both versions. */
function addressOf(sketch: Sketch, at: At, channel: Node | undefined): string {
  const written = textOf(entryOf(behind(sketch, channel), 'address')?.value);
  return written ?? at.keys.at(-2) ?? '';
}

/** Names between braces: `orders/{orderId}` has one. */
export function templateNames(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]+)\}/g)].map(match => match[1] as string))];
}

/** The kind of the object that holds a place, by name: `Server`, `Kafka channel binding`. */
export function ownerAt(files: Files, at: At): ObjectKind | undefined {
  const kinds = expectedAt(files, { location: at.location, keys: at.keys.slice(0, -1) })?.kinds ?? [];
  return kinds.find(kind => kind.is === 'object');
}
