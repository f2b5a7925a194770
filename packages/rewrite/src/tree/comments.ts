import {
  type CST,
  type Document,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';

/**
 * Hands every comment to the thing that it is about, so that things take their comments along when they move. The library
 * gives the comment above a first member to the whole mapping, and comments below the end of a mapping to its inside.
 */
export function settleComments(doc: Document, lines: LineCounter): void {
  const column = (offset: number) => lines.linePos(offset).col;
  const left = settle(doc.contents);
  if (left.length > 0 && doc.contents) doc.contents.comment = join(doc.contents.comment, textOf(left));

  /** Settles what is inside, and returns the comments after it that stand too far out to belong to it. */
  function settle(node: unknown): CST.SourceToken[] {
    if (!isCollection(node)) return [];
    let pending: CST.SourceToken[] = [];
    for (const item of node.items) {
      if (pending.length > 0) before(item, pending);
      if (isPair(item)) besideKey(item);
      pending = settle(isPair(item) ? item.value : item);
    }
    if (node.flow) return pending;
    first(node);
    const tail = [...pending, ...tailOf(node)];
    if (tail.length === 0) return [];
    const own = column(node.range?.[0] ?? 0);
    const out = beginOf(
      tail,
      tail.findIndex(token => token.type === 'comment' && column(token.offset) < own),
    );
    node.comment = textOf(tail.slice(0, out)) || null;
    return tail.slice(out);
  }
}

/** Where the blank lines above a comment begin: after the line of the comment before it. */
function beginOf(tokens: readonly CST.SourceToken[], comment: number): number {
  if (comment < 0) return tokens.length;
  let begin = comment;
  while (begin > 0 && tokens[begin - 1]?.type !== 'comment') begin--;
  return begin > 0 && begin < comment ? begin + 1 : begin;
}

/** `key: # about it` says something about the key, though the library thinks it is about the first member below. */
function besideKey(pair: Pair<unknown, unknown>): void {
  const { key, value } = pair;
  const sep = (pair.srcToken as CST.CollectionItem | undefined)?.sep ?? [];
  const comment = sep.findIndex(({ type }) => type === 'comment');
  const newline = sep.findIndex(({ type }) => type === 'newline');
  if (comment < 0 || comment > newline || !isScalar(key) || !isCollection(value) || value.flow) return;
  const [beside, ...rest] = (value.commentBefore ?? '').split('\n');
  key.comment = beside ?? null;
  value.commentBefore = rest.join('\n').replace(/^\n+/, '') || null;
}

/** What stands above the first item is about that item. */
function first(node: Node & { items: unknown[] }): void {
  const item = node.items[0];
  const target = isPair(item) ? item.key : item;
  if (!node.commentBefore || !isNode(target) || node.range === undefined) return;
  const { srcToken } = node as { srcToken?: CST.Token };
  if (srcToken?.type !== 'block-map' && srcToken?.type !== 'block-seq') return;
  target.commentBefore = join(node.commentBefore, target.commentBefore);
  node.commentBefore = null;
}

function before(item: unknown, tokens: readonly CST.SourceToken[]): void {
  const target = isPair(item) ? item.key : item;
  if (!isNode(target)) return;
  const text = textOf(tokens);
  target.commentBefore = join(text.replace(/^\n/, ''), target.commentBefore);
  if (text.startsWith('\n')) target.spaceBefore = true;
}

/** The tokens after the last item of a block collection, which the library reads as one comment. */
function tailOf(node: unknown): CST.SourceToken[] {
  const token = (node as { srcToken?: CST.BlockMap | CST.BlockSequence }).srcToken;
  const last = token?.items?.at(-1);
  if (!last || last.sep || last.value || ('key' in last && last.key)) return [];
  return last.start.some(({ type }) => type === 'comment') ? last.start : [];
}

/** Comment lines as the library keeps them: without their `#`, a blank line as an empty one. */
function textOf(tokens: readonly CST.SourceToken[]): string {
  const lines: string[] = [];
  let blank = false;
  let fresh = true;
  for (const { type, source } of tokens) {
    if (type === 'comment') {
      if (blank) lines.push('');
      lines.push(source.slice(1) || ' ');
      blank = false;
      fresh = false;
    } else if (type === 'newline') {
      if (fresh) blank = true;
      fresh = true;
    }
  }
  return lines.join('\n');
}

function join(above: string | null | undefined, below: string | null | undefined): string {
  return [above, below].filter(text => text).join('\n');
}
