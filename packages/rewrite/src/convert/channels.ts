import { pointerOf } from '@portolan/base';
import { isMap, isNode, isSeq, Pair, Scalar } from 'yaml';
import { copy, own } from '../tree/aliases.ts';
import { isReference } from '../tree/kinds.ts';
import { at, child, insert, keyOf, type MapNode, mapOf, pairs, put, referenceTo, take, textOf } from '../tree/nodes.ts';
import { localReference, reanchor } from '../tree/references.ts';
import { type Context, report, sourceOf } from './context.ts';
import { CONVERT_KEPT, CONVERT_LOST } from './findings.ts';
import { convertMember, seen } from './members.ts';
import { attached, type Detached, detach, reserve, VERBS } from './operations.ts';
import { convertParameter } from './parameters.ts';

/** All channels and, out of them, all operations. */
export function convertChannels(context: Context): void {
  const channels = child(context.root, 'channels');
  const operations = mapOf([]);
  /** What was in the channels of the components, by their names. */
  const shared = new Map<string, readonly Detached[]>();
  own(channels, context.tree);
  for (const pair of pairs(channels)) {
    const address = keyOf(pair);
    if (isReference(pair.value)) pair.value = referred(pair.value, address);
    else if (isMap(pair.value)) written(pair.value as MapNode, address);
  }
  for (const pair of pairs(at(context.root, ['components', 'channels']))) orphan(pair);
  if (operations.items.length > 0) put(context.root, 'operations', operations, 'channels');

  function written(node: MapNode, address: string): void {
    const place = ['channels', address];
    attach(emptied(context, node, pointerOf('', ...place), place, address), node, place);
    insert(node, addressOf(address), '');
  }

  /** A channel that is a reference: to one of the components, which gets the address, or into another file. */
  function referred(node: MapNode, address: string): MapNode {
    const from = pointerOf('/channels', address);
    if (node.items.length > 1) {
      const what = `What stands beside \`$ref\` in the channel \`${address}\``;
      report(context, CONVERT_KEPT, from, { what, reason: 'it has no effect' });
    }
    const target = seen(context, node, from);
    if (!target || !isMap(target.node)) return node;
    if (target.location !== context.location) {
      const made = copy(target.node, sourceOf(context, target)) as MapNode;
      reanchor(made, target.location, context.location);
      written(made, address);
      return made;
    }
    const name = /^\/components\/channels\/([^/]+)$/.exec(target.pointer)?.[1];
    const kept = name === undefined ? undefined : at(context.root, ['components', 'channels', name]);
    return name !== undefined && isMap(kept) ? component(node, kept as MapNode, name, address) : node;
  }

  function component(node: MapNode, kept: MapNode, name: string, address: string): MapNode {
    const source = ['components', 'channels', name];
    const known = shared.get(name);
    if (!known) {
      const found = emptied(context, kept, pointerOf('', ...source), source, address);
      // Copied before they get their place, for further channels that refer to the same component.
      shared.set(name, found.map(again));
      attach(found, kept, ['channels', address]);
      insert(kept, addressOf(address), '');
      return node;
    }
    const twin = copy(kept, context.tree);
    put(twin, 'address', new Scalar(address));
    for (const pair of pairs(child(twin, 'messages'))) {
      pair.value = referenceTo(localReference(...source, 'messages', keyOf(pair)), context.tree.layout);
    }
    const copies = known
      .map(again)
      .map(one => ({ ...one, id: reserve(context, one.stated ?? `${address} ${one.verb}`) }));
    attach(copies, twin, ['channels', address]);
    return twin;
  }

  function again({ pair, ...rest }: Detached): Detached {
    const value = isNode(pair.value) ? copy(pair.value, context.tree) : pair.value;
    return { ...rest, pair: new Pair(pair.key, value) };
  }

  function attach(found: readonly Detached[], channel: MapNode, place: readonly string[]): void {
    const holds = isMap(child(channel, 'messages'));
    for (const one of found) {
      context.moves.push({ from: one.from, to: pointerOf('/operations', one.id) });
      operations.items.push(attached(context, one, place, holds));
    }
  }

  /** A channel of the components that no channel refers to has no address; its operations wait beside it. */
  function orphan({ key, value }: Pair<unknown, unknown>): void {
    const name = keyOf({ key } as Pair<unknown, unknown>);
    if (shared.has(name) || !isMap(value) || isReference(value)) return;
    const place = ['components', 'channels', name];
    const found = emptied(context, value as MapNode, pointerOf('', ...place), place, name);
    const holds = isMap(child(value, 'messages'));
    for (const one of found) {
      const id = one.id.replace(/[^A-Za-z0-9._-]+/g, '-');
      context.moves.push({ from: one.from, to: pointerOf('/components/operations', id) });
      context.orphans.push(attached(context, { ...one, id }, place, holds));
    }
  }
}

function addressOf(address: string): Pair<unknown, unknown> {
  return new Pair(new Scalar('address'), new Scalar(address));
}

/** Takes the operations out of a channel and converts what is left. */
function emptied(context: Context, node: MapNode, from: string, place: readonly string[], address: string): Detached[] {
  own(node, context.tree);
  nameServers(context, node, from);
  if (take(node, 'deprecated')) {
    report(context, CONVERT_LOST, pointerOf(from, 'deprecated'), {
      what: `\`deprecated\` of the channel \`${address}\``,
    });
  }
  const parameters = child(node, 'parameters');
  own(parameters, context.tree);
  for (const pair of pairs(parameters)) {
    const name = keyOf(pair);
    convertMember(context, 'parameters', pair.value, pointerOf(from, 'parameters', name), convertParameter, name);
  }
  const names = node.items.map(keyOf);
  const first = names.findIndex(name => (VERBS as readonly string[]).includes(name));
  const messages = mapOf([]);
  messages.flow = node.flow === true;
  const to = pointerOf('', ...place, 'messages');
  const found = VERBS.flatMap(verb => detach(context, node, verb, from, address, messages, to));
  if (messages.items.length > 0) put(node, 'messages', messages, names[first - 1] ?? '');
  return found;
}

/** Names of servers become references to them. */
function nameServers(context: Context, node: MapNode, from: string): void {
  const { tree, root } = context;
  const list = child(node, 'servers');
  own(list, tree);
  if (!isSeq(list)) return;
  list.items = list.items.map((item, index) => {
    const name = textOf(item);
    if (name === undefined || !isNode(item)) return item;
    if (!at(root, ['servers', name])) {
      const what = `The server \`${name}\` of a channel`;
      report(context, CONVERT_KEPT, pointerOf(from, 'servers', index), { what, reason: 'there is no such server' });
    }
    const { comment, commentBefore, spaceBefore } = item;
    const reference = referenceTo(localReference('servers', name), tree.layout);
    return Object.assign(reference, { comment, commentBefore, spaceBefore });
  });
}
