/** A run of text with one look. Links keep only addresses that are safe to follow. */
export type Run =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of prose. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'code'; readonly text: string };

const RUN =
  /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])[*_]([^*_\s][^*_]*)[*_](?!\w)|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:\/\/[^>\s]+)>|\bhttps?:\/\/[^\s<>()]*[^\s<>().,;:!?'"]/g;
const SAFE = /^(?:https?:|mailto:)/i;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/**
 * The part of CommonMark that descriptions use: paragraphs, lists, headings, code, emphasis and links.
 * HTML is never interpreted; it is shown as the text it is.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(paragraph.join(' ')) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    if (/^\s*(?:```|~~~)/.test(line)) {
      endParagraph();
      const end = lines.findIndex((other, index) => index > at && /^\s*(?:```|~~~)\s*$/.test(other));
      const stop = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') });
      at = stop;
    } else if (/^#{1,6}\s/.test(line)) {
      endParagraph();
      blocks.push({ kind: 'heading', runs: runsOf(line.replace(/^#+\s+|\s+#+\s*$/g, '')) });
    } else if (item && paragraph.length === 0) {
      at = readList(lines, at, item[1] !== undefined, blocks);
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line.trim());
  }
  endParagraph();
  return blocks;
}

/** Reads a list from its first line; lines that are indented continue the item above. Returns the last line read. */
function readList(lines: readonly string[], from: number, ordered: boolean, blocks: Block[]): number {
  const items: string[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? '');
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else break;
  }
  blocks.push({ kind: 'list', ordered, items: items.map(runsOf) });
  return at - 1;
}

/** Cuts a line into runs. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    if (match.index > end) runs.push({ kind: 'text', text: text.slice(end, match.index) });
    runs.push(runOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) });
  return runs;
}

function runOf([whole, code, strong, emphasis, label, target, bare]: RegExpExecArray | RegExpMatchArray): Run {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  if (label !== undefined) {
    return SAFE.test(target ?? '') ? { kind: 'link', text: label, href: target ?? '' } : { kind: 'text', text: label };
  }
  const href = bare ?? whole ?? '';
  return { kind: 'link', text: href, href };
}
