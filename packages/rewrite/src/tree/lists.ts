import { type CollectionTag, isCollection, type Tags, type YAMLSeq } from 'yaml';

type Stringify = (node: YAMLSeq, ctx: never, onComment?: () => void, onChompKeep?: () => void) => string;

/** Lists on one line are `[a, b]`; the library knows only `[ a, b ]` beside `{ a: b }`. */
export function tightLists(tags: Tags): Tags {
  return tags.map(tag => {
    if (typeof tag === 'string' || (tag as CollectionTag).collection !== 'seq' || !tag.default) return tag;
    const stringify: Stringify = (node, ctx, onComment, onChompKeep) =>
      tight(node.toString(ctx, onComment, onChompKeep));
    return { ...tag, stringify } as unknown as CollectionTag;
  });
}

function tight(text: string): string {
  return text.startsWith('[ ') && text.endsWith(' ]') && !text.includes('\n') ? `[${text.slice(2, -2)}]` : text;
}

/** True for a collection that is written between brackets. */
export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}
