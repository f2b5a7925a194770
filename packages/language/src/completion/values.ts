import { asyncapi2, asyncapi3, FORMATS, type Kind, type ObjectKind } from '@portolan/contract/text';
import { behind, findAt, textOf } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import { type ExpectedAt, expectedAt } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import { type At, follow } from '../workspace/places.ts';
import { ownerAt, templateNames } from './members.ts';
import { entriesAt, textsOf } from './names.ts';
import type { ValueOffer } from './offer.ts';
import { CONTENT_TYPES, HTTP_SCHEMES, PROTOCOL_NAMES, SCHEMA_FORMATS, VALUE_FORMATS, VERSIONS } from './words.ts';

/** The values that may be written at a place, where they can be told. */
export function valuesAt(files: Files, at: At, expected: ExpectedAt, typed: string): ValueOffer[] {
  const sketch = files.sketch(at.location) as Sketch;
  const offers = expected.kinds.flatMap(kind => ofKind(sketch, at, kind));
  const owner = ownerAt(files, at);
  const name = at.keys.at(-1) ?? '';
  const free = expected.kinds.some(({ is }) => is === 'string' || is === 'any');
  const more = free ? [...ofMember(files, sketch, at, name, owner, expected, typed), ...ofList(files, sketch, at)] : [];
  return unique([...offers, ...more]);
}

/** What the kind alone says. */
function ofKind(sketch: Sketch, at: At, kind: Kind): ValueOffer[] {
  switch (kind.is) {
    case 'boolean':
      return [true, false].map(value => ({ is: 'value', label: String(value), value }));
    case 'number':
      return (kind.enum ?? []).map(value => ({ is: 'value', label: String(value), value }));
    case 'null':
      return [{ is: 'value', label: 'null', value: null, rank: 5 }];
    case 'string':
      if (kind.enum) return words(kind.enum);
      if (kind.format === 'mediaType') return words([...textsOf(sketch, 'contentType'), ...CONTENT_TYPES]);
      if (kind.format === 'runtimeExpression') return expressions(sketch, at);
      return [];
    default:
      return [];
  }
}

/** What the name of the member says, for texts that the grammar leaves open. */
function ofMember(
  files: Files,
  sketch: Sketch,
  at: At,
  name: string,
  owner: ObjectKind | undefined,
  { asyncapi }: ExpectedAt,
  typed: string,
): ValueOffer[] {
  const kind = owner?.name ?? '';
  if (kind === 'The document' && name === 'asyncapi') return words(VERSIONS);
  if (kind === 'Server' && name === 'protocol') return words(PROTOCOL_NAMES);
  if (name === 'bindingVersion' && owner?.versions) return words([...owner.versions].reverse());
  if (name === 'schemaFormat') return words(SCHEMA_FORMATS(asyncapi));
  if (name === 'type' && (kind === '' || kind.endsWith('Security Scheme'))) return words(schemeTypes(files, at));
  if (name === 'scheme' && kind === 'http Security Scheme') return words(HTTP_SCHEMES);
  if (name === 'address' && kind === 'Channel') return addresses(sketch, at, typed);
  if (!kind.endsWith('Schema')) return [];
  if (name === 'format') return words(VALUE_FORMATS);
  if (name === '$schema') return words(['http://json-schema.org/draft-07/schema#']);
  return name === 'discriminator' ? words(propertyNames(files, at)) : [];
}

/** What the list that an item stands in says. */
function ofList(files: Files, sketch: Sketch, at: At): ValueOffer[] {
  const list: At = { location: at.location, keys: at.keys.slice(0, -1) };
  const name = list.keys.at(-1);
  const owner = /^\d+$/.test(at.keys.at(-1) ?? '') ? ownerAt(files, list) : undefined;
  if (!owner || name === undefined) return [];
  const items = behind(sketch, findAt(sketch, list.keys)?.node);
  const taken = new Set(items?.is === 'list' ? items.items.map(({ value }) => textOf(value)) : []);
  const own = textOf(findAt(sketch, at.keys)?.node);
  const open = (names: readonly string[]) => words(names.filter(known => known === own || !taken.has(known)));
  if (name === 'required' && owner.name.endsWith('Schema')) return open(propertyNames(files, list));
  if (name === 'servers' && owner.name === 'Channel') return open(entriesAt(sketch, 'servers').map(({ key }) => key));
  if (name === 'scopes' && owner.name.endsWith('Security Scheme')) return open(scopesOf(sketch, list));
  return [];
}

