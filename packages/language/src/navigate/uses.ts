import { keysOf, pointerOf } from '@portolan/base';
import type { Location, Position } from 'vscode-languageserver-types';
import { templateNames } from '../completion/members.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { behind, entryOf, findAt, textOf } from '../sketch/find.ts';
import type { Node, Sketch } from '../sketch/node.ts';
import { versionOf } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import { type At, named, nameOfPlace } from '../workspace/places.ts';
import { type Reference, referencesIn } from '../workspace/references.ts';
import { namingAt, stretchOf } from './things.ts';

/** A place that names a thing, or something inside of it. */
export interface Use {
  readonly location: string;
  readonly start: number;
  readonly end: number;
  /** Keys of the value or key that holds the name. */
  readonly keys: readonly string[];
  /** How it names the thing. */
  readonly by:
    | {
        readonly is: 'reference';
        readonly reference: Reference /** Which key of its pointer. */;
        readonly step: number;
      }
    | { readonly is: 'key' }
    | { readonly is: 'text' }
    /** Between braces in an address; `inKey` where the address is a key. */
    | { readonly is: 'braces'; readonly inKey: boolean };
}

/**
 * Everything in the workspace that names a thing or leads through it: references, requirements, required names,
 * addresses. The thing's own name is not among them.
 */
export function usesOf(files: Files, thing: At): Use[] {
  return [...byReference(files, thing), ...byName(files, thing)];
}

function byReference(files: Files, thing: At): Use[] {
  const wanted = nameOfPlace(thing);
  const last = thing.keys.at(-1);
  return files.locations.flatMap(location => {
    const sketch = files.sketch(location);
    if (!sketch) return [];
    return referencesIn(sketch, location).flatMap((reference): Use[] => {
      const { node, text, keys, target } = reference;
      // Only a pointer that has the name can lead through the thing, but for a file that is the thing as a whole.
      if (last === undefined ? target.location !== thing.location : !keysOf(target.pointer ?? '').includes(last))
        return [];
      const step = named(files, text, location).findIndex(place => nameOfPlace(place) === wanted);
      if (step < 0) return [];
      return [
        {
          location,
          start: node.start,
          end: node.end,
          keys: [...keys, '$ref'],
          by: { is: 'reference', reference, step },
        },
      ];
    });
  });
}

function byName(files: Files, { location, keys }: At): Use[] {
  const sketch = files.sketch(location);
  const name = keys.at(-1);
  if (!sketch || name === undefined) return [];
  const section = keys.at(-2);
  if (section === 'parameters' && keys.length > 2) return inAddress(sketch, location, keys.slice(0, -2), name);
  if (section === 'variables' && keys.length > 2)
    return inTexts(sketch, location, keys.slice(0, -2), ['url', 'host', 'pathname'], name);
  if (section === 'properties') return asProperty(sketch, location, keys.slice(0, -2), name);
  const isV2 = versionOf(sketch)?.startsWith('2.') === true;
  if (isV2 && keys[0] === 'components' && section === 'securitySchemes' && keys.length === 3)
    return requirements(sketch, location, name);
  return isV2 && keys[0] === 'servers' && keys.length === 2 ? serverNames(sketch, location, name) : [];
}

/** A parameter stands in the address of its channel: a text in 3.x, the key of the channel in 2.x. */
function inAddress(sketch: Sketch, location: string, channel: readonly string[], name: string): Use[] {
  const at = findAt(sketch, channel);
  if (versionOf(sketch)?.startsWith('2.') && at?.entry && templateNames(at.entry.key).includes(name)) {
    const { keyStart: start, keyEnd: end } = at.entry;
    return [{ location, start, end, keys: channel, by: { is: 'braces', inKey: true } }];
  }
  return inTexts(sketch, location, channel, ['address'], name);
}

function inTexts(
  sketch: Sketch,
  location: string,
  owner: readonly string[],
  members: readonly string[],
  name: string,
): Use[] {
  return members.flatMap((member): Use[] => {
    const node = findAt(sketch, [...owner, member])?.node;
    if (!node || !templateNames(textOf(node) ?? '').includes(name)) return [];
    return [
      { location, start: node.start, end: node.end, keys: [...owner, member], by: { is: 'braces', inKey: false } },
    ];
  });
}

