import type { Edit } from './edit.ts';
import { commaAfter, endOf, startOf } from './insert-flow.ts';
import { firstOnLine, lineStart, nextLine, restIsComment } from './lines.ts';
import { type Entry, type Opened, rangeOf } from './place.ts';

/** Takes a member or an item out of brackets, with one comma. */
export function removeFlow({ location, text }: Opened, { parent, index }: Entry): Edit[] {
  const start = startOf(parent, index);
  const end = endOf(parent, index);
  const comma = commaAfter(parent, index);
  const after = comma === undefined ? end : comma + 1;
  const [open, close] = rangeOf(parent);
  if (parent.items.length === 1) return [{ location, start: open + 1, end: close - 1, text: '' }];

  const own = firstOnLine(text, start) && restIsComment(text, after);
  const lines = { location, start: lineStart(text, start), end: nextLine(text, after), text: '' };
  if (comma !== undefined) {
    if (own) return [lines];
    const next = index + 1 < parent.items.length ? startOf(parent, index + 1) : close - 1;
    const bare = !/[\n#]/.test(text.slice(after, next));
    return [{ location, start, end: bare ? next : after, text: '' }];
  }
  // The last one: the comma before it goes too.
  const before = commaAfter(parent, index - 1) as number;
  if (own) return [{ location, start: before, end: before + 1, text: '' }, lines];
  if (/[\n#]/.test(text.slice(before + 1, start))) {
    return [
      { location, start: before, end: before + 1, text: '' },
      { location, start, end, text: '' },
    ];
  }
  return [{ location, start: before, end, text: '' }];
}
