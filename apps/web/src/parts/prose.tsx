import { blocks, gist, inline } from '@portolan/generate/prose';

/** A description as its author meant it: CommonMark with tables, HTML stays text. */
export function Prose({ text }: { text: string | undefined }) {
  if (text === undefined || text.trim() === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the reader escapes every text and keeps only safe addresses
  return <div className="prose" dangerouslySetInnerHTML={{ __html: blocks(text).html }} />;
}

/** One line of such text, for places where a paragraph would be too much. */
export function Inline({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the same reader
  return <span dangerouslySetInnerHTML={{ __html: inline(text).html }} />;
}

/** Only the beginning, without marks: what a list has room for. */
export function Gist({ text }: { text: string | undefined }) {
  return gist(text) || null;
}