/** Names of the properties of the schema that a member stands in, those of the schema that it refers to included. */
function propertyNames(files: Files, at: At): string[] {
  const target = follow(files, { location: at.location, keys: [...at.keys.slice(0, -1), 'properties'] });
  const sketch = target && files.sketch(target.location);
  return sketch ? entriesAt(sketch, ...target.keys).map(({ key }) => key) : [];
}

/** Scopes that the flows of the same scheme have. */
function scopesOf(sketch: Sketch, list: At): string[] {
  const scheme = list.keys.slice(0, -1);
  return entriesAt(sketch, ...scheme, 'flows').flatMap(({ key }) =>
    ['scopes', 'availableScopes'].flatMap(name =>
      entriesAt(sketch, ...scheme, 'flows', key, name).map(scope => scope.key),
    ),
  );
}

/** The types of security schemes of the version, where a place is the type of one. */
function schemeTypes(files: Files, at: At): string[] {
  const owner = expectedAt(files, { location: at.location, keys: at.keys.slice(0, -1) });
  const named = owner?.kinds.some(
    ({ is, ...kind }) => is === 'choice' || ('name' in kind && / Security Scheme$/.test(String(kind.name))),
  );
  const { SecurityScheme: all } = owner?.asyncapi.startsWith('2.') ? asyncapi2 : asyncapi3;
  if (!named || all?.is !== 'choice') return [];
  return Object.keys(all.of).filter(type => owner?.asyncapi !== '2.0.0' || all.of[type]?.since === undefined);
}

/** Addresses with the parameters of the channel that are not in it yet. */
function addresses(sketch: Sketch, at: At, typed: string): ValueOffer[] {
  const whole = textOf(findAt(sketch, at.keys)?.node) ?? typed;
  const used = new Set(templateNames(whole));
  const missing = entriesAt(sketch, ...at.keys.slice(0, -1), 'parameters').filter(({ key }) => !used.has(key));
  const open = typed.lastIndexOf('{');
  const stem = open > typed.lastIndexOf('}') ? typed.slice(0, open) : typed;
  const rest = whole.startsWith(typed) ? whole.slice(typed.length).replace(/^\}/, '') : '';
  return missing.map(({ key }) => ({ is: 'value', label: `${stem}{${key}}${rest}`, value: `${stem}{${key}}${rest}` }));
}

/** Runtime expressions: the form, and the headers and members that the messages of the document have. */
function expressions(sketch: Sketch, at: At): ValueOffer[] {
  const like = ['$message.header#/correlationId', '$message.header#/replyTo', '$message.payload#/id'];
  const message = messageAround(sketch, at.keys);
  const inMessage = message.flatMap(keys =>
    (['headers', 'payload'] as const).flatMap(part =>
      [[part], [part, 'schema']].flatMap(path =>
        entriesAt(sketch, ...keys, ...path, 'properties').map(
          ({ key }) => `$message.${part === 'headers' ? 'header' : 'payload'}#/${key}`,
        ),
      ),
    ),
  );
  const written = textsOf(sketch, 'location').filter(FORMATS.runtimeExpression.test);
  return words([...inMessage, ...written, ...(inMessage.length + written.length > 0 ? [] : like)]);
}

/** Keys of the message that a place stands in, or of all messages of the components. */
function messageAround(sketch: Sketch, keys: readonly string[]): string[][] {
  const index = keys.lastIndexOf('messages');
  if (index >= 0 && keys.length > index + 1) return [keys.slice(0, index + 2)];
  return entriesAt(sketch, 'components', 'messages').map(({ key }) => ['components', 'messages', key]);
}

function words(all: readonly string[]): ValueOffer[] {
  return all.map((label, index) => ({ is: 'value', label, value: label, rank: 1 + index / 1000 }));
}

function unique(offers: readonly ValueOffer[]): ValueOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label));
}
