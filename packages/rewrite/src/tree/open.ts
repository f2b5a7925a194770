import { type Alias, Document, LineCounter, type Node, parseDocument, type Tags } from 'yaml';
import { faults } from '../faults.ts';
import { aliasesOf } from './aliases.ts';
import { settleComments } from './comments.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { tightLists } from './lists.ts';
import { verbatim } from './verbatim.ts';

/** A text as the tree of its nodes, which still knows comments, quotes, line breaks and order. */
export interface Tree {
  readonly location: string;
  readonly doc: Document;
  readonly layout: Layout;
  /** What an alias stands for in the text as it was. */
  readonly aliased: (alias: Alias) => Node | undefined;
}

/** How every text is parsed: scalars remember their source, and are printed as they were written. */
const OPTIONS = {
  keepSourceTokens: true,
  customTags: (tags: Tags): Tags => tightLists(verbatim(tags)),
} as const;

/** Opens a text. Throws REWRITE_UNREADABLE where it is no YAML, has a key twice, or holds several documents. */
export function open(text: string, location: string): Tree {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const lines = new LineCounter();
  const doc = parseDocument(plain, { ...OPTIONS, lineCounter: lines, prettyErrors: false });
  const error = doc.errors[0];
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw faults.UNREADABLE({ location, reason: `line ${line}, ${error.message.replace(/\.$/, '')}` });
  }
  settleComments(doc, lines);
  const layout = layoutOf(plain, text.includes('\r\n'), doc, lines);
  return { location, doc, layout, aliased: aliasesOf(doc) };
}

/** A new text, laid out as another one. */
export function empty(location: string, layout: Layout): Tree {
  return { location, doc: new Document({}, OPTIONS), layout, aliased: () => undefined };
}
