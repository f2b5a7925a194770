import { keysOf, pointerOf } from '@portolan/base';
import { formatOf, isJsonSchema, nameOf } from '@portolan/contract/text';
import { isMap, type Node, Scalar } from 'yaml';
import { flat } from '../tree/aliases.ts';
import type { Place } from '../tree/files.ts';
import { sectionOf } from '../tree/kinds.ts';
import { at, child, type MapNode, mapOf, nodeOf, pairOf, plain, put, referenceTo, textOf } from '../tree/nodes.ts';
import { fragment, redirect } from '../tree/references.ts';
import { freeKey, sectionIn } from '../tree/sections.ts';
import type { Slot } from '../tree/visitor.ts';
import { around, partOf } from './discover.ts';
import { idOf, replaceAt, type State } from './state.ts';

/**
 * Where a thing of another file stands in the bundle; it is put there when it is met for the first time. What stands inside
 * of something else that is needed comes along with that, so that nothing is there twice.
 */
export function homeFor(state: State, place: Place, slot: Slot): string {
  const known = state.homes.of(place);
  if (known !== undefined) return known;
  const outer = around(state.needed, place);
  if (outer && placeFor(state, outer.slot)) adopt(state, outer.place, outer.slot);
  return state.homes.of(place) ?? adopt(state, place, slot);
}

/** Puts a thing where the reference to it stands. */
export function inline(state: State, place: Place, slot: Slot): void {
  const made = copyOf(state, place);
  replaceAt(state.root, slot.pointer, made);
  later(state, made, place, slot, slot.pointer);
}

/** The section of the components that a thing can be put into; undefined when it has to stand where it is needed. */
function placeFor({ version }: State, { kind, schemaFormat }: Slot): string | undefined {
  // In 2.x the language stands beside the payload, so that a schema in another language has its place there.
  if (kind === '' || (isForeign(schemaFormat) && version.major === 2)) return undefined;
  return sectionOf(kind, version.number);
}

function isForeign(schemaFormat: string | undefined): boolean {
  return !isJsonSchema(formatOf(schemaFormat));
}

function adopt(state: State, place: Place, slot: Slot): string {
  const { root, homes } = state;
  const section = placeFor(state, slot);
  const home = (pointer: string) => {
    homes.set(place, pointer);
    return pointer;
  };
  if (section === undefined) return home(slot.pointer);
  // What an operation of the document refers to has to be one of its channels.
  const atRoot = slot.only && slot.kind === 'Channel' && slot.pointer.startsWith('/operations/');
  const map = atRoot ? channelsOf(root) : sectionIn(root, section);
  const called = state.names.get(idOf(place)) ?? nameOf(place.location, place.pointer);
  const key = atRoot && !pairOf(map, called) ? called : freeKey(map, called);
  const pointer = atRoot ? pointerOf('/channels', key) : pointerOf('/components', section, key);
  const foreign = isForeign(slot.schemaFormat);
  const made = copyOf(state, place);
  if (slot.kind === 'Message') keepName(state, made, place, key);
  put(map, key, foreign ? inItsLanguage(slot, made) : made);
  const at = home(foreign ? pointerOf(pointer, 'schema') : pointer);
  later(state, made, place, slot, at);
  return at;
}

function channelsOf(root: MapNode): MapNode {
  if (!isMap(child(root, 'channels'))) put(root, 'channels', mapOf([]));
  return child(root, 'channels') as MapNode;
}

/** A Multi Format Schema Object, for a schema whose language is not that of the components. */
function inItsLanguage({ schemaFormat }: Slot, schema: Node): MapNode {
  return mapOf([
    ['schemaFormat', new Scalar(schemaFormat)],
    ['schema', schema],
  ]);
}

/** Lets a reference name a place of the bundle. What only wraps a wrapped schema becomes a reference to the whole. */
export function referTo(state: State, { node, pointer, schemaFormat }: Slot, home: string): void {
  const around = pointer.slice(0, -'/schema'.length);
  const whole = /^(\/components\/schemas\/[^/]+)\/schema$/.exec(home)?.[1];
  const wrapper = whole !== undefined && pointer.endsWith('/schema') ? at(state.root, keysOf(around)) : undefined;
  const same = whole !== undefined && textOf(at(state.root, [...keysOf(whole), 'schemaFormat'])) === schemaFormat;
  if (whole !== undefined && same && isMap(wrapper) && wrapper.items.length === 2 && pairOf(wrapper, 'schemaFormat')) {
    replaceAt(state.root, around, referenceTo(fragment(whole), state.tree.layout));
  } else redirect(node, fragment(home));
}

/** A copy of a thing, laid out as the bundle is. */
function copyOf({ files, tree }: State, { location, node }: Place): Node {
  const source = files.tree(location);
  if (source?.layout.json && !tree.layout.json) return nodeOf(plain(node));
  return flat(node, source ?? tree);
}

/** What a copy refers to has to come along. */
function later({ waiting, version }: State, node: Node, place: Place, slot: Slot, pointer: string): void {
  waiting.push(partOf({ ...place, node }, slot, pointer, version.major));
}

/** A message without a name is called by its key: where that has to change, it gets the name that it had. */
function keepName({ messages }: State, node: Node, place: Place, key: string): void {
  const name = messages.get(idOf(place))?.name;
  if (name !== undefined && name !== key && isMap(node) && !pairOf(node, 'name'))
    put(node as MapNode, 'name', new Scalar(name), '');
}
