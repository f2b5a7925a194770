import type { Chart } from '@portolan/chart';
import type { Field, Kind } from '@portolan/contract/text';
import type { Hover, Position } from 'vscode-languageserver-types';
import { describeField, describeObject } from '../docs/describe.ts';
import { namingAt } from '../navigate/things.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { behind, entryOf, findAt, pathAt, textOf } from '../sketch/find.ts';
import { expectedAt } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';
import { type At, follow, nameOfPlace } from '../workspace/places.ts';
import { partiesText } from './parties.ts';
import { schemaText } from './schema.ts';

/**
 * What is known about what stands at a position: the meaning of a member, what a reference leads to, who uses a channel.
 *
 * @param chart of the documents of the workspace, where it is at hand
 */
export function hover(files: Files, location: string, position: Position, chart?: Chart): Hover | undefined {
  const sketch = files.sketch(location);
  if (!sketch) return undefined;
  const offset = offsetAt(sketch, position);
  const path = pathAt(sketch, offset);
  if (!path) return undefined;
  const at: At = { location, keys: path.keys };
  const naming = namingAt(files, location, offset);
  const parts = [
    path.onKey ? aboutMember(files, at) : undefined,
    ...(naming ? aboutThing(files, naming.thing, at, chart) : []),
  ];
  const value = parts.filter(part => part !== undefined).join('\n\n---\n\n');
  if (value === '') return undefined;
  return { contents: { kind: 'markdown', value }, range: rangeOf(sketch, path.start, path.end) };
}

/** What the specification says of a member of that name. */
function aboutMember(files: Files, { location, keys }: At): string | undefined {
  const holder = expectedAt(files, { location, keys: keys.slice(0, -1) });
  const name = keys.at(-1) as string;
  const kind = holder?.kinds.find(one => one.is === 'object' && Object.hasOwn(one.fields, name));
  if (!holder || kind?.is !== 'object') return undefined;
  return describeField(name, kind.fields[name] as Field, kind, holder.asyncapi);
}

/** What a thing is: its kind or the author's words, its shape, and who uses it. */
function aboutThing(files: Files, thing: At, here: At, chart: Chart | undefined): (string | undefined)[] {
  const end = follow(files, thing) ?? thing;
  const expected = expectedAt(files, thing) ?? expectedAt(files, end);
  const objects = (expected?.kinds ?? []).filter(kind => kind.is === 'object');
  const isSchema = objects.some(({ name }) => /Schema$/.test(name) && !/Security/.test(name));
  const leadsAway = nameOfPlace(thing) !== nameOfPlace(here);
  const isEntry = isEntryOfMap(files, thing);
  if (!leadsAway && !isEntry) return [isSchema ? schemaText(files, end) : undefined];
  const [only] = objects;
  const kind = only && !isSchema && isEntry ? describeObject(only, expected?.asyncapi ?? '') : undefined;
  const words = wordsOf(files, end);
  return [
    [kind ?? `**${thing.keys.at(-1) ?? thing.location}**`, ...words].join('\n\n'),
    isSchema ? schemaText(files, end) : only?.name === 'Message' ? payloadText(files, end) : undefined,
    only?.name === 'Channel' && chart ? partiesText(chart, end) : undefined,
  ];
}

function isEntryOfMap(files: Files, { location, keys }: At): boolean {
  const holder = expectedAt(files, { location, keys: keys.slice(0, -1) });
  return holder?.kinds.some((kind: Kind) => kind.is === 'map') === true;
}

/** The author's own words about a thing. */
function wordsOf(files: Files, { location, keys }: At): string[] {
  const sketch = files.sketch(location);
  const node = sketch && behind(sketch, findAt(sketch, keys)?.node);
  const words = ['title', 'address', 'summary', 'description'].map(name => textOf(entryOf(node, name)?.value));
  return words.filter(text => text !== undefined && text !== '').map(text => text as string);
}

function payloadText(files: Files, { location, keys }: At): string | undefined {
  const payload = follow(files, { location, keys: [...keys, 'payload'] });
  const sketch = files.sketch(location);
  const format = sketch && textOf(findAt(sketch, [...keys, 'schemaFormat'])?.node);
  return payload && schemaText(files, payload, format);
}
