import { behind, indexBefore } from './find.ts';
import type { Entry, ListNode, MapNode, Node, Sketch } from './node.ts';
import { endOfLine, isSpace } from './scanner.ts';

/** What can be written at an offset. */
export interface Place {
  /**
   * `member`: the name of a member of the object at `keys`. `value`: the value at `keys`. `either`: the value at `keys`, or
   * the first member of an object there. `item`: a new item of the list at `keys`.
   */
  readonly as: 'member' | 'value' | 'either' | 'item';
  readonly keys: readonly string[];
  /** The mapping that gets a member, where there is one already. */
  readonly owner: MapNode | undefined;
  /** What is being typed and gets replaced, its quotes included. */
  readonly start: number;
  readonly end: number;
  /** The part of it before the offset, without its quote. */
  readonly typed: string;
  readonly quote: '"' | "'" | undefined;
  /** For a member: whether a colon stands behind it already. */
  readonly colon: boolean;
  /** Whether it stands between brackets or braces, as everything in JSON does. */
  readonly flow: boolean;
  /** Whether the value begins on the line of its key or dash. */
  readonly sameLine: boolean;
}

/** Where an offset is, in whatever state the text is. Undefined in comments, in block texts, and where nothing can stand. */
export function placeAt(sketch: Sketch, offset: number): Place | undefined {
  const { text, root } = sketch;
  if (inComment(sketch, offset)) return undefined;
  if (!root) return bare('either', [], offset, { sameLine: false });
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const blank =
    text.slice(lineStart, offset).trim() === '' && /^[ \t]*(#|$)/.test(text.slice(offset, endOfLine(text, offset)));
  return within(sketch, root, [], offset, { lineStart, blank }, undefined);
}

interface Line {
  readonly lineStart: number;
  /** Whether nothing stands on the line of the offset. */
  readonly blank: boolean;
}

function within(
  sketch: Sketch,
  node: Node,
  keys: string[],
  offset: number,
  line: Line,
  holder: Entry | undefined,
): Place | undefined {
  const at = node.is === 'alias' ? undefined : node;
  if (at?.is === 'map')
    return at.column < 0 ? inBraces(sketch, at, keys, offset, line) : inMap(sketch, at, keys, offset, line);
  if (at?.is === 'list')
    return at.column < 0 ? inBrackets(sketch, at, keys, offset, line) : inList(sketch, at, keys, offset, line);
  if (node.is === 'scalar' && node.style === 'block') return undefined;
  if (offset < node.start || offset > node.end) return undefined;
  if (sketch.text.slice(node.start, node.end).includes('\n')) return undefined;
  const sameLine = holder === undefined || !sketch.text.slice(holder.colon, node.start).includes('\n');
  return typing(sketch, holder && sameLine ? 'value' : 'either', keys, node, offset, { sameLine });
}

function inMap(sketch: Sketch, map: MapNode, keys: string[], offset: number, line: Line): Place | undefined {
  const column = offset - line.lineStart;
  const index = indexBefore(map.entries, offset, ({ keyStart }) => keyStart);
  const entry = map.entries[index];
  if (line.blank && column === map.column && !deeperTakes(entry, offset, column))
    return bare('member', keys, offset, { owner: map });
  if (!entry) return undefined;
  if (offset <= entry.keyEnd) {
    const { keyStart: start, keyEnd: end } = entry;
    return typing(sketch, 'member', keys, { start, end }, offset, { owner: map, colon: entry.colon >= 0 });
  }
  if (entry.colon < 0) return undefined;
  return afterColon(sketch, entry, [...keys, entry.key], offset, line, map.column, false);
}

/** Whether an offset of a column belongs to a list that stands as far out as the key that holds it. */
function deeperTakes(entry: Entry | undefined, offset: number, column: number): boolean {
  const value = entry?.value;
  return value?.is === 'map' && value.column >= 0 && value.column === column && offset <= value.end;
}

function afterColon(
  sketch: Sketch,
  entry: Entry,
  keys: string[],
  offset: number,
  line: Line,
  column: number,
  flow: boolean,
): Place | undefined {
  if (offset <= entry.colon) return undefined;
  const { value } = entry;
  const sameLine = entry.colon >= line.lineStart;
  if (value && (offset >= value.start || !line.blank)) {
    const taken = within(sketch, value, keys, offset, line, entry);
    if (taken || offset >= value.start || !sameLine) return taken;
  }
  if (value && !sameLine && line.blank && offset < value.start) return firstOf(sketch, value, keys, offset, line);
  if (value) return undefined;
  if (sameLine)
    return sketch.text.slice(entry.colon + 1, offset).trim() === '' ? bare('value', keys, offset, { flow }) : undefined;
  return line.blank && offset - line.lineStart > column ? bare('either', keys, offset, { sameLine: false }) : undefined;
}

/** A blank line between a key and what it holds. */
function firstOf(sketch: Sketch, value: Node, keys: string[], offset: number, line: Line): Place | undefined {
  const at = behind(sketch, value);
  const column = offset - line.lineStart;
  if (at?.is === 'map' && at.column === column) return bare('member', keys, offset, { owner: at });
  return at?.is === 'list' && at.column === column ? bare('item', keys, offset, { sameLine: false }) : undefined;
}

function inList(sketch: Sketch, list: ListNode, keys: string[], offset: number, line: Line): Place | undefined {
  const column = offset - line.lineStart;
  if (line.blank && column === list.column) return bare('item', keys, offset, { sameLine: false });
  const index = indexBefore(list.items, offset, ({ start }) => start);
  const item = list.items[index];
  if (!item || offset === item.start) return undefined;
  const inside = [...keys, String(index)];
  const { value } = item;
  if (value && (offset >= value.start || !line.blank)) return within(sketch, value, inside, offset, line, undefined);
  if (value) return firstOf(sketch, value, inside, offset, line);
  const sameLine = item.start >= line.lineStart;
  if (sameLine || column > list.column) return bare('either', inside, offset, { sameLine });
  return undefined;
}

function inBraces(sketch: Sketch, map: MapNode, keys: string[], offset: number, line: Line): Place | undefined {
  const { text } = sketch;
  if (offset <= map.start || offset > map.end || (offset === map.end && text[offset - 1] === '}')) return undefined;
  const entry = map.entries[indexBefore(map.entries, offset, ({ keyStart }) => keyStart)];
  if (entry && offset <= entry.keyEnd) {
    const { keyStart: start, keyEnd: end } = entry;
    return typing(sketch, 'member', keys, { start, end }, offset, { owner: map, colon: entry.colon >= 0, flow: true });
  }
  if (entry?.value && offset <= entry.value.end) {
    const taken = within(sketch, entry.value, [...keys, entry.key], offset, line, entry);
    if (taken) return taken.flow ? taken : { ...taken, flow: true, as: taken.as === 'either' ? 'value' : taken.as };
    return undefined;
  }
  const before = lastMark(text, Math.max(entry?.value?.end ?? entry?.keyEnd ?? map.start, map.start), offset);
  if (entry && entry.colon >= 0 && !entry.value && !text.slice(entry.colon + 1, offset).includes(',')) {
    const sameLine = entry.colon >= line.lineStart;
    return sameLine && offset > entry.colon
      ? bare('value', [...keys, entry.key], offset, { flow: true })
      : bare('member', keys, offset, { owner: map, flow: true });
  }
  return before === ',' || before === '{' || line.blank
    ? bare('member', keys, offset, { owner: map, flow: true })
    : undefined;
}

function inBrackets(sketch: Sketch, list: ListNode, keys: string[], offset: number, line: Line): Place | undefined {
  const { text } = sketch;
  if (offset <= list.start || offset > list.end || (offset === list.end && text[offset - 1] === ']')) return undefined;
  const index = indexBefore(list.items, offset, ({ start }) => start);
  const item = list.items[index];
  if (item?.value && offset <= item.value.end) {
    const taken = within(sketch, item.value, [...keys, String(index)], offset, line, undefined);
    return taken && { ...taken, flow: true, as: taken.as === 'either' ? 'value' : taken.as };
  }
  const before = lastMark(text, item?.value?.end ?? list.start, offset);
  if (before !== ',' && before !== '[') return undefined;
  return bare('value', [...keys, String(index + 1)], offset, { flow: true });
}

/** The last character before an offset that is no white space, looking back to another one. */
function lastMark(text: string, from: number, offset: number): string {
  let at = offset - 1;
  while (at >= from && /\s/.test(text[at] as string)) at--;
  return at >= from ? (text[at] as string) : '';
}

type More = Partial<Pick<Place, 'owner' | 'colon' | 'flow' | 'sameLine'>>;

function bare(as: Place['as'], keys: readonly string[], offset: number, more: More = {}): Place {
  const base = { owner: undefined, colon: false, flow: false, sameLine: true };
  return { as, keys, start: offset, end: offset, typed: '', quote: undefined, ...base, ...more };
}

function typing(
  { text }: Sketch,
  as: Place['as'],
  keys: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  offset: number,
  more: More = {},
): Place {
  const first = text[start];
  const quote = first === '"' || first === "'" ? first : undefined;
  const typed = text.slice(quote ? Math.min(start + 1, offset) : start, offset);
  return { ...bare(as, keys, offset, more), start, end, typed, quote };
}

/** Whether an offset stands behind a `#` that begins a comment. */
function inComment({ text, json }: Sketch, offset: number): boolean {
  if (json) return false;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let quote = '';
  for (let at = lineStart; at < offset; at++) {
    const code = text[at] as string;
    if (quote !== '') {
      if (code === '\\' && quote === '"') at++;
      else if (code === quote) quote = '';
    } else if (code === '"' || code === "'") {
      if (at === lineStart || /[\s[{,:-]/.test(text[at - 1] as string)) quote = code;
    } else if (code === '#' && (at === lineStart || isSpace(text.charCodeAt(at - 1)))) return true;
  }
  return false;
}
