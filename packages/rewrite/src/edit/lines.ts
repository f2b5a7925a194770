import type { CST, Node } from 'yaml';

/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the end of the line of an offset: before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset at which the line after the one of an offset begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** True when nothing but white space or a comment stands between an offset and the end of its line. */
export function restIsComment(text: string, offset: number): boolean {
  return /^[ \t]*(#.*)?$/.test(text.slice(offset, lineEnd(text, offset)));
}

/** True when only white space stands on the line before an offset. */
export function firstOnLine(text: string, offset: number): boolean {
  return /^[\uFEFF \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** Offset at which a node begins, its anchor and tag included. */
export function nodeStart(node: Node, tokens: readonly CST.SourceToken[] = []): number {
  const props = tokens.filter(({ type }) => type === 'anchor' || type === 'tag').map(({ offset }) => offset);
  return Math.min(node.range?.[0] ?? 0, ...props);
}

/** Offset after a node's own text: line breaks and comments after it left out. */
export function nodeEnd(text: string, node: Node): number {
  const [start, end] = node.range ?? [0, 0];
  let at = end;
  while (at > start && /[\r\n]/.test(text[at - 1] as string)) at--;
  return at;
}
