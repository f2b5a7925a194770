import { type Fix, keysOf, pointerOf } from '@portolan/base';
import { replacing } from '../mend.ts';
import { type Cursor, items, member, members, type Resolver, referenceOf } from '../resolve/cursor.ts';
import { targetOf } from '../resolve/location.ts';
import type { Report } from '../resolve/resolver.ts';
import { CHANNEL_SERVER_POINTER, OPERATION_CHANNEL_POINTER, OPERATION_MESSAGE_POINTER } from './findings.ts';

/**
 * Where 3.x demands a certain path and not only a certain target. What the facts no longer show has to be judged on the
 * text. Components may refer to anything, so only what stands at the root is looked at.
 */
export function checkWrittenPointers(root: Cursor, resolver: Resolver, report: Report): void {
  for (const [channel, at] of members(member(root, 'channels'))) {
    if (referenceOf(at.value) !== undefined) continue;
    for (const server of items(member(at, 'servers'))) {
      const reference = misplaced(server, ['servers', 1]);
      if (reference === undefined) continue;
      const mend = naming(server, twinOf(server, member(root, 'servers'), resolver));
      report(CHANNEL_SERVER_POINTER, server, { channel, reference }, mend);
    }
  }
  for (const [operation, at] of members(member(root, 'operations'))) {
    if (referenceOf(at.value) !== undefined) continue;
    checkChannelAndMessages(operation, at);
    const reply = member(at, 'reply');
    const answer = reply.value === undefined ? undefined : resolver.follow(reply);
    if (answer?.pointer === reply.pointer) checkChannelAndMessages(operation, answer);
  }

  function checkChannelAndMessages(operation: string, at: Cursor): void {
    const channel = member(at, 'channel');
    const twin = twinOf(channel, member(root, 'channels'), resolver);
    const reference = misplaced(channel, ['channels', 1]);
    if (reference !== undefined) {
      report(OPERATION_CHANNEL_POINTER, channel, { operation, reference }, naming(channel, twin));
    }
    const own = twin && resolver.follow(twin);
    for (const message of items(member(at, 'messages'))) {
      const written = misplaced(message, ['channels', 3]);
      if (written === undefined) continue;
      const same = twin && own && twinOf(message, member(own, 'messages'), resolver);
      // The path leads through the channel at the root, wherever its messages are written.
      const path = same && { ...same, source: twin.source, pointer: pointerOf(twin.pointer, 'messages', nameIn(same)) };
      report(OPERATION_MESSAGE_POINTER, message, { operation, reference: written }, naming(message, path));
    }
  }
}

/** The entry of a map that is the very thing that a reference leads to, where there is exactly one. */
function twinOf(at: Cursor, map: Cursor, resolver: Resolver): Cursor | undefined {
  const target = referenceOf(at.value) === undefined ? undefined : resolver.follow(at);
  if (!target) return undefined;
  const twins = members(map).filter(([, entry]) => {
    const other = resolver.follow(entry);
    return other?.source === target.source && other.pointer === target.pointer;
  });
  return twins.length === 1 ? twins[0]?.[1] : undefined;
}

function nameIn(at: Cursor): string {
  return keysOf(at.pointer).at(-1) ?? '';
}

/** The offer to name a thing at the root in place of what is named now. */
function naming(at: Cursor, entry: Cursor | undefined): Fix | undefined {
  if (!entry || entry.source !== at.source) return undefined;
  return replacing(member(at, '$ref'), `#${entry.pointer}`);
}

/** What is written where the path must lead into a map of the root, so many steps deep, and does not. What is no reference, the grammar has told. */
function misplaced(at: Cursor, [map, steps]: readonly [string, number]): string | undefined {
  const reference = referenceOf(at.value);
  if (reference === undefined) return undefined;
  const { location, pointer } = targetOf(reference, at.source);
  const keys = keysOf(pointer ?? '');
  const right = location === at.source && keys[0] === map && keys.length === steps + 1;
  return right && (steps !== 3 || keys[2] === 'messages') ? undefined : reference;
}
