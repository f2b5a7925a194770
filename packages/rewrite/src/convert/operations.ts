import { pointerOf } from '@portolan/base';
import { isMap, Pair, Scalar } from 'yaml';
import { own } from '../tree/aliases.ts';
import { child, insert, listOf, type MapNode, pairOf, put, referenceTo, rename, take, textOf } from '../tree/nodes.ts';
import { localReference } from '../tree/references.ts';
import { convertMessages } from './choices.ts';
import type { Context } from './context.ts';
import { convertSecurity } from './security.ts';
import { convertTraits, fromTraits, settleTraits, traitsOf } from './traits.ts';

/** What the application does, by the view and the verb. */
const ACTIONS = {
  application: { subscribe: 'send', publish: 'receive' },
  client: { subscribe: 'receive', publish: 'send' },
} as const;

export type Verb = 'subscribe' | 'publish';

/** In the order in which the reader takes them. */
export const VERBS: readonly Verb[] = ['subscribe', 'publish'];

/** An operation that has left its channel but does not stand anywhere yet. */
export interface Detached {
  readonly verb: Verb;
  readonly pair: Pair<unknown, unknown>;
  readonly from: string;
  /** Unique in the document: the one that the author gave, else the address and the verb. */
  readonly id: string;
  /** The id as the author gave it, though others may have it too. */
  readonly stated: string | undefined;
  /** Keys of its messages in the channel; undefined when it names none. */
  readonly messages: readonly string[] | undefined;
}

/**
 * Takes an operation out of its channel and converts it; its messages go to those of the channel.
 *
 * @param from where the channel stood, and `address` what people call it
 * @param messages the messages of the channel, which stand at `to`
 */
export function detach(
  context: Context,
  channel: MapNode,
  verb: Verb,
  from: string,
  address: string,
  messages: MapNode,
  to: string,
): Detached[] {
  const pair = isMap(child(channel, verb)) ? take(channel, verb) : undefined;
  if (!pair) return [];
  const node = pair.value as MapNode;
  const pointer = pointerOf(from, verb);
  own(node, context.tree);
  const traits = traitsOf(context, node, pointer);
  const written = textOf(take(node, 'operationId')?.value);
  const stated = fromTraits(traits, 'operationId')?.text ?? written;
  const id = reserve(context, stated ?? `${address} ${verb}`);
  const entry = child(node, 'message');
  const keys = entry && convertMessages(context, entry, pointerOf(pointer, 'message'), id, messages, to);
  settleTraits(context, node, traits, pointer, `the operation \`${id}\``);
  convertTraits(context, node, pointer, 'operation');
  convertSecurity(context, node, pointer);
  return [{ verb, pair, from: pointer, id, stated, messages: keys }];
}

/** An id that no operation has yet, in the way of the reader. */
export function reserve(context: Context, wish: string): string {
  let id = wish;
  for (let number = 2; context.operationIds.has(id); number++) id = `${wish}-${number}`;
  context.operationIds.add(id);
  return id;
}

/** The operation as a member of `operations`: what it does, where, and with which messages of the channel. */
export function attached(
  context: Context,
  detached: Detached,
  channel: readonly string[],
  holds: boolean,
): Pair<unknown, unknown> {
  const { pair, verb, id } = detached;
  const node = pair.value as MapNode;
  const { layout } = context.tree;
  insert(node, new Pair(new Scalar('channel'), referenceTo(localReference(...channel), layout)), '');
  insert(node, new Pair(new Scalar('action'), new Scalar(ACTIONS[context.view][verb])), '');
  // Naming no message is working with none; in 3.x it would be working with all.
  const keys = detached.messages ?? (holds ? [] : undefined);
  const written = pairOf(node, 'message');
  if (written) rename(written, 'messages');
  if (keys) {
    const list = listOf(keys.map(key => referenceTo(localReference(...channel, 'messages', key), layout)));
    list.flow = node.flow === true;
    put(node, 'messages', list);
  }
  rename(pair, id);
  return pair;
}
