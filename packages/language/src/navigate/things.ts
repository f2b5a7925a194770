import { behind, entryOf, findAt, type Path, pathAt, referenceOf, textOf } from '../sketch/find.ts';
import type { Sketch } from '../sketch/node.ts';
import { expectedAt, versionOf } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import { type At, named } from '../workspace/places.ts';

/** A thing that a document names somewhere, and the stretch of text that names it. */
export interface Naming {
  /** What is named. */
  readonly thing: At;
  /** Location of the file in which the name stands. */
  readonly location: string;
  /** Offsets of the name in its file. */
  readonly start: number;
  readonly end: number;
}

/** What the text at an offset names, if it is a name: by reference, by key, or as a word that stands for a thing. */
export function namingAt(files: Files, location: string, offset: number): Naming | undefined {
  const sketch = files.sketch(location);
  const path = sketch && pathAt(sketch, offset);
  if (!sketch || !path) return undefined;
  const { start, end } = path;
  const thing = path.onKey
    ? byKey(files, sketch, location, path, offset)
    : byValue(files, sketch, location, path, offset);
  return thing && { thing, location, start, end };
}

function byKey(files: Files, sketch: Sketch, location: string, path: Path, offset: number): At | undefined {
  const { keys } = path;
  if (keys.at(-1) === '$ref') return targetOf(files, location, path);
  const parameter = inBraces(sketch, path, offset);
  if (parameter !== undefined && versionOf(sketch)?.startsWith('2.'))
    return found(sketch, location, [...keys, 'parameters', parameter]);
  if (isRequirement(keys)) return found(sketch, location, ['components', 'securitySchemes', keys.at(-1) as string]);
  return { location, keys };
}

function byValue(files: Files, sketch: Sketch, location: string, path: Path, offset: number): At | undefined {
  const { keys, node } = path;
  const text = textOf(node);
  const name = keys.at(-1) as string;
  if (text === undefined) return undefined;
  if (name === '$ref') return targetOf(files, location, path);
  const owner = keys.slice(0, -1);
  const braces = inBraces(sketch, path, offset);
  if (braces !== undefined) {
    const map =
      name === 'address' ? 'parameters' : ['host', 'pathname', 'url'].includes(name) ? 'variables' : undefined;
    return map && found(sketch, location, [...owner, map, braces]);
  }
  const list = owner.at(-1);
  if (!/^\d+$/.test(name))
    return name === 'discriminator' ? found(sketch, location, [...owner, 'properties', text]) : undefined;
  if (list === 'required') return found(sketch, location, [...owner.slice(0, -1), 'properties', text]);
  if (list === 'servers' && isChannelOfV2(files, location, owner)) return found(sketch, location, ['servers', text]);
  return undefined;
}

function isChannelOfV2(files: Files, location: string, list: readonly string[]): boolean {
  const expected = expectedAt(files, { location, keys: list.slice(0, -1) });
  const isChannel = expected?.kinds.some(kind => kind.is === 'object' && kind.name === 'Channel');
  return isChannel === true && expected?.asyncapi.startsWith('2.') === true;
}

/** `security: [{ <scheme>: [] }]` of 2.x. */
function isRequirement(keys: readonly string[]): boolean {
  return keys.at(-3) === 'security' && /^\d+$/.test(keys.at(-2) ?? '');
}

function targetOf(files: Files, location: string, { owner }: Path): At | undefined {
  const reference = referenceOf(owner);
  return reference === undefined ? undefined : named(files, reference, location).at(-1);
}

function found(sketch: Sketch, location: string, keys: readonly string[]): At | undefined {
  return findAt(sketch, keys) && { location, keys };
}

/** The name between the braces around an offset. */
function inBraces({ text }: Sketch, { start, end }: Path, offset: number): string | undefined {
  const open = text.lastIndexOf('{', offset - 1);
  const close = text.indexOf('}', offset);
  if (open < start || close < 0 || close >= end) return undefined;
  const name = text.slice(open + 1, close);
  return /^[^{}\s]+$/.test(name) ? name : undefined;
}

/** The stretch of text that shows a thing: its name, or the beginning of what has none. */
export function stretchOf(sketch: Sketch, keys: readonly string[]): { start: number; end: number } | undefined {
  const at = findAt(sketch, keys);
  if (!at) return undefined;
  if (at.entry) return { start: at.entry.keyStart, end: at.entry.keyEnd };
  const node = behind(sketch, at.node);
  const first = node?.is === 'map' ? node.entries[0] : undefined;
  const name = entryOf(node, 'name') ?? first;
  if (name) return { start: name.keyStart, end: name.value?.is === 'scalar' ? name.value.end : name.keyEnd };
  return node ? { start: node.start, end: Math.min(node.end, node.start + 1) } : { start: 0, end: 0 };
}
