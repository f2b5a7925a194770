import { flow } from './flow.ts';
import type { Entry, Item, ListNode, MapNode, Node, Sketch } from './node.ts';
import { blockText, closing, plain, quoted } from './scalar.ts';
import {
  atDash,
  atLineEnd,
  atMarker,
  columnOf,
  endOfLine,
  isGap,
  isSpace,
  type Scanner,
  skipBlank,
  skipSpaces,
} from './scanner.ts';

/** Deeper nesting is not looked into. */
const MAX_DEPTH = 500;

/** Sketches a text. Never throws, and takes time in proportion to the text's length. */
export function sketchOf(text: string): Sketch {
  const json = /^\uFEFF?\s*[{[]/.test(text);
  const scanner: Scanner = { text, json, at: 0, line: 0 };
  const anchors = new Map<string, Node>();
  let depth = 0;
  skipBlank(scanner);
  while (text[scanner.at] === '%' && columnOf(scanner) === 0) {
    scanner.at = endOfLine(text, scanner.at);
    skipBlank(scanner);
  }
  if (atMarker(scanner)) scanner.at += 3;
  skipBlank(scanner);
  return { text, root: block(-1), anchors, json };

  /** The node that begins with what comes next, if that stands further in than `outer`. */
  function block(outer: number): Node | undefined {
    skipBlank(scanner);
    if (scanner.at >= text.length || columnOf(scanner) <= outer || (depth > 0 && atMarker(scanner))) return undefined;
    if (depth > MAX_DEPTH) {
      scanner.at = text.length;
      return undefined;
    }
    depth++;
    const node = named(() => nodeHere(outer));
    depth--;
    return node;
  }

  /** Passes an anchor and a tag, and remembers what the anchor stands at. */
  function named(read: () => Node | undefined): Node | undefined {
    let anchor: string | undefined;
    for (let code = text[scanner.at]; code === '&' || code === '!'; code = text[scanner.at]) {
      const start = scanner.at;
      while (!isGap(text.charCodeAt(scanner.at))) scanner.at++;
      if (code === '&') anchor = text.slice(start + 1, scanner.at);
      skipSpaces(scanner);
    }
    const node = read();
    if (anchor !== undefined && node) anchors.set(anchor, node);
    return node;
  }

  function nodeHere(outer: number): Node | undefined {
    if (atLineEnd(scanner)) {
      skipBlank(scanner);
      if (scanner.at >= text.length || columnOf(scanner) <= outer) return undefined;
    }
    const column = columnOf(scanner);
    if (atDash(scanner)) return list(column);
    if (isKey()) return map(column);
    const { at } = scanner;
    const first = text.slice(scanner.line, at).trim() === '';
    const node = value(outer);
    if (node?.is !== 'scalar' || !first || node.style !== 'plain' || text.slice(node.start, node.end).includes('\n')) {
      return node;
    }
    // A word with keys below it is a key that is being typed.
    const { at: after, line } = scanner;
    skipBlank(scanner);
    const isHalf = scanner.at < text.length && columnOf(scanner) === column && isKey();
    scanner.at = isHalf ? at : after;
    scanner.line = isHalf ? text.lastIndexOf('\n', at - 1) + 1 : line;
    return isHalf ? map(column) : node;
  }

  /** Whatever is no block mapping and no block list. */
  function value(outer: number): Node | undefined {
    switch (text[scanner.at]) {
      case '{':
      case '[':
        return flow(scanner, outer);
      case '"':
      case "'":
        return quoted(scanner, outer);
      case '|':
      case '>':
        return blockText(scanner, outer);
      case '*': {
        const start = scanner.at;
        while (!isGap(text.charCodeAt(scanner.at))) scanner.at++;
        return { is: 'alias', start, end: scanner.at, name: text.slice(start + 1, scanner.at) };
      }
      default:
        return plain(scanner, outer, isKey);
    }
  }

  function map(column: number): MapNode {
    const entries: Entry[] = [];
    const node: MapNode = { is: 'map', column, start: scanner.at, end: scanner.at, entries };
    for (;;) {
      const last = entries.at(-1);
      skipBlank(scanner);
      if (scanner.at >= text.length || columnOf(scanner) < column || atMarker(scanner)) break;
      if (columnOf(scanner) > column) {
        astray(node, last, column);
        continue;
      }
      if (atDash(scanner)) {
        const stray = list(column);
        if (last && last.value === undefined) last.value = stray;
        node.end = stray.end;
        continue;
      }
      const entry = member(column);
      entries.push(entry);
      node.end = Math.max(node.end, entry.value?.end ?? (entry.colon < 0 ? entry.keyEnd : entry.colon + 1));
    }
    return node;
  }

  /** Lines that stand further in than they should: most likely they belong to the member above. */
  function astray(owner: MapNode, last: Entry | undefined, column: number): void {
    const { at } = scanner;
    const found = block(column);
    if (found && last) {
      if (last.value?.is === 'map' && found.is === 'map') last.value.entries.push(...found.entries);
      else if (last.value?.is !== 'map' && last.value?.is !== 'list') last.value = found;
      if (last.value && last.value !== found) last.value.end = Math.max(last.value.end, found.end);
      owner.end = Math.max(owner.end, found.end);
    }
    if (scanner.at === at) scanner.at = endOfLine(text, at);
  }

  function member(column: number): Entry {
    const keyStart = scanner.at;
    const end = keyEnd();
    if (end === undefined) {
      const stop = endOfLine(text, keyStart);
      const half = text
        .slice(keyStart, stop)
        .replace(/\s+#.*$/, '')
        .trimEnd();
      scanner.at = stop;
      return {
        key: half.replace(/^["']|["']$/g, ''),
        keyStart,
        keyEnd: keyStart + half.length,
        colon: -1,
        value: undefined,
      };
    }
    const [key, keyEndAt, colon] = end;
    scanner.at = colon + 1;
    return { key, keyStart, keyEnd: keyEndAt, colon, value: afterColon(column) };
  }

  function afterColon(column: number): Node | undefined {
    skipSpaces(scanner);
    return named(() => {
      if (!atLineEnd(scanner)) return value(column);
      const { at, line } = scanner;
      skipBlank(scanner);
      const deeper = scanner.at < text.length && columnOf(scanner) > column;
      if (deeper) return block(column);
      if (scanner.at < text.length && columnOf(scanner) === column && atDash(scanner)) return list(column);
      scanner.at = at;
      scanner.line = line;
      return undefined;
    });
  }

  function list(column: number): ListNode {
    const items: Item[] = [];
    const node: ListNode = { is: 'list', column, start: scanner.at, end: scanner.at, items };
    for (;;) {
      const { at, line } = scanner;
      skipBlank(scanner);
      if (scanner.at >= text.length || columnOf(scanner) < column || atMarker(scanner)) break;
      if (columnOf(scanner) > column) {
        const found = block(column);
        if (found) node.end = Math.max(node.end, found.end);
        if (scanner.at === at) scanner.at = endOfLine(text, at);
        continue;
      }
      if (!atDash(scanner)) {
        scanner.at = at;
        scanner.line = line;
        break;
      }
      const start = scanner.at++;
      skipSpaces(scanner);
      const item: Item = { start, value: itemValue(column) };
      items.push(item);
      node.end = item.value?.end ?? start + 1;
    }
    return node;
  }

  function itemValue(column: number): Node | undefined {
    if (!atLineEnd(scanner)) return block(column);
    const { at, line } = scanner;
    skipBlank(scanner);
    if (scanner.at < text.length && columnOf(scanner) > column) return block(column);
    scanner.at = at;
    scanner.line = line;
    return undefined;
  }

  function isKey(): boolean {
    return keyEnd() !== undefined;
  }

  /** The key that begins here, the offset after it, and that of its colon; undefined where none does. */
  function keyEnd(): readonly [key: string, end: number, colon: number] | undefined {
    const { at: start } = scanner;
    const first = text.charCodeAt(start);
    if (first === 34 || first === 39) {
      const end = closing(text, start, Number.POSITIVE_INFINITY);
      if (end === undefined) return undefined;
      let colon = end;
      while (isSpace(text.charCodeAt(colon))) colon++;
      if (text.charCodeAt(colon) !== 58) return undefined;
      const copy: Scanner = { text, json, at: start, line: scanner.line };
      return [String(quoted(copy, Number.POSITIVE_INFINITY).value), end, colon];
    }
    if (first === 91 || first === 123 || first === 35 || first === 124 || first === 62) return undefined;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) return undefined;
      if (code === 35 && isSpace(text.charCodeAt(at - 1))) return undefined;
      if (code !== 58 || !isGap(text.charCodeAt(at + 1))) continue;
      let end = at;
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
      return [text.slice(start, end), end, at];
    }
    return undefined;
  }
}
