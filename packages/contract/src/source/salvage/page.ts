/** One line of a text: offsets without its line break, and how it begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Offset of the first character that is neither a blank nor a tab; `end` where there is none. */
  content: number;
  /** Nothing that YAML would read: blank, or a comment. */
  empty: boolean;
}

/**
 * A text that damaged stretches are blanked out of. It keeps its length and its lines, so that every offset means the
 * same as in the text that the person wrote.
 */
export interface Page {
  text: string;
  readonly lines: readonly Line[];
}

/** Lays a text out in lines, whatever ends them. */
export function pageOf(text: string): Page {
  const lines: Line[] = [];
  let start = 0;
  for (const ending of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(lineOf(text, start, ending.index));
    start = ending.index + ending[0].length;
  }
  lines.push(lineOf(text, start, text.length));
  return { text, lines };
}

/** Columns before the content of a line. */
export function indentOf(line: Line): number {
  return line.content - line.start;
}

/** What stands in a line, without its indentation. */
export function contentOf(page: Page, line: Line): string {
  return page.text.slice(line.content, line.end);
}

/** Replaces a stretch by blanks; line breaks inside it stay. */
export function blank(page: Page, from: number, to: number): void {
  overwrite(page, from, page.text.slice(from, to).replace(/[^\r\n]/g, ' '));
}

/** Writes over what stands at an offset, with a text that has the same line breaks. */
export function overwrite(page: Page, at: number, replacement: string): void {
  const to = at + replacement.length;
  page.text = page.text.slice(0, at) + replacement + page.text.slice(to);
  const { lines } = page;
  for (let index = lineAt(lines, at); index < lines.length && (lines[index] as Line).start < to; index++) {
    const line = lines[index] as Line;
    Object.assign(line, lineOf(page.text, line.start, line.end));
  }
}

/** Index of the line that an offset stands in. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineOf(text: string, start: number, end: number): Line {
  let content = start;
  while (content < end && isBlank(text.charCodeAt(content))) content++;
  return { start, end, content, empty: content === end || text[content] === '#' };
}

/** Blank, tab, byte order mark. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xfeff;
}
