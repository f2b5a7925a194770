import { DASH, HASH, NEWLINE, SPACE } from './characters.ts';
import { type Reader, UNUSUAL } from './reader.ts';

/** Moves to the first character of the next line that says something; `at` is at the beginning of a line. */
export function nextLine(r: Reader): boolean {
  while (r.at < r.length) {
    const begin = r.at;
    while (r.text.charCodeAt(r.at) === SPACE) r.at++;
    const code = r.text.charCodeAt(r.at);
    if (code === HASH) {
      r.at = lineEnd(r, r.at) + 1;
    } else if (code === NEWLINE) {
      r.at++;
    } else if (r.at < r.length) {
      r.column = r.at - begin;
      if (r.column === 0 && isBoundary(r, code)) throw UNUSUAL;
      return true;
    }
  }
  r.at = r.length;
  r.column = -1;
  return false;
}

/** Lines that begin or end a document, or a directive. */
function isBoundary(r: Reader, code: number): boolean {
  return code === 37 || r.text.startsWith('---', r.at) || r.text.startsWith('...', r.at);
}

export function lineEnd(r: Reader, from: number): number {
  const found = r.text.indexOf('\n', from);
  return found < 0 ? r.length : found;
}

/** Enters the next line from behind a value, where only spaces and a comment may stand. */
export function finishLine(r: Reader): void {
  const from = r.at;
  skipSpaces(r);
  const code = r.text.charCodeAt(r.at);
  if (r.at >= r.length) {
    nextLine(r);
    return;
  }
  if (code !== NEWLINE && !(code === HASH && r.at > from)) throw UNUSUAL;
  r.at = lineEnd(r, r.at) + 1;
  nextLine(r);
}

export function isDash(r: Reader): boolean {
  return r.text.charCodeAt(r.at) === DASH && isGap(r, r.at + 1);
}

/** Whether white space or the end of the text stands at a place. */
export function isGap(r: Reader, place: number): boolean {
  const code = r.text.charCodeAt(place);
  return code === SPACE || code === NEWLINE || place >= r.length;
}

export function skipSpaces(r: Reader): void {
  while (r.text.charCodeAt(r.at) === SPACE) r.at++;
}
