import { type Fix, keysOf, lastKeyOf, pointerOf } from '@portolan/base';
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
  const twins = createTwins(resolver);
  for (const [channel, at] of members(member(root, 'channels'))) {
    if (referenceOf(at.value) !== undefined) continue;
    for (const server of items(member(at, 'servers'))) {
      const reference = misplaced(server, ['servers', 1]);
      if (reference === undefined) continue;
      const mend = naming(server, twins.of(server, member(root, 'servers')));
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
    const reference = misplaced(channel, ['channels', 1]);
    if (reference !== undefined) {
      const mend = naming(channel, twins.of(channel, member(root, 'channels')));
      report(OPERATION_CHANNEL_POINTER, channel, { operation, reference }, mend);
    }
    for (const message of items(member(at, 'messages'))) {
      const written = misplaced(message, ['channels', 3]);
      if (written === undefined) continue;
      const twin = twins.of(channel, member(root, 'channels'));
      const own = twin && resolver.follow(twin);
      const same = own && twins.of(message, member(own, 'messages'));
      // The path leads through the channel at the root, wherever its messages are written.
      const path = same && { ...same, source: twin.source, pointer: pointerOf(twin.pointer, 'messages', nameIn(same)) };
      report(OPERATION_MESSAGE_POINTER, message, { operation, reference: written }, naming(message, path));
    }
  }
}

/** Finds the entry of a map that is the very thing that a reference leads to. Each map is gone through once. */
function createTwins(resolver: Resolver) {
  const maps = new Map<string, Map<string, Cursor | undefined>>();
  return { of };

  /** Undefined where there is none, and where there are several. */
  function of(at: Cursor, map: Cursor): Cursor | undefined {
    const target = referenceOf(at.value) === undefined ? undefined : resolver.follow(at);
    if (!target) return undefined;
    const place = placeOf(map);
    const known = maps.get(place) ?? entriesOf(map);
    maps.set(place, known);
    return known.get(placeOf(target));
  }

  function entriesOf(map: Cursor): Map<string, Cursor | undefined> {
    const entries = new Map<string, Cursor | undefined>();
    for (const [, entry] of members(map)) {
      const target = resolver.follow(entry);
      if (!target) continue;
      const place = placeOf(target);
      entries.set(place, entries.has(place) ? undefined : entry);
    }
    return entries;
  }
}

function placeOf(at: Cursor): string {
  return `${at.source}#${at.pointer}`;
}

function nameIn(at: Cursor): string {
  return lastKeyOf(at.pointer) ?? '';
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
