import type { Origin } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { type CST, isCollection, isMap, isPair, type Node } from 'yaml';
import type { Edit } from './edit.ts';
import { startOf } from './insert-flow.ts';
import { firstOnLine, lineEnd, lineStart, nextLine } from './lines.ts';
import {
  type Collection,
  type Entry,
  entryAt,
  isFlow,
  markEnd,
  type Opened,
  openForEdits,
  refuseIfShared,
} from './place.ts';
import { removeFlow } from './remove-flow.ts';

/**
 * Takes the member at an origin away, with its lines, the comment beside it and the comment directly above it. What then is
 * empty becomes `{}` or `[]`. Throws REWRITE_EDIT_NO_MEMBER and REWRITE_EDIT_ANCHOR_IN_USE.
 */
export function removeMember(file: SourceFile, origin: Pick<Origin, 'pointer'>): Edit[] {
  const opened = openForEdits(file);
  const entry = entryAt(opened, origin);
  refuseIfShared(opened, entry.value, origin.pointer);
  if (isFlow(entry.parent)) return removeFlow(opened, entry);
  return entry.parent.items.length === 1 ? emptied(opened, origin, entry) : removeBlock(opened, entry);
}

function removeBlock({ location, text }: Opened, { parent, index }: Entry): Edit[] {
  const start = startOf(parent, index);
  const end = blockEnd(text, parent, index);
  if (firstOnLine(text, start)) {
    const blank = index > 0 && keepsLines(parent.items[index - 1]) ? blankLines(text, end) : 0;
    return [{ location, start: commentsAbove(text, start), end: end + blank, text: '' }];
  }
  // The first entry of a mapping that itself is an item of a list: the next one moves up behind the dash.
  const next = startOf(parent, index + 1);
  const upTo = text.slice(end, next).trim() === '' ? next : lineEnd(text, Math.max(start, end - 1));
  return [{ location, start, end: upTo, text: '' }];
}

/** Offset at which the line after an entry begins. */
function blockEnd(text: string, parent: Collection, index: number): number {
  const pair = isMap(parent) ? parent.items[index] : undefined;
  const node = (pair ? (pair.value ?? pair.key) : parent.items[index]) as Node;
  const end = node.range?.[1] ?? 0;
  const complete = end > startOf(parent, index) && text[end - 1] === '\n';
  return complete ? end : nextLine(text, end);
}

/** True where a text ends that counts the blank lines after it as its own (`|+`): it must not get more of them. */
function keepsLines(last: unknown): boolean {
  if (isPair(last)) return keepsLines(last.value);
  if (isCollection(last)) return keepsLines(last.items.at(-1));
  const token = (last as Node | null)?.srcToken as CST.BlockScalar | undefined;
  return token?.type === 'block-scalar' && token.props.some(prop => 'source' in prop && /^[|>].*\+/.test(prop.source));
}

function blankLines(text: string, offset: number): number {
  return /^(?:[ \t]*\r?\n)*/.exec(text.slice(offset))?.[0].length ?? 0;
}

/** Lines of comments directly above an offset, as far in as it. */
function commentsAbove(text: string, offset: number): number {
  const indent = text.slice(lineStart(text, offset), offset).replace('\uFEFF', '');
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.slice(above, start).startsWith(`${indent}#`)) break;
    start = above;
  }
  return start;
}

/** The only entry goes: brackets stand in the place of the collection. */
function emptied(file: Opened, origin: Pick<Origin, 'pointer'>, { parent, index }: Entry): Edit[] {
  const { location, text } = file;
  const brackets = isMap(parent) ? '{}' : '[]';
  const start = startOf(parent, index);
  const end = blockEnd(text, parent, index);
  const above = origin.pointer.slice(0, origin.pointer.lastIndexOf('/'));
  if (above === '' || !firstOnLine(text, start)) {
    return [{ location, start, end: lineEnd(text, Math.max(start, end - 1)), text: brackets }];
  }
  const mark = markEnd(entryAt(file, { pointer: above }));
  return [
    { location, start: mark, end: mark, text: ` ${brackets}` },
    { location, start: commentsAbove(text, start), end, text: '' },
  ];
}
