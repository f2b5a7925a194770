import { keysOf, type Origin } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import {
  type Alias,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { faults } from '../faults.ts';
import type { Layout } from '../tree/layout.ts';
import { layoutOf } from '../tree/layout-of.ts';
import { keyOf } from '../tree/nodes.ts';

export type Collection = YAMLMap<unknown, unknown> | YAMLSeq<unknown>;

/** A file parsed for edits: its offsets are those of the text, line ends and byte order mark included. */
export interface Opened {
  readonly location: string;
  readonly text: string;
  readonly doc: Document;
  readonly layout: Layout;
}

/** One member of a mapping or item of a list, with what holds it. */
export interface Entry {
  readonly parent: Collection;
  readonly index: number;
  /** Present for members of mappings. */
  readonly pair: Pair<unknown, unknown> | undefined;
  /** The value; null where a member of a flow mapping is only a key. */
  readonly value: Node | null;
}

/** Parses a file for edits. A key that stands twice does no harm here. */
export function openForEdits({ location, text }: SourceFile): Opened {
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const error = doc.errors[0];
  if (error) {
    const reason = `line ${lines.linePos(error.pos[0]).line}, ${error.message.replace(/\.$/, '')}`;
    throw faults.UNREADABLE({ location, reason });
  }
  const layout = layoutOf(text.replace(/^\uFEFF/, ''), text.includes('\r\n'), doc, lines);
  return { location, text, doc, layout };
}

/** The member at an origin. Throws REWRITE_EDIT_NO_MEMBER where the text has none of its own there. */
export function entryAt(file: Opened, origin: Pick<Origin, 'pointer'>): Entry {
  const keys = keysOf(origin.pointer);
  const last = keys.pop();
  if (last === undefined) throw missing(file, origin, 'it is the whole document');
  const parent = nodeAt(file, origin, keys);
  const entry = isCollection(parent) ? entryOf(parent as Collection, last) : undefined;
  if (!entry) throw missing(file, origin, isAlias(parent) ? behind(parent) : `there is no \`${last}\``);
  return entry;
}

/** The value at an origin. */
export function valueAt(file: Opened, origin: Pick<Origin, 'pointer'>): Node | null {
  return nodeAt(file, origin, keysOf(origin.pointer));
}

function nodeAt(file: Opened, origin: Pick<Origin, 'pointer'>, keys: readonly string[]): Node | null {
  let node: Node | null = file.doc.contents;
  for (const key of keys) {
    const entry = isCollection(node) ? entryOf(node as Collection, key) : undefined;
    if (!entry) throw missing(file, origin, isAlias(node) ? behind(node) : `there is no \`${key}\``);
    node = entry.value;
  }
  return node;
}

function entryOf(parent: Collection, key: string): Entry | undefined {
  if (isSeq(parent)) {
    const index = /^\d+$/.test(key) ? Number(key) : -1;
    const item = parent.items[index];
    if (item === undefined) return undefined;
    return { parent, index, pair: isPair(item) ? item : undefined, value: isNode(item) ? item : null };
  }
  const index = parent.items.findIndex(pair => keyOf(pair) === key);
  const pair = parent.items[index];
  return pair && { parent, index, pair, value: (pair.value ?? null) as Node | null };
}

function missing(file: Opened, origin: Pick<Origin, 'pointer'>, reason: string) {
  return faults.EDIT_NO_MEMBER({ location: file.location, pointer: origin.pointer, reason });
}

function behind(alias: Alias): string {
  return `it stands behind the alias \`*${alias.source}\``;
}

/** Throws REWRITE_EDIT_ANCHOR_IN_USE when something outside of a node is an alias of something in it. */
export function refuseIfShared(file: Opened, node: Node | null, pointer: string): void {
  const anchors = new Set<string>();
  const inside = new Set<unknown>();
  visit(node, (_, found) => {
    inside.add(found);
    if (isNode(found) && 'anchor' in found && found.anchor) anchors.add(found.anchor);
  });
  if (anchors.size === 0) return;
  visit(file.doc, {
    Alias(_, alias) {
      if (inside.has(alias) || !anchors.has(alias.source)) return;
      throw faults.EDIT_ANCHOR_IN_USE({ location: file.location, pointer, anchor: alias.source });
    },
  });
}

/** The tokens around an entry's key and value. */
export function tokensOf({ parent, index, pair }: Pick<Entry, 'parent' | 'index' | 'pair'>): CST.CollectionItem {
  if (pair?.srcToken) return pair.srcToken as CST.CollectionItem;
  const token = parent.srcToken as CST.BlockSequence | CST.FlowCollection;
  return (
    token.items.filter(item => item.value ?? item.key ?? item.start.some(({ type }) => type === 'seq-item-ind'))[
      index
    ] ?? { start: [] }
  );
}

/** Offset after what stands before an entry's value: its colon or dash, its anchor, its tag. */
export function markEnd(entry: Entry): number {
  const { sep, start } = tokensOf(entry);
  const marks = (entry.pair ? (sep ?? []) : start).filter(
    ({ type }) => !['space', 'newline', 'comment'].includes(type),
  );
  return Math.max(0, ...marks.map(({ offset, source }) => offset + source.length));
}

/** Where a collection begins and ends, its brackets included. */
export function rangeOf(parent: Collection): readonly [number, number] {
  return [parent.range?.[0] ?? 0, parent.range?.[1] ?? 0];
}

/** True for mappings and lists that are written between brackets. */
export function isFlow(parent: Collection): boolean {
  return parent.flow === true;
}
