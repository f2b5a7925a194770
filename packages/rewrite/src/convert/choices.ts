import { keysOf, pointerOf } from '@portolan/base';
import { nameOf } from '@portolan/contract/text';
import { isMap, type Node } from 'yaml';
import { copy, own } from '../tree/aliases.ts';
import type { Place } from '../tree/files.ts';
import { isReference } from '../tree/kinds.ts';
import {
  at,
  child,
  items,
  keyOf,
  type MapNode,
  pairOf,
  pairs,
  put,
  referenceOf,
  referenceTo,
  take,
  textOf,
} from '../tree/nodes.ts';
import { fragment, reanchor } from '../tree/references.ts';
import { freeKey } from '../tree/sections.ts';
import { type Context, follow, idOf, section, sourceOf } from './context.ts';
import { convertMember, seen } from './members.ts';
import { convertMessage, keepName } from './messages.ts';

/** One message of an operation, as it is written there. */
interface Choice {
  readonly node: Node;
  readonly pointer: string;
}

/**
 * Moves the messages of an operation into its channel, and returns their keys there.
 *
 * @param entry the member `message`, from where it stood
 * @param messages the messages of the channel, which grow; `to` is their place
 */
export function convertMessages(
  context: Context,
  entry: Node,
  from: string,
  operationId: string,
  messages: MapNode,
  to: string,
): string[] {
  const choices = choicesOf(context, entry, from);
  return choices.map((choice, index) => {
    const wish = choices.length === 1 ? `${operationId}.message` : `${operationId}.message.${index + 1}`;
    return convertChoice(context, choice, wish, messages, to);
  });
}

/** What `oneOf` lists, or the message itself. */
function choicesOf(context: Context, entry: Node, from: string): Choice[] {
  own(child(entry, 'oneOf'), context.tree);
  const written = child(entry, 'oneOf');
  if (written) return items(written).map((node, index) => ({ node, pointer: pointerOf(from, 'oneOf', index) }));
  const target = isReference(entry) ? follow(context, entry, from) : undefined;
  const listed = child(target?.node, 'oneOf');
  if (!target || !listed) return [{ node: entry, pointer: from }];
  const local = target.location === context.location;
  const kept = local ? items(child(at(context.root, keysOf(target.pointer)), 'oneOf')) : [];
  return items(listed).map((item, index) => {
    const pointer = pointerOf(target.pointer, 'oneOf', index);
    // What stands in the document itself can move; what stands in another file is referred to there.
    if (local && !isReference(item)) return { node: kept[index] ?? item, pointer };
    const node = isReference(item)
      ? copy(item, sourceOf(context, target))
      : referenceTo(`${target.location}${fragment(pointer)}`, context.tree.layout);
    reanchor(node, isReference(item) ? target.location : '', context.location);
    return { node, pointer: from };
  });
}

/** A message in the `oneOf` of another one in the components becomes one of its own: in 3.x there is no such list. */
function lift(context: Context, pointer: string, wish: string): void {
  if (context.placed.has(pointer)) return;
  const node = at(context.root, keysOf(pointer));
  if (!isMap(node)) return;
  const called = textOf(child(node, 'messageId')) ?? textOf(child(node, 'name')) ?? wish;
  const map = section(context, 'messages');
  const key = freeKey(map, called);
  const to = pointerOf('/components/messages', key);
  put(map, key, node);
  context.placed.set(pointer, to);
  context.moves.push({ from: pointer, to });
  convertMessage(context, node as MapNode, pointer, to);
  keepName(node, called, key);
}

/** Takes lists of messages out of the components; those that nobody used leave their messages behind. */
export function dropChoices(context: Context): void {
  const messages = at(context.root, ['components', 'messages']);
  for (const pair of pairs(messages)) {
    const listed = isReference(pair.value) ? undefined : child(pair.value, 'oneOf');
    if (!listed) continue;
    const name = keyOf(pair);
    for (const [index, item] of items(listed).entries()) {
      if (!isReference(item))
        lift(context, pointerOf('/components/messages', name, 'oneOf', index), `${name}.${index + 1}`);
    }
    take(messages, name);
  }
}

function convertChoice(
  context: Context,
  { node, pointer }: Choice,
  wish: string,
  messages: MapNode,
  to: string,
): string {
  const target = isReference(node) ? seen(context, node, pointer) : follow(context, node, pointer);
  const called = target
    ? nameIn(target, isReference(node), wish)
    : ((referenceOf(node) ?? wish).split('/').at(-1) as string);
  const id = target ? idOf(target) : `? ${referenceOf(node)}`;
  const known = context.keys.get(`${to} ${id}`);
  if (known !== undefined) return known;
  const wished = (target && textOf(child(target.node, 'messageId'))) ?? called;
  // Two of one name: the second one gets the id by which the reader knows it anyway.
  const given = nameFor(context, id, called);
  const key = pairOf(messages, wished) ? unique(given, other => pairOf(messages, other) !== undefined) : wished;
  context.keys.set(`${to} ${id}`, key);
  context.messageIds.add(id);
  const placed = target?.location === context.location ? context.placed.get(target.pointer) : undefined;
  if (placed !== undefined) put(messages, key, referenceTo(fragment(placed), context.tree.layout));
  else if (isReference(node)) {
    convertMember(context, 'messages', node, pointer, convertMessage, called);
    put(messages, key, node);
  } else if (isMap(node)) {
    const place = pointerOf(to, key);
    context.placed.set(pointer, place);
    context.moves.push({ from: pointer, to: place });
    put(messages, key, node);
    convertMessage(context, node as MapNode, pointer, place);
    keepName(node, called, key);
  }
  return key;
}

/** What the reader calls a message: its key among others, its id, its name; for what stands elsewhere, its key or file. */
function nameIn(target: Place, referred: boolean, wish: string): string {
  const keys = keysOf(target.pointer);
  if (keys.at(-2) === 'messages') return keys.at(-1) as string;
  const said = textOf(child(target.node, 'messageId')) ?? textOf(child(target.node, 'name'));
  return said ?? (referred ? nameOf(target.location, target.pointer) : wish);
}

/** The id that the reader gives a message: what it is called, with a number when others are called so too. */
function nameFor({ ids }: Context, place: string, called: string): string {
  const known = ids.get(place);
  if (known !== undefined) return known;
  const taken = new Set(ids.values());
  const id = unique(called, name => taken.has(name));
  ids.set(place, id);
  return id;
}

function unique(wish: string, taken: (name: string) => boolean): string {
  if (!taken(wish)) return wish;
  for (let number = 2; ; number++) if (!taken(`${wish}-${number}`)) return `${wish}-${number}`;
}
