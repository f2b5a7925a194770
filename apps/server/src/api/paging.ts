import type { Fault } from '@portolan/base';
import { faults } from '../faults.ts';
import type { Page } from '../port.ts';
import { integer, text, type Values } from './parameter.ts';

/** Parameters of every list. */
export const paging = {
  limit: integer({ min: 1, max: 500, otherwise: 100 }, 'How many items to answer at most.'),
  cursor: text('Where to go on: `next` of the page before. Opaque; it stays good when items come and go.'),
};

/**
 * One page of items that are sorted by key in code-unit order. A cursor holds the key of the last item that was
 * answered, so nothing is left out and nothing comes twice when other items come or go between two calls.
 */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: Values<typeof paging>,
): Page<T> {
  const after = cursor === undefined ? undefined : keyOfCursor(cursor);
  const start = after === undefined ? 0 : firstAfter(items, keyOf, after);
  const shown = items.slice(start, start + limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && start + limit < items.length;
  return { items: shown, total: items.length, ...(isMore && { next: cursorOf(keyOf(last)) }) };
}

function firstAfter<T>(items: readonly T[], keyOf: (item: T) => string, key: string): number {
  const index = items.findIndex(item => keyOf(item) > key);
  return index < 0 ? items.length : index;
}

/** The cursor that goes on after the item of this key. */
export function cursorOf(key: string): string {
  return Buffer.from(JSON.stringify([key])).toString('base64url');
}

/** The key in a cursor. @throws SERVER_PARAMETER_INVALID when it is none of ours */
export function keyOfCursor(cursor: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string') return value[0];
  } catch {
    // Refused below, like every other text that no page gave.
  }
  throw foreignCursor();
}

/** The sequence in a cursor of a list that goes down the log. @throws SERVER_PARAMETER_INVALID when it is none */
export function sequenceOfCursor(cursor: string): number {
  const sequence = Number(keyOfCursor(cursor));
  if (!Number.isSafeInteger(sequence)) throw foreignCursor();
  return sequence;
}

/** For a cursor that does not come from a page of this list. */
function foreignCursor(): Fault {
  return faults.PARAMETER_INVALID({ name: 'cursor', reason: 'is not one that a page gave as `next`' });
}