/** A property is named by its schema, as required or as what tells alternatives apart. */
function asProperty(sketch: Sketch, location: string, schema: readonly string[], name: string): Use[] {
  const owner = findAt(sketch, schema)?.node;
  const required = behind(sketch, entryOf(behind(sketch, owner), 'required')?.value);
  const items = required?.is === 'list' ? required.items : [];
  const texts = items.flatMap(({ value }, index) =>
    textUse(location, [...schema, 'required', String(index)], value, name),
  );
  const discriminator = entryOf(behind(sketch, owner), 'discriminator')?.value;
  return [...texts, ...textUse(location, [...schema, 'discriminator'], discriminator, name)];
}

function textUse(location: string, keys: readonly string[], node: Node | undefined, name: string): Use[] {
  if (textOf(node) !== name || !node) return [];
  return [{ location, start: node.start, end: node.end, keys, by: { is: 'text' } }];
}

/** `security: [{ <scheme>: [] }]` of servers and operations in 2.x. */
function requirements(sketch: Sketch, location: string, name: string): Use[] {
  const uses: Use[] = [];
  visit(sketch, (node, keys) => {
    if (keys.at(-2) !== 'security' || !/^\d+$/.test(keys.at(-1) ?? '')) return;
    const entry = entryOf(node, name);
    if (entry)
      uses.push({ location, start: entry.keyStart, end: entry.keyEnd, keys: [...keys, name], by: { is: 'key' } });
  });
  return uses;
}

/** `servers: [<name>]` of channels in 2.x. */
function serverNames(sketch: Sketch, location: string, name: string): Use[] {
  const channels = ['channels', 'components'].flatMap(key => (key === 'channels' ? [[key]] : [[key, 'channels']]));
  return channels.flatMap(keys => {
    const map = behind(sketch, findAt(sketch, keys)?.node);
    return (map?.is === 'map' ? map.entries : []).flatMap(({ key, value }) => {
      const list = behind(sketch, entryOf(behind(sketch, value), 'servers')?.value);
      const items = list?.is === 'list' ? list.items : [];
      return items.flatMap((item, index) =>
        textUse(location, [...keys, key, 'servers', String(index)], item.value, name),
      );
    });
  });
}

function visit(sketch: Sketch, see: (node: Node, keys: readonly string[]) => void): void {
  const waiting: [Node, readonly string[]][] = sketch.root ? [[sketch.root, []]] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, keys] = next;
    see(node, keys);
    if (node.is === 'map') for (const { key, value } of node.entries) if (value) waiting.push([value, [...keys, key]]);
    if (node.is === 'list')
      for (const [index, { value }] of node.items.entries()) if (value) waiting.push([value, [...keys, String(index)]]);
  }
}

/** Every place that names the thing at a position. */
export function references(files: Files, location: string, position: Position, withDeclaration: boolean): Location[] {
  const sketch = files.sketch(location);
  const naming = sketch && namingAt(files, location, offsetAt(sketch, position));
  if (!naming) return [];
  const { thing } = naming;
  const there = files.sketch(thing.location);
  const own = there && withDeclaration ? stretchOf(there, thing.keys) : undefined;
  const stretches = [...(own ? [{ location: thing.location, ...own }] : []), ...usesOf(files, thing)];
  return stretches.flatMap(({ location: at, start, end }) => {
    const of = files.sketch(at);
    return of ? [{ uri: files.uriOf(at), range: rangeOf(of, start, end) }] : [];
  });
}

/** The text of a reference with another name at one of its steps. */
export function renamedReference({ text, target }: Reference, step: number, name: string): string {
  const keys = keysOf(target.pointer ?? '');
  keys[step] = name;
  const hash = text.indexOf('#');
  const fragment = encodeURI(pointerOf('', ...keys).toWellFormed()).replaceAll('#', '%23');
  return `${hash < 0 ? text : text.slice(0, hash)}#${fragment}`;
}
