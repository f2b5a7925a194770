import { CHOMPING_MODE, type ChompingMode, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarStyle } from 'js-yaml';
import { LONGEST } from '../odd-text.ts';
import { plainValue } from '../scalar.ts';
import {
  BACKSLASH,
  COLON,
  DASH,
  DOUBLE,
  HASH,
  INDICATORS,
  NEWLINE,
  PIPE,
  PLUS,
  QUESTION,
  SINGLE,
  SPACE,
} from './characters.ts';
import { finishLine, isGap, lineEnd, nextLine, skipSpaces } from './lines.ts';
import { type Reader, UNUSUAL } from './reader.ts';

/** A scalar without quotes, with the lines below that are deeper than what it belongs to. */
export function plain(r: Reader, indent: number): unknown {
  const code = r.text.charCodeAt(r.at);
  if (INDICATORS.has(code)) {
    if (code !== DASH && code !== QUESTION && code !== COLON) throw UNUSUAL;
    if (isGap(r, r.at + 1)) throw UNUSUAL;
  }
  const from = r.at;
  let stop = plainEnd(r);
  const hasComment = r.text.charCodeAt(stop) !== NEWLINE && r.text.slice(stop, lineEnd(r, stop)).includes('#');
  const firstStop = stop;
  finishLine(r);
  while (r.column > indent) {
    // A comment ends a scalar, and what comes deeper after it is a mistake.
    if (hasComment || r.text.charCodeAt(r.at - r.column - 1) !== NEWLINE) throw UNUSUAL;
    stop = plainEnd(r);
    if (hasCommentLine(r, firstStop, stop)) throw UNUSUAL;
    finishLine(r);
  }
  place(r, from, stop);
  if (stop === firstStop) return plainValue(r.text.slice(from, stop));
  return plainValue(scalarText(r, SCALAR_STYLE.PLAIN, from, stop));
}

/** Where the text of a scalar ends on this line; reading goes on there. */
function plainEnd(r: Reader): number {
  const { text, length } = r;
  let stop = r.at;
  for (; stop < length; stop++) {
    const code = text.charCodeAt(stop);
    if (code === NEWLINE || (code === HASH && text.charCodeAt(stop - 1) === SPACE)) break;
    if (code === COLON && isGap(r, stop + 1)) throw UNUSUAL;
  }
  while (text.charCodeAt(stop - 1) === SPACE) stop--;
  r.at = stop;
  return stop;
}

/** Whether a line in this stretch is a comment, or ends with one. */
function hasCommentLine(r: Reader, from: number, to: number): boolean {
  return /[ \n]#/.test(r.text.slice(from, to));
}

/** A text that keeps its lines, or folds them. */
export function blockScalar(r: Reader, indent: number): string {
  const style = r.text.charCodeAt(r.at) === PIPE ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  r.at++;
  let chomping: ChompingMode = CHOMPING_MODE.CLIP;
  if (r.text.charCodeAt(r.at) === DASH) chomping = CHOMPING_MODE.STRIP;
  else if (r.text.charCodeAt(r.at) === PLUS) chomping = CHOMPING_MODE.KEEP;
  if (chomping !== CHOMPING_MODE.CLIP) r.at++;
  skipSpaces(r);
  if (r.text.charCodeAt(r.at) !== NEWLINE) throw UNUSUAL;
  r.at++;
  const from = r.at;
  const content = linesOf(r, indent);
  const value = scalarText(r, style, from, r.at, chomping, content);
  let stop = r.at;
  while (stop > from && r.text.charCodeAt(stop - 1) === NEWLINE) stop--;
  nextLine(r);
  if (r.column > indent) throw UNUSUAL;
  place(r, from, stop);
  return value;
}

/** Passes the lines of a block scalar and gives the column that they begin at. */
function linesOf(r: Reader, indent: number): number {
  let content = -1;
  while (r.at < r.length) {
    let place = r.at;
    while (r.text.charCodeAt(place) === SPACE) place++;
    const depth = place - r.at;
    if (place >= r.length) throw UNUSUAL;
    if (r.text.charCodeAt(place) === NEWLINE) {
      if (content < 0 && depth > 0) throw UNUSUAL;
    } else {
      if (depth <= indent || (content >= 0 && depth < content)) break;
      if (content < 0) content = depth;
    }
    r.at = Math.min(lineEnd(r, place) + 1, r.length);
  }
  if (content < 0) throw UNUSUAL;
  return content;
}

/** The text of a scalar that is not simply what is written. */
function scalarText(
  r: Reader,
  style: ScalarStyle,
  from: number,
  to: number,
  chomping?: ChompingMode,
  indent = -1,
): string {
  return getScalarValue(r.text, {
    type: EVENT_ID.SCALAR,
    valueStart: from,
    valueEnd: to,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tagEnd: -1,
    style,
    chomping: chomping ?? CHOMPING_MODE.CLIP,
    indent,
    fast: false,
  });
}

/** Where a quoted scalar ends, the quote included. */
export function quotedEnd(r: Reader, from: number, quote: number): number {
  const character = quote === DOUBLE ? '"' : "'";
  let place = r.text.indexOf(character, from + 1);
  if (quote === SINGLE) {
    while (place >= 0 && r.text.charCodeAt(place + 1) === SINGLE) place = r.text.indexOf(character, place + 2);
  } else {
    while (place >= 0 && isEscaped(r, place)) place = r.text.indexOf(character, place + 1);
  }
  if (place < 0) throw UNUSUAL;
  return place + 1;
}

function isEscaped(r: Reader, place: number): boolean {
  let slashes = 0;
  while (r.text.charCodeAt(place - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

/** A quoted scalar on one line. */
export function quoted(r: Reader, quote: number): string {
  place(r, r.at, quotedEnd(r, r.at, quote));
  const raw = r.text.slice(r.start + 1, r.end - 1);
  if (raw.includes('\n')) throw UNUSUAL;
  r.at = r.end;
  if (quote === SINGLE) return raw.includes("''") ? raw.replaceAll("''", "'") : raw;
  return raw.includes('\\') ? unescaped(raw) : raw;
}

/** Says where a scalar stands. */
export function place(r: Reader, start: number, end: number): void {
  if (end - start > LONGEST) throw UNUSUAL;
  r.start = start;
  r.end = end;
  r.layout = undefined;
}

/** The text that a double-quoted scalar stands for, where its escapes are those of JSON. */
function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    throw UNUSUAL;
  }
}
