import { plainValue } from '@portolan/contract/text';
import type { ScalarNode } from './node.ts';
import { atDash, columnOf, endOfLine, isGap, isSpace, type Scanner, skipBlank } from './scanner.ts';

/** Reads a text in quotes. One that is not closed before its block ends, ends with its line. */
export function quoted(scanner: Scanner, outer: number): ScalarNode {
  const { text, at: start } = scanner;
  const quote = text[start] as '"' | "'";
  const end = closing(text, start, scanner.json ? Number.POSITIVE_INFINITY : outer);
  const closed = end !== undefined;
  const after = end ?? trimmedEnd(text, start, endOfLine(text, start));
  const inside = text.slice(start + 1, closed ? after - 1 : after);
  moveTo(scanner, after);
  const style = quote === '"' ? 'double' : 'single';
  return {
    is: 'scalar',
    start,
    end: after,
    style,
    value: quote === '"' ? unescaped(inside) : folded(inside).replaceAll("''", "'"),
  };
}

/** Offset after the closing quote of a text that begins at an offset; undefined where it has none. */
export function closing(text: string, start: number, outer: number): number | undefined {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && leavesBlock(text, at + 1, outer)) return undefined;
    if (code === 92 && quote === 34) at++;
    else if (code === quote) {
      if (quote === 39 && text.charCodeAt(at + 1) === 39) at++;
      else return at + 1;
    }
  }
  return undefined;
}

/** Whether a line has something in it that stands too far out to belong to the block. */
function leavesBlock(text: string, line: number, outer: number): boolean {
  let at = line;
  while (isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return !Number.isNaN(code) && code !== 10 && code !== 13 && at - line <= outer;
}

/** Reads a plain text to the end of its line, and the lines that go on with it. */
export function plain(scanner: Scanner, outer: number, isKey: () => boolean): ScalarNode {
  const { text, at: start } = scanner;
  const column = columnOf(scanner);
  let end = plainLine(scanner);
  for (;;) {
    const { at, line } = scanner;
    if (text.charCodeAt(at) === 35) break;
    const commented = text.slice(end, endOfLine(text, at)).includes('#');
    if (commented) break;
    skipBlank(scanner);
    const goesOn = scanner.line !== line && scanner.at < text.length && columnOf(scanner) > outer && !isKey();
    const isItem = atDash(scanner) && columnOf(scanner) === column;
    if (!goesOn || isItem || text.slice(at, scanner.at).includes('#')) {
      scanner.at = at;
      scanner.line = line;
      break;
    }
    end = plainLine(scanner);
  }
  const raw = text.slice(start, end);
  return { is: 'scalar', start, end, style: 'plain', value: raw.includes('\n') ? folded(raw) : plainValue(raw) };
}

/** Passes the plain text on this line, and gives the offset after its last character. */
function plainLine(scanner: Scanner): number {
  const { text, at: start } = scanner;
  const stop = endOfLine(text, start);
  let end = stop;
  // Not by `indexOf`, which would look on to the end of a text without a single comment, for every line.
  for (let at = start + 1; at < stop; at++) {
    if (text.charCodeAt(at) !== 35 || !isSpace(text.charCodeAt(at - 1))) continue;
    end = at;
    break;
  }
  end = trimmedEnd(text, start, end);
  scanner.at = end;
  return end;
}

/** Reads a text between brackets: up to a comma, a bracket, a colon or the end of the line. */
export function plainInFlow(scanner: Scanner): ScalarNode {
  const { text, at: start } = scanner;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 44 || code === 91 || code === 93 || code === 123 || code === 125) break;
    if (code === 58 && endsKeyInFlow(text, at)) break;
    if (code === 35 && isSpace(text.charCodeAt(at - 1))) break;
  }
  const end = trimmedEnd(text, start, at);
  scanner.at = at;
  return { is: 'scalar', start, end, style: 'plain', value: plainValue(text.slice(start, end)) };
}

/** Whether a colon between brackets ends a plain key. */
export function endsKeyInFlow(text: string, colon: number): boolean {
  const next = text.charCodeAt(colon + 1);
  return isGap(next) || next === 44 || next === 93 || next === 125 || next === 91 || next === 123;
}

/** Reads a block text: the lines behind `|` or `>` that stand further in than what holds it. */
export function blockText(scanner: Scanner, outer: number): ScalarNode {
  const { text, at: start } = scanner;
  const header = text.slice(start, endOfLine(text, start));
  const folds = header.startsWith('>');
  const lines: string[] = [];
  let end = trimmedEnd(text, start, start + header.length);
  let margin = -1;
  let line = text.indexOf('\n', start) + 1;
  while (line > 0 && line < text.length) {
    const stop = endOfLine(text, line);
    let at = line;
    while (text.charCodeAt(at) === 32) at++;
    const blank = at >= stop;
    if (!blank && at - line <= outer) break;
    if (!blank && margin < 0) margin = at - line;
    lines.push(blank ? '' : text.slice(line + Math.min(margin, at - line), stop));
    if (!blank) end = stop;
    const next = text.indexOf('\n', stop) + 1;
    if (next === 0) {
      line = text.length;
      break;
    }
    line = next;
  }
  scanner.at = line > 0 ? line : text.length;
  scanner.line = scanner.at;
  const value = lines.join(folds ? ' ' : '\n');
  return { is: 'scalar', start, end, style: 'block', value };
}

/** Sets a scanner to an offset further on. */
export function moveTo(scanner: Scanner, offset: number): void {
  const before = scanner.text.lastIndexOf('\n', offset - 1) + 1;
  scanner.at = offset;
  scanner.line = Math.max(scanner.line, before);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isGap(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Line breaks in a text become spaces. */
function folded(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t]*\r?\n\s*/g, ' ') : text;
}

function unescaped(inside: string): string {
  if (!/[\\\n]/.test(inside)) return inside;
  return folded(inside).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^ux]|$)/g, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };
