import { keysOf } from '@portolan/base';
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
      demand(server, ['servers', 1], reference => report(CHANNEL_SERVER_POINTER, server, { channel, reference }));
    }
  }
  for (const [operation, at] of members(member(root, 'operations'))) {
    if (referenceOf(at.value) !== undefined) continue;
    checkChannelAndMessages(operation, at, report);
    const reply = member(at, 'reply');
    const answer = reply.value === undefined ? undefined : resolver.follow(reply);
    if (answer?.pointer === reply.pointer) checkChannelAndMessages(operation, answer, report);
  }
}

function checkChannelAndMessages(operation: string, at: Cursor, report: Report): void {
  const channel = member(at, 'channel');
  demand(channel, ['channels', 1], reference => report(OPERATION_CHANNEL_POINTER, channel, { operation, reference }));
  for (const message of items(member(at, 'messages'))) {
    demand(message, ['channels', 3], reference => report(OPERATION_MESSAGE_POINTER, message, { operation, reference }));
  }
}

/** The written path must lead into a map of the root, so many steps deep. What is no reference, the grammar has told. */
function demand(at: Cursor, [map, steps]: readonly [string, number], complain: (reference: string) => void): void {
  const reference = referenceOf(at.value);
  if (reference === undefined) return;
  const { location, pointer } = targetOf(reference, at.source);
  const keys = keysOf(pointer ?? '');
  const right = location === at.source && keys[0] === map && keys.length === steps + 1;
  if (!right || (steps === 3 && keys[2] !== 'messages')) complain(reference);
}
