import { type CST, isMap, isScalar, type Node } from 'yaml';
import { breaks } from '../tree/json.ts';
import type { Edit } from './edit.ts';
import { lineEnd, lineStart, restIsComment } from './lines.ts';
import { type Collection, type Opened, rangeOf, tokensOf } from './place.ts';
import { inline, spacedJson, spotOf } from './write.ts';

/** What is put in: with a key into a mapping, without one into a list. */
export interface Addition {
  readonly key?: string;
  readonly value: unknown;
}

/** Puts a member or an item between brackets, on a line of its own where the others have one. */
export function insertFlow(file: Opened, parent: Collection, addition: Addition, index: number): Edit[] {
  const { location, text, layout } = file;
  const [open, close] = rangeOf(parent);
  const written = entryText(file, parent, addition);
  if (index < 0) {
    const inside = text.slice(open + 1, close - 1);
    if (inside.trim() !== '') return [{ location, start: open + 1, end: open + 1, text: layout.eol + written }];
    const padded = isMap(parent) ? ` ${written} ` : written;
    return [{ location, start: open + 1, end: close - 1, text: padded }];
  }
  const start = endOf(parent, index);
  const lines = breaks(parent.srcToken) && isOnOwnLine(file, parent, index);
  const between = lines ? `${layout.eol}${indentOf(file, parent, index)}` : ' ';
  const comma = commaAfter(parent, index);
  if (comma !== undefined) {
    const last = index === parent.items.length - 1;
    const after = comma + 1;
    const at = lines && restIsComment(text, after) ? lineEnd(text, after) : after;
    const tail = last && !lines ? '' : ',';
    return [{ location, start: at, end: at, text: `${between}${written}${tail}` }];
  }
  if (lines && restIsComment(text, start) && text.slice(start, lineEnd(text, start)).includes('#')) {
    const end = lineEnd(text, start);
    return [
      { location, start, end: start, text: ',' },
      { location, start: end, end, text: `${between}${written}` },
    ];
  }
  return [{ location, start, end: start, text: `,${between}${written}` }];
}

function entryText({ layout }: Opened, parent: Collection, { key, value }: Addition): string {
  const keys = isMap(parent) ? parent.items.map(pair => pair.key) : [];
  const quoted = keys.length > 0 && keys.every(node => isScalar(node) && node.type === 'QUOTE_DOUBLE');
  if (layout.json || quoted) {
    return key === undefined ? spacedJson(value) : `${JSON.stringify(key)}: ${spacedJson(value)}`;
  }
  const spot = spotOf(undefined, layout);
  return key === undefined ? inline(value, spot) : `${inline(key, spot)}: ${inline(value, spot)}`;
}

/** Offset after the text of an entry. */
export function endOf(parent: Collection, index: number): number {
  const item = parent.items[index];
  const node = (isMap(parent) ? (parent.items[index]?.value ?? parent.items[index]?.key) : item) as Node;
  return node.range?.[1] ?? 0;
}

/** Offset at which the text of an entry begins: its key, its anchor, its question mark. */
export function startOf(parent: Collection, index: number): number {
  const item = parent.items[index];
  const pair = isMap(parent) ? parent.items[index] : undefined;
  const node = (pair ? pair.key : item) as Node;
  const tokens = tokensOf({ parent, index, pair });
  const marks = tokens.start.filter(({ type }) => !['space', 'newline', 'comment', 'comma'].includes(type));
  return Math.min(node.range?.[0] ?? 0, ...marks.map(({ offset }) => offset));
}

/** Offset of the comma after an entry; undefined when none follows. */
export function commaAfter(parent: Collection, index: number): number | undefined {
  const end = endOf(parent, index);
  const tokens = (parent.srcToken as CST.FlowCollection).items.flatMap(({ start }) => start);
  const commas = tokens.filter(({ type, offset }) => type === 'comma' && offset >= end).map(({ offset }) => offset);
  const next = index + 1 < parent.items.length ? startOf(parent, index + 1) : (parent.range?.[1] ?? end);
  return commas.find(offset => offset < next);
}

function isOnOwnLine({ text }: Opened, parent: Collection, index: number): boolean {
  const start = startOf(parent, index);
  return /^[\uFEFF \t]*$/.test(text.slice(lineStart(text, start), start));
}

function indentOf({ text }: Opened, parent: Collection, index: number): string {
  const start = startOf(parent, index);
  return text.slice(lineStart(text, start), start);
}
