import { type Cursor, isObject, items, member, members, type Resolver } from '../resolve/cursor.ts';
import type { Report } from '../resolve/resolver.ts';
import { MESSAGE_ID_DUPLICATE, OPERATION_ID_DUPLICATE } from './findings.ts';

/** Ids of 2.x, which normalising would otherwise make unique in silence. 3.x has keys instead, which cannot repeat. */
export function checkUniqueIds(root: Cursor, resolver: Resolver, report: Report): void {
  const operations = new Map<string, Map<string, Cursor>>();
  const messages = new Map<string, Map<string, Cursor>>();
  for (const [, entry] of members(member(root, 'channels'))) {
    const channel = resolver.follow(entry);
    if (!channel) continue;
    for (const verb of ['subscribe', 'publish']) {
      const operation = member(channel, verb);
      note(operations, idOf(operation, 'operationId', resolver));
      for (const message of messagesOf(member(operation, 'message'), resolver))
        note(messages, idOf(message, 'messageId', resolver));
    }
  }
  for (const [ids, kind] of [
    [operations, OPERATION_ID_DUPLICATE],
    [messages, MESSAGE_ID_DUPLICATE],
  ] as const) {
    for (const [id, places] of ids) {
      if (places.size < 2) continue;
      for (const at of places.values()) report(kind, at, { id, count: places.size });
    }
  }
}

/** A thing's own id, else the one that a trait gives it. A trait that gives its id to two of them is the mistake. */
function idOf(at: Cursor, key: string, resolver: Resolver): Cursor {
  const own = member(at, key);
  if (own.value !== undefined) return own;
  for (const trait of items(member(at, 'traits'))) {
    const id = resolver.follow(trait);
    if (id && isObject(id.value) && key in id.value)
      return { source: at.source, pointer: at.pointer, value: id.value[key] };
  }
  return own;
}

function messagesOf(entry: Cursor, resolver: Resolver): Cursor[] {
  const at = entry.value === undefined ? undefined : resolver.follow(entry);
  if (!at || !isObject(at.value)) return [];
  const choices = 'oneOf' in at.value ? items(member(at, 'oneOf')) : [at];
  return choices.flatMap(choice => resolver.follow(choice) ?? []);
}

/** By place: one message in two channels is one message. */
function note(ids: Map<string, Map<string, Cursor>>, at: Cursor): void {
  if (typeof at.value !== 'string') return;
  const places = ids.get(at.value) ?? new Map<string, Cursor>();
  ids.set(at.value, places.set(`${at.source}#${at.pointer}`, at));
}
