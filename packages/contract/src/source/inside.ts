import type { Range } from '@portolan/base';

/** The end of the line that a literal block begins with. */
const HEADER = /(?:^|[\s:-])\|[1-9+-]{0,2}[ \t]*(?:[ \t]#[^\n]*)?\n$/;

/**
 * The offsets in a file of a stretch that was counted inside a text which stands there as a YAML scalar. Only a literal
 * block (`|`) has its lines as the file has them; undefined for every other way to write a text.
 *
 * @param start offset of the first line of the text
 * @param end offset behind its last
 */
export function insideOf(
  file: string,
  start: number,
  end: number,
  inside: Range,
): [start: number, end: number] | undefined {
  const before = file.slice(file.lastIndexOf('\n', start - 2) + 1, start).replace(/\r\n$/, '\n');
  if (!HEADER.test(before)) return undefined;
  const lines = file.slice(start, end).split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(indent)) return undefined;
  return [offset(inside.start.line, inside.start.column), offset(inside.end.line, inside.end.column)];

  function offset(line: number, column: number): number {
    let at = start;
    for (const text of lines.slice(0, line - 1)) at += text.length + 1;
    return Math.min(at + indent + column - 1, end);
  }
}
