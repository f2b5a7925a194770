import type { Origin } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { faults } from '../faults.ts';
import { keyOf } from '../tree/nodes.ts';
import type { Edit } from './edit.ts';
import { type Addition, insertFlow } from './insert-flow.ts';
import { lineEnd, lineStart, nextLine, restIsComment } from './lines.ts';
import { type Collection, entryAt, isFlow, markEnd, type Opened, openForEdits, valueAt } from './place.ts';
import { blockLines, inline, spotOf } from './write.ts';

/**
 * Puts a member into the mapping at an origin: after its member `after`, else at the end. A mapping that is written `key:`
 * with nothing behind it becomes one. Throws REWRITE_EDIT_KEY_TAKEN and REWRITE_EDIT_NO_MEMBER.
 */
export function insertMember(
  file: SourceFile,
  origin: Pick<Origin, 'pointer'>,
  key: string,
  value: unknown,
  after?: string,
): Edit[] {
  const opened = openForEdits(file);
  const target = valueAt(opened, origin);
  if (isMap(target)) {
    const names = target.items.map(pair => keyOf(pair as never));
    if (names.includes(key)) throw faults.EDIT_KEY_TAKEN({ location: file.location, pointer: origin.pointer, key });
    const index = after === undefined ? -1 : names.indexOf(after);
    return insert(opened, target as Collection, { key, value }, index < 0 ? names.length - 1 : index);
  }
  if (isScalar(target) && target.value === null) return fill(opened, origin, target, { [key]: value });
  throw faults.EDIT_NO_MEMBER({ location: file.location, pointer: origin.pointer, reason: 'it is no mapping' });
}

/** Puts an item at the end of the list at an origin. Throws REWRITE_EDIT_NO_MEMBER where there is no list. */
export function insertItem(file: SourceFile, origin: Pick<Origin, 'pointer'>, value: unknown): Edit[] {
  const opened = openForEdits(file);
  const target = valueAt(opened, origin);
  if (isSeq(target)) return insert(opened, target as Collection, { value }, target.items.length - 1);
  if (isScalar(target) && target.value === null) return fill(opened, origin, target, [value]);
  throw faults.EDIT_NO_MEMBER({ location: file.location, pointer: origin.pointer, reason: 'it is no list' });
}

function insert(file: Opened, parent: Collection, addition: Addition, index: number): Edit[] {
  if (isFlow(parent)) return insertFlow(file, parent, addition, index);
  const { key, value } = addition;
  const indent = ' '.repeat((parent.srcToken as { indent: number }).indent);
  const written = blockLines(key === undefined ? [value] : { [key]: value }, indent, file.layout);
  const item = parent.items[index];
  const pair = isMap(parent) ? parent.items[index] : undefined;
  const node = (pair ? (pair.value ?? pair.key) : item) as Node;
  const end = node.range?.[1] ?? 0;
  const complete = lineStart(file.text, end) === end && end > (node.range?.[0] ?? 0);
  return [newLine(file, complete ? end : nextLine(file.text, end), written)];
}

/** Lines put in where a line begins; at the end of a text without a last line break, one is added first. */
function newLine({ location, text, layout }: Opened, start: number, written: string): Edit {
  const open = start > 0 && text[start - 1] !== '\n';
  return { location, start, end: start, text: open ? layout.eol + written : written + layout.eol };
}

/** Puts the first member or item where `null` stands, or nothing. */
function fill(file: Opened, origin: Pick<Origin, 'pointer'>, old: Node, value: unknown): Edit[] {
  const { location, text, layout } = file;
  const [start, end] = old.range ?? [0, 0];
  if (origin.pointer === '') {
    const written = layout.json ? inline(value, spotOf(undefined, layout)) : blockLines(value, '', layout);
    return start === end ? [newLine(file, text.length, written)] : [{ location, start, end, text: written }];
  }
  const entry = entryAt(file, origin);
  const { parent, pair } = entry;
  if (isFlow(parent) || !pair || !restIsComment(text, end)) {
    const written = inline(value, spotOf(undefined, layout));
    const glued = start === end && /\S/.test(text[start - 1] ?? ' ');
    return [{ location, start, end, text: glued ? ` ${written}` : written }];
  }
  const token = parent.srcToken as { indent: number };
  const written = blockLines(value, ' '.repeat(token.indent + layout.indent), layout);
  const emptied: Edit[] = start === end ? [] : [{ location, start: markEnd(entry), end, text: '' }];
  const line = lineEnd(text, end);
  return [...emptied, { location, start: line, end: line, text: layout.eol + written }];
}
