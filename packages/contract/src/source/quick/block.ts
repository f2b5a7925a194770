import { setMember } from '../set-member.ts';
import {
  COLON,
  DOUBLE,
  GREATER,
  HASH,
  INDICATORS,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  PIPE,
  SINGLE,
  SPACE,
} from './characters.ts';
import { flow } from './flow.ts';
import { finishLine, isDash, isGap, lineEnd, nextLine, skipSpaces } from './lines.ts';
import { addMember, layoutFrom, MAX_DEPTH, type Reader, refers, UNUSUAL } from './reader.ts';
import { blockScalar, plain, quoted, quotedEnd } from './scalars.ts';

/** Characters of a key, which is shorter than YAML allows. */
const LONGEST_KEY = 256;

/** The value that begins at the first character of a line, or behind the dash of a list item, at a column. */
export function block(r: Reader, indent: number, depth: number): unknown {
  if (isDash(r)) return sequence(r, indent, depth);
  const code = r.text.charCodeAt(r.at);
  if (code === OPEN_LIST || code === OPEN_MAP) {
    // Nothing is around the outermost value, so that its lines may begin anywhere.
    const value = flow(r, -1, depth);
    finishLine(r);
    return value;
  }
  return mapping(r, indent, depth);
}

function sequence(r: Reader, indent: number, depth: number): unknown[] {
  if (depth > MAX_DEPTH) throw UNUSUAL;
  const begin = r.at;
  const list: unknown[] = [];
  const floor = r.top;
  let last = begin + 1;
  for (;;) {
    r.at++;
    list.push(item(r, indent, depth));
    addMember(r, -1, -1);
    if (r.end > last) last = r.end;
    if (r.column < indent) break;
    if (r.column > indent || !isDash(r)) {
      if (r.column === indent && !isDash(r)) break;
      throw UNUSUAL;
    }
  }
  r.start = begin;
  r.end = last;
  r.layout = layoutFrom(r, floor, undefined);
  return list;
}

/** What stands behind a dash. */
function item(r: Reader, indent: number, depth: number): unknown {
  const dash = r.at;
  skipSpaces(r);
  const code = r.text.charCodeAt(r.at);
  if (r.at >= r.length || code === NEWLINE || code === HASH) return below(r, indent, depth, false);
  const inside = indent + 1 + (r.at - dash);
  if (isDash(r) || isKeyAhead(r)) {
    r.column = inside;
    return block(r, inside, depth + 1);
  }
  return inline(r, indent, depth);
}

/** Whether a key and its colon begin here. */
function isKeyAhead(r: Reader): boolean {
  const code = r.text.charCodeAt(r.at);
  if (code === DOUBLE || code === SINGLE) {
    let place = quotedEnd(r, r.at, code);
    while (r.text.charCodeAt(place) === SPACE) place++;
    return r.text.charCodeAt(place) === COLON;
  }
  if (code === OPEN_LIST || code === OPEN_MAP) return false;
  const line = r.text.slice(r.at, lineEnd(r, r.at));
  const inside = line.indexOf(': ');
  const colon = inside < 0 && line.endsWith(':') ? line.length - 1 : inside;
  const comment = line.indexOf(' #');
  return colon >= 0 && (comment < 0 || comment > colon);
}

function mapping(r: Reader, indent: number, depth: number): Record<string, unknown> {
  if (depth > MAX_DEPTH) throw UNUSUAL;
  const begin = r.at;
  const map: Record<string, unknown> = {};
  const keys: string[] = [];
  const floor = r.top;
  let last = begin + 1;
  for (;;) {
    const keyStart = r.at;
    const name = key(r);
    const keyEnd = r.end;
    if (Object.hasOwn(map, name)) throw UNUSUAL;
    const value = member(r, indent, depth);
    keys.push(name);
    addMember(r, keyStart, keyEnd);
    setMember(map, name, value);
    if (name === '$ref') refers(r, value);
    if (r.end > last) last = r.end;
    if (keyEnd > last) last = keyEnd;
    if (r.column < indent) break;
    if (r.column > indent || isDash(r)) throw UNUSUAL;
  }
  r.start = begin;
  r.end = last;
  r.layout = layoutFrom(r, floor, keys);
  return map;
}

/** A key with its colon. */
function key(r: Reader): string {
  const code = r.text.charCodeAt(r.at);
  if (code === DOUBLE || code === SINGLE) {
    const name = quoted(r, code);
    skipSpaces(r);
    if (r.text.charCodeAt(r.at) !== COLON || !isGap(r, r.at + 1)) throw UNUSUAL;
    r.at++;
    return name;
  }
  if (INDICATORS.has(code)) throw UNUSUAL;
  const from = r.at;
  for (;;) {
    const colon = r.text.indexOf(':', r.at);
    if (colon < 0) throw UNUSUAL;
    r.at = colon + 1;
    if (!isGap(r, r.at)) continue;
    r.end = colon;
    while (r.text.charCodeAt(r.end - 1) === SPACE) r.end--;
    const name = r.text.slice(from, r.end);
    // A key that goes on in the next line is none, and a comment is no part of one.
    if (name === '<<' || name.length > LONGEST_KEY || name.includes('\n') || name.includes(' #')) throw UNUSUAL;
    return name;
  }
}

/** What stands behind a colon. */
function member(r: Reader, indent: number, depth: number): unknown {
  skipSpaces(r);
  const code = r.text.charCodeAt(r.at);
  if (r.at >= r.length || code === NEWLINE) return below(r, indent, depth, true);
  if (code === HASH) {
    if (r.text.charCodeAt(r.at - 1) !== SPACE) throw UNUSUAL;
    return below(r, indent, depth, true);
  }
  return inline(r, indent, depth);
}

/** What stands on the lines below a key or a dash; a list below a key may stand at the column of the key. */
function below(r: Reader, indent: number, depth: number, isMember: boolean): unknown {
  r.at = lineEnd(r, r.at) + 1;
  nextLine(r);
  if (r.column > indent) {
    // What is neither a list nor a mapping is a scalar on a line of its own, which a mapping does not take.
    return isDash(r) ? sequence(r, r.column, depth + 1) : mapping(r, r.column, depth + 1);
  }
  if (isMember && r.column === indent && isDash(r)) return sequence(r, indent, depth + 1);
  r.start = -1;
  r.end = -1;
  r.layout = undefined;
  return null;
}

/** A scalar or a value in brackets on the line of its key or dash. Afterwards the next line has been entered. */
function inline(r: Reader, indent: number, depth: number): unknown {
  const code = r.text.charCodeAt(r.at);
  if (code === PIPE || code === GREATER) return blockScalar(r, indent);
  let value: unknown;
  if (code === DOUBLE || code === SINGLE) value = quoted(r, code);
  else if (code === OPEN_LIST || code === OPEN_MAP) value = flow(r, indent, depth);
  else {
    return plain(r, indent);
  }
  finishLine(r);
  if (r.column > indent) throw UNUSUAL;
  return value;
}
