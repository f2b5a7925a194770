import type { Entry, Item, ListNode, MapNode, Node } from './node.ts';
import { endsKeyInFlow, plainInFlow, quoted } from './scalar.ts';
import { columnOf, type Scanner, skipBlank } from './scanner.ts';

/** Deeper nesting is not looked into. */
const MAX_DEPTH = 500;

/**
 * Reads what stands between brackets or braces. What is not closed before its block ends, ends there: a line that stands
 * no further in than `outer` is not part of it.
 */
export function flow(scanner: Scanner, outer: number, depth = 0): Node | undefined {
  const { text } = scanner;
  switch (text[scanner.at]) {
    case '{':
      return depth > MAX_DEPTH ? skipped(scanner) : braces(scanner, outer, depth);
    case '[':
      return depth > MAX_DEPTH ? skipped(scanner) : brackets(scanner, outer, depth);
    case '"':
    case "'":
      return quoted(scanner, outer);
    case '*': {
      const { start, end } = plainInFlow(scanner);
      return { is: 'alias', start, end, name: text.slice(start + 1, end) };
    }
    default: {
      const scalar = plainInFlow(scanner);
      return scalar.end > scalar.start ? scalar : undefined;
    }
  }
}

function skipped(scanner: Scanner): undefined {
  scanner.at = scanner.text.length;
  return undefined;
}

function braces(scanner: Scanner, outer: number, depth: number): MapNode {
  const { text } = scanner;
  const entries: Entry[] = [];
  const map: MapNode = { is: 'map', column: -1, start: scanner.at, end: ++scanner.at, entries };
  while (goesOn(scanner, map, outer)) {
    const before = scanner.at;
    if (text[before] === '}') {
      scanner.at++;
      break;
    }
    if (text[before] === ',' || text[before] === ']') {
      scanner.at++;
      continue;
    }
    entries.push(member(scanner, outer, depth));
    if (scanner.at === before) scanner.at++;
  }
  map.end = Math.max(map.end, scanner.at);
  return map;
}

function brackets(scanner: Scanner, outer: number, depth: number): ListNode {
  const { text } = scanner;
  const items: Item[] = [];
  const list: ListNode = { is: 'list', column: -1, start: scanner.at, end: ++scanner.at, items };
  while (goesOn(scanner, list, outer)) {
    const before = scanner.at;
    if (text[before] === ']') {
      scanner.at++;
      break;
    }
    if (text[before] === ',' || text[before] === '}') {
      scanner.at++;
      continue;
    }
    const value = flow(scanner, outer, depth + 1);
    items.push({ start: before, value });
    if (value?.is === 'scalar' && colonIsNext(scanner, value.style !== 'plain')) {
      const pair = afterKey(scanner, String(value.value), value.start, value.end, outer, depth);
      const single: MapNode = { is: 'map', column: -1, start: value.start, end: scanner.at, entries: [pair] };
      items[items.length - 1] = { start: before, value: single };
    }
    if (scanner.at === before) scanner.at++;
  }
  list.end = Math.max(list.end, scanner.at);
  return list;
}

function member(scanner: Scanner, outer: number, depth: number): Entry {
  const { text, at } = scanner;
  const isQuoted = text[at] === '"' || text[at] === "'";
  const { start, end, value } = isQuoted ? quoted(scanner, outer) : plainInFlow(scanner);
  const key = isQuoted ? String(value) : text.slice(start, end);
  return afterKey(scanner, key, start, end, outer, depth);
}

function afterKey(
  scanner: Scanner,
  key: string,
  keyStart: number,
  keyEnd: number,
  outer: number,
  depth: number,
): Entry {
  const { text } = scanner;
  if (!colonIsNext(scanner, true)) return { key, keyStart, keyEnd, colon: -1, value: undefined };
  const colon = scanner.at++;
  const { at, line } = scanner;
  skipBlank(scanner);
  const next = text[scanner.at];
  const outside = scanner.line !== line && columnOf(scanner) <= outer;
  const none = next === undefined || next === ',' || next === '}' || next === ']' || outside;
  // While a value is missing, what stands on the next line is most likely the next key.
  const isNextKey = scanner.line !== line && isKeyHere(scanner);
  if (none || isNextKey) {
    if (outside || isNextKey) {
      scanner.at = at;
      scanner.line = line;
    }
    return { key, keyStart, keyEnd, colon, value: undefined };
  }
  return { key, keyStart, keyEnd, colon, value: flow(scanner, outer, depth + 1) };
}

/** Whether a colon follows; the scanner then is at it. */
function colonIsNext(scanner: Scanner, afterQuotes: boolean): boolean {
  const { text, at, line } = scanner;
  skipBlank(scanner);
  if (text[scanner.at] === ':' && (afterQuotes || endsKeyInFlow(text, scanner.at))) return true;
  scanner.at = at;
  scanner.line = line;
  return false;
}

/** Whether a key in quotes with its colon stands here. */
function isKeyHere({ text, at }: Scanner): boolean {
  return /^"[^"\n]*"[ \t]*:/.test(text.slice(at, at + 200));
}

/** Passes what is blank, and says whether there still is something of this collection. */
function goesOn(scanner: Scanner, collection: MapNode | ListNode, outer: number): boolean {
  const { at, line } = scanner;
  skipBlank(scanner);
  if (scanner.at < scanner.text.length && (scanner.line === line || columnOf(scanner) > outer || closes(scanner)))
    return true;
  collection.end = Math.max(collection.end, scanner.at < scanner.text.length ? at : scanner.text.length);
  if (scanner.at < scanner.text.length) {
    scanner.at = at;
    scanner.line = line;
  }
  return false;
}

/** People put the last bracket of a block below its key; readers mind, but it belongs here. */
function closes({ text, at }: Scanner): boolean {
  return text[at] === '}' || text[at] === ']';
}
