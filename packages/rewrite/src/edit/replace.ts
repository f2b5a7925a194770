import type { Origin } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { type CST, isCollection, isMap, isScalar, type Node, type Scalar } from 'yaml';
import { faults } from '../faults.ts';
import { keyOf } from '../tree/nodes.ts';
import type { Edit } from './edit.ts';
import { lineStart, nodeEnd, nodeStart } from './lines.ts';
import { type Entry, entryAt, type Opened, openForEdits, refuseIfShared, tokensOf } from './place.ts';
import { inline, spotOf } from './write.ts';

/**
 * Gives the member at an origin another value, in the style of the one that stands there. Texts of several lines stay
 * block texts where one stood. Throws REWRITE_EDIT_NO_MEMBER, REWRITE_EDIT_ANCHOR_IN_USE and REWRITE_UNREADABLE.
 */
export function replaceValue(file: SourceFile, origin: Pick<Origin, 'pointer'>, value: unknown): Edit[] {
  const opened = openForEdits(file);
  const entry = entryAt(opened, origin);
  refuseIfShared(opened, entry.value, origin.pointer);
  return [edit(opened, entry, value)];
}

function edit(file: Opened, entry: Entry, value: unknown): Edit {
  const { location, text, layout } = file;
  const { sep, start: before, key } = tokensOf(entry);
  const old = entry.value;
  const spot = spotOf(isScalar(old) ? old : undefined, layout);
  if (old === null) {
    const end = (key as CST.FlowScalar).offset + (key as CST.FlowScalar).source.length;
    return { location, start: end, end, text: `: ${inline(value, spot)}` };
  }
  const props = entry.pair ? (sep ?? []) : before;
  if (isCollection(old) && !old.flow) {
    const mark = props.find(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind');
    const start = mark ? mark.offset + 1 : (old.range?.[0] ?? 0);
    return { location, start, end: nodeEnd(text, old), text: `${mark ? ' ' : ''}${inline(value, spot)}` };
  }
  const start = nodeStart(old, props);
  const end = nodeEnd(text, old);
  const comment = headerComment(old);
  const written = blockText(file, old, value, comment) ?? `${inline(value, spot)}${comment}`;
  const glued = start > 0 && start === end && /[^\s]/.test(text[start - 1] as string);
  return { location, start, end, text: glued ? ` ${written}` : written };
}

/** A literal block in place of a block; undefined where there was none, or none can hold the text. */
function blockText({ text, layout }: Opened, old: Node, value: unknown, comment: string): string | undefined {
  const token = old.srcToken as CST.BlockScalar | undefined;
  if (token?.type !== 'block-scalar' || typeof value !== 'string') return undefined;
  const body = token.source.split('\n').find(line => line.trim() !== '');
  const indent =
    body?.match(/^ +/)?.[0] ??
    `${text.slice(lineStart(text, token.offset)).match(/^ */)?.[0]}${' '.repeat(layout.indent)}`;
  if (!fitsBlock(value)) return undefined;
  const lines = value.replace(/\n$/, '').split('\n');
  const header = value.endsWith('\n') ? '|' : '|-';
  return [`${header}${comment}`, ...lines.map(line => (line === '' ? '' : indent + line))].join(layout.eol);
}

/** The comment beside the mark of a block text, with the space before it. */
function headerComment(old: Node): string {
  const token = old.srcToken as CST.BlockScalar | undefined;
  const comment = token?.type === 'block-scalar' && token.props.find(({ type }) => type === 'comment');
  return comment && 'source' in comment ? ` ${comment.source}` : '';
}

/** True for a text that a literal block holds without further marks. */
function fitsBlock(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a block cannot hold these.
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ud800-\udfff]/.test(value)) return false;
  return value !== '' && !/^[ \n]|\n\n$/.test(value) && !/^ +$/m.test(value);
}

/**
 * Gives the member at an origin another name. Throws REWRITE_EDIT_KEY_TAKEN when its mapping has a member of that name,
 * and REWRITE_EDIT_NO_MEMBER where there is no key.
 */
export function renameKey(file: SourceFile, origin: Pick<Origin, 'pointer'>, name: string): Edit[] {
  const opened = openForEdits(file);
  const { location, text, layout } = opened;
  const { pair, parent } = entryAt(opened, origin);
  if (!pair || !isScalar(pair.key)) {
    throw faults.EDIT_NO_MEMBER({ location, pointer: origin.pointer, reason: 'an item of a list has no name' });
  }
  if (keyOf(pair) === name) return [];
  if (isMap(parent) && parent.items.some(other => keyOf(other as never) === name)) {
    const pointer = origin.pointer.slice(0, origin.pointer.lastIndexOf('/'));
    throw faults.EDIT_KEY_TAKEN({ location, key: name, pointer });
  }
  refuseIfShared(opened, pair.key as Node, origin.pointer);
  const key = pair.key as Scalar;
  const start = nodeStart(key, tokensOf({ parent, index: 0, pair }).start);
  return [{ location, start, end: nodeEnd(text, key), text: inline(name, spotOf(key, layout)) }];
}
