import { printJson } from './json.ts';
import type { Tree } from './open.ts';

/** Characters of a line beyond which brackets are broken over several lines. */
const WIDTH = 120;

/** The text of a tree, laid out as its author did. What was not changed is printed as it was written. */
export function print({ doc, layout }: Tree): string {
  const { json, indent, indentLists, eol } = layout;
  const text = json
    ? `${printJson(doc.contents, layout, WIDTH)}\n`
    : doc.toString({ lineWidth: WIDTH, indent, indentSeq: indentLists, singleQuote: layout.singleQuotes });
  return eol === '\n' ? text : text.replaceAll('\n', eol);
}
