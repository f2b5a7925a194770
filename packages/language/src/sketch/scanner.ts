/** Where a sketch has got to in its text: shared by the readers of blocks, of brackets and of scalars. */
export interface Scanner {
  readonly text: string;
  /** Whether it is JSON, where a text in quotes ends with its line. */
  readonly json: boolean;
  /** Offset of what is read next. */
  at: number;
  /** Offset at which the line of `at` begins. */
  line: number;
}

/** Column of the next character, from 0. */
export function columnOf(scanner: Scanner): number {
  return scanner.at - scanner.line;
}

/** Passes spaces and tabs. */
export function skipSpaces(scanner: Scanner): void {
  while (isSpace(scanner.text.charCodeAt(scanner.at))) scanner.at++;
}

/** Passes white space, line breaks and comments. */
export function skipBlank(scanner: Scanner): void {
  const { text } = scanner;
  for (;;) {
    const code = text.charCodeAt(scanner.at);
    if (code === 10) {
      scanner.at++;
      scanner.line = scanner.at;
    } else if (isSpace(code) || code === 13 || code === 0xfeff) scanner.at++;
    else if (code === 35 && beginsComment(text, scanner.at)) scanner.at = endOfLine(text, scanner.at);
    else return;
  }
}

/** True when the rest of the line is white space or a comment. */
export function atLineEnd(scanner: Scanner): boolean {
  const code = scanner.text.charCodeAt(scanner.at);
  return Number.isNaN(code) || code === 10 || code === 13 || (code === 35 && beginsComment(scanner.text, scanner.at));
}

/** Offset of the line break that ends the line of an offset, or of the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** True for a space, a tab. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** True for what ends a word: white space, a line break, the end of the text. */
export function isGap(code: number): boolean {
  return Number.isNaN(code) || isSpace(code) || code === 10 || code === 13;
}

/** A `#` begins a comment where nothing is glued to it. */
function beginsComment(text: string, offset: number): boolean {
  return offset === 0 || isGap(text.charCodeAt(offset - 1)) || text.charCodeAt(offset - 1) === 0xfeff;
}

/** True at a dash that begins an item of a list. */
export function atDash({ text, at }: Scanner): boolean {
  return text.charCodeAt(at) === 45 && isGap(text.charCodeAt(at + 1));
}

/** True at a line that separates documents: `---` or `...` in the first column. */
export function atMarker(scanner: Scanner): boolean {
  if (columnOf(scanner) !== 0) return false;
  const { text, at } = scanner;
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text.charCodeAt(at + 3));
}
