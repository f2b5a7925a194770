import { isMap } from 'yaml';
import { mustSayTheSame } from '../tree/faithful.ts';
import { walk } from '../tree/kinds.ts';
import { keyOf, type MapNode } from '../tree/nodes.ts';
import { open } from '../tree/open.ts';
import { print } from '../tree/print.ts';
import { versionOf } from '../tree/version.ts';
import { inOrder, inSchemaOrder } from './order.ts';

/**
 * Lays a document out in the one way that needs no discussion: members in the order of `order.ts`, two spaces, dashes of
 * lists further in than their key. Comments, quotes, line breaks inside texts, and the order of what the author named
 * (channels, messages, properties, sections of the components) and what bindings hold stay. Formatting twice changes
 * nothing more, and the facts stay the same. Files that are no AsyncAPI document, such as schemas that documents refer to,
 * keep the order of their members.
 *
 * Throws REWRITE_UNREADABLE for a text that cannot be parsed.
 */
export function format(text: string, location = 'asyncapi.yaml'): string {
  const once = formatted(text, location);
  const twice = formatted(once, location);
  mustSayTheSame(location, text, twice);
  return twice;
}

function formatted(text: string, location: string): string {
  const tree = open(text, location);
  const { doc, layout } = tree;
  const version = versionOf(doc.contents);
  const sort = (node: MapNode, order: typeof inOrder) => {
    if (node.items.some(({ key }) => keyOf({ key } as never) === '<<')) return;
    node.items = order(node.items, keyOf);
  };
  if (version && isMap(doc.contents)) {
    walk(doc.contents, 'Document', version.major, {
      object: (node, { name }) => {
        if (name !== 'Components') sort(node, inOrder);
        return !name.endsWith('Bindings Object');
      },
      schema: ({ node }) => sort(node, inSchemaOrder),
    });
  }
  const lines = layout.json && layout.lines === 'one' ? 'shared' : layout.lines;
  return print({ ...tree, layout: { ...layout, lines, indent: 2, indentLists: true } });
}
