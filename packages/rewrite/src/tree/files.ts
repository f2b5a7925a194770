import { keysOf, pointerOf } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { targetOf } from '@portolan/contract/text';
import { isAlias, isNode, type Node, Scalar } from 'yaml';
import { child, referenceOf } from './nodes.ts';
import { open, type Tree } from './open.ts';

/** A node and where it stands. */
export interface Place {
  readonly location: string;
  readonly pointer: string;
  readonly node: Node;
}

/** The files of a document as trees, through which references are followed as the reader follows them. */
export interface Files {
  /** The tree of a file; undefined when there is no such file, when it is kept as text, or when it cannot be read. */
  tree(location: string): Tree | undefined;
  /** What stands behind a node: itself, or what its chain of references ends at. Undefined when that is not at hand. */
  follow(at: Place): Place | undefined;
  /** What a reference that stands in a file names, before anything there is followed. */
  named(reference: string, location: string): Place | undefined;
}

/** References that lead from one to the next before a thing is reached; nobody needs more. */
const MAX_STEPS = 100;

/** Opens files when they are asked for. The tree of the entry must stay as it is for as long as somebody asks. */
export function createFiles(entry: Tree, files: readonly SourceFile[]): Files {
  const texts = new Map(files.map(({ location, text }) => [location, text]));
  const trees = new Map<string, Tree | undefined>([[entry.location, entry]]);
  const wholes = new Map<string, Node>();
  return { tree, follow: at => follow(at, 0), named: (reference, location) => named(reference, location, 0) };

  function tree(location: string): Tree | undefined {
    if (!trees.has(location)) trees.set(location, opened(location));
    return trees.get(location);
  }

  function opened(location: string): Tree | undefined {
    const text = texts.get(location);
    if (text === undefined || isText(location)) return undefined;
    try {
      return open(text, location);
    } catch {
      // What is wrong with that file is for validation to say; here it is as good as missing.
      return undefined;
    }
  }

  function follow(at: Place, steps: number): Place | undefined {
    const node = resolved(at);
    const reference = referenceOf(node);
    if (reference === undefined || !node) return node && { ...at, node };
    const next = steps < MAX_STEPS ? named(reference, at.location, steps + 1) : undefined;
    return next && follow(next, steps + 1);
  }

  function named(reference: string, from: string, steps: number): Place | undefined {
    const { location, pointer } = targetOf(reference, from);
    const whole = isText(location) ? wholeText(location) : tree(location)?.doc.contents;
    if (pointer === undefined || !whole) return undefined;
    let at: Place = { location, pointer: '', node: whole };
    // Into a file that is kept as text a pointer leads by rules that are not JSON's: the whole answers.
    if (isText(location)) return at;
    for (const key of keysOf(pointer)) {
      const here = resolved(at);
      const through = child(here, key) === undefined ? follow(at, steps + 1) : here && { ...at, node: here };
      const node = through && child(through.node, key);
      if (!node) return undefined;
      at = { location: through.location, pointer: pointerOf(through.pointer, key), node };
    }
    return at;
  }

  function resolved({ location, node }: Place): Node | undefined {
    const doc = tree(location)?.doc;
    const found = isAlias(node) && doc ? node.resolve(doc) : node;
    return isNode(found) ? found : undefined;
  }

  function wholeText(location: string): Node | undefined {
    const text = texts.get(location);
    if (text !== undefined && !wholes.has(location)) wholes.set(location, new Scalar(text));
    return wholes.get(location);
  }
}

/** Files that the reader keeps as text. */
export function isText(location: string): boolean {
  return /\.(proto|xsd|raml)$/i.test(location);
}
