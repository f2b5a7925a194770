import { type Cursor, isObject, member, members, type Resolver } from '../resolve/cursor.ts';

/** A path item whose requests the described application sends: a webhook, or one expression of a callback. */
export interface Sent {
  readonly kind: 'webhook' | 'callback';
  /** The key of the webhook or of the callback. */
  readonly name: string;
  /** The expression of a callback, evaluated when it is sent; nothing is known of the address of a webhook. */
  readonly address: string | null;
  /** The path item, references followed. */
  readonly item: Cursor;
  /** Where it is written, which may be a reference. */
  readonly entry: Cursor;
}

/** The fixed fields of a path item that are operations; `query` is of OpenAPI 3.2. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/**
 * Every path item that the application sends to, webhooks first. Callbacks are found wherever operations are: under
 * `paths`, in webhooks, and in callbacks themselves. A callback that many operations refer to is one.
 */
export function sentIn(root: Cursor, resolver: Resolver): Sent[] {
  const found: Sent[] = [];
  const seen = new Set<string>();
  const items: Cursor[] = [];
  for (const field of ['webhooks', 'x-webhooks']) {
    for (const [name, entry] of members(member(root, field))) add('webhook', name, null, entry);
  }
  for (const [path, entry] of members(member(root, 'paths'))) {
    const item = isExtension(path) ? undefined : resolver.follow(entry);
    if (item) items.push(item);
  }
  for (let next = 0; next < items.length; next++) {
    for (const [, operation] of operationsOf(items[next] as Cursor)) callbacksOf(operation);
  }
  return found;

  function callbacksOf(operation: Cursor): void {
    for (const [name, entry] of members(member(operation, 'callbacks'))) {
      const callback = resolver.follow(entry);
      for (const [expression, item] of callback ? members(callback) : []) {
        if (!isExtension(expression) && expression !== '$ref') add('callback', name, expression, item);
      }
    }
  }

  function add(kind: Sent['kind'], name: string, address: string | null, entry: Cursor): void {
    const item = resolver.follow(entry);
    if (!item || !isObject(item.value)) return;
    const place = `${entry.source}#${entry.pointer}`;
    if (seen.has(place)) return;
    seen.add(place);
    found.push({ kind, name, address, item, entry });
    items.push(item);
  }
}

/** The operations of a path item by method, in the order of the text. */
export function operationsOf(item: Cursor): (readonly [string, Cursor])[] {
  return members(item).filter(([key, at]) => METHODS.includes(key as (typeof METHODS)[number]) && isObject(at.value));
}

function isExtension(key: string): boolean {
  return key.startsWith('x-');
}
