import type { SourceFile } from '@portolan/contract';
import { isMap, isScalar, Scalar } from 'yaml';
import { faults } from '../faults.ts';
import { flat, sourcesOf } from '../tree/aliases.ts';
import { at, child, type MapNode, pairOf, pairs, put, referenceTo, take, textOf } from '../tree/nodes.ts';
import { empty, open, type Tree } from '../tree/open.ts';
import { print } from '../tree/print.ts';
import { relative } from '../tree/references.ts';
import { versionOf } from '../tree/version.ts';
import { leadAnew, unlisted } from './follow.ts';
import { isComponent, PART_KINDS, type Part, type PartKind, partsOf } from './parts.ts';

export interface SplitOptions {
  /** What the document is called among the files that it refers to. */
  readonly location?: string;
  /** The folder of the result, in the terms of `location`; '' is the root. */
  readonly folder: string;
  /** What gets files of its own; all kinds when absent. */
  readonly kinds?: readonly PartKind[];
}

/**
 * Takes a document apart: each channel, operation, message and schema that the document gives a name becomes a file of its
 * own, `channels/orders.yaml` and so on, and the document itself, the first of the files, refers to them. Comments move
 * with what they are about; references to other files lead where they led.
 *
 * Throws REWRITE_UNREADABLE, REWRITE_NOT_ASYNCAPI and REWRITE_ALIASES.
 */
export function split(text: string, options: SplitOptions): SourceFile[] {
  const { location = 'asyncapi.yaml', folder, kinds = PART_KINDS } = options;
  const tree = open(text, location);
  const version = versionOf(tree.doc.contents);
  if (!isMap(tree.doc.contents) || !version) throw faults.NOT_ASYNCAPI({ location });
  // An alias cannot lead from one file into another.
  if (sourcesOf(tree.doc).size > 0) tree.doc.contents = flat(tree.doc.contents, tree);
  const root = tree.doc.contents as MapNode;
  const inside = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const entry = inside + (location.split('/').at(-1) as string);
  const parts = partsOf(root, kinds, inside, /\.[^./]+$/.exec(location)?.[0] ?? '.yaml');
  const needs = leadAnew(root, version.major, parts, { from: location, to: entry });
  // What a document without channels lists is what it is there for.
  const library = !isMap(child(root, 'channels')) || pairs(child(root, 'channels')).length === 0;
  const gone = library ? new Set<Part>() : unlisted(parts, needs, entry);
  const files = parts.map(part => {
    keepName(part);
    const pair = pairOf(at(root, sectionOf(part)), part.key);
    if (pair && !gone.has(part)) pair.value = referenceTo(relative(entry, part.file), tree.layout);
    if (gone.has(part)) moveComments(take(at(root, sectionOf(part)), part.key)?.key, part.node);
    return { location: part.file, text: textOfPart(part, tree) };
  });
  dropEmpty(root, kinds);
  return [{ location: entry, text: print(tree) }, ...files];
}

function sectionOf(part: Part): string[] {
  return isComponent(part) ? ['components', part.kind] : [part.kind];
}

function textOfPart({ file, node }: Part, { layout }: Tree): string {
  const made = empty(file, layout);
  node.flow = false;
  made.doc.contents = node;
  return print(made);
}

/** A message of 2.x without a name was called by its key; in a file of its own its id would be its name. */
function keepName({ kind, key, node }: Part): void {
  const id = textOf(child(node, 'messageId'));
  if (kind === 'messages' && id !== undefined && id !== key && !pairOf(node, 'name'))
    put(node, 'name', new Scalar(key), '');
}

/** What was said about a member is said at the head of its file. */
function moveComments(key: unknown, node: MapNode): void {
  const head = node.items[0]?.key;
  if (!isScalar(key) || !isScalar(head)) return;
  const above = [key.commentBefore, key.comment, head.commentBefore].filter(comment => comment);
  if (above.length > 0) head.commentBefore = above.join('\n');
}

/** Lists of components that nobody is left in go; what was said about them is said at the end. */
function dropEmpty(root: MapNode, kinds: readonly PartKind[]): void {
  const components = child(root, 'components');
  const drop = (map: unknown, name: string) => {
    const value = child(map, name);
    if (!isMap(value) || value.items.length > 0) return;
    const key = take(map, name)?.key;
    const said = isScalar(key) ? [key.commentBefore, key.comment] : [];
    root.comment = [...said, value.comment, root.comment].filter(comment => comment).join('\n') || null;
  };
  for (const kind of kinds) drop(components, kind);
  drop(root, 'components');
}
