import { plainValue } from '../scalar.ts';
import { setMember } from '../set-member.ts';
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  DOUBLE,
  HASH,
  INDICATORS,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE,
  SPACE,
} from './characters.ts';
import { skipSpaces } from './lines.ts';
import { addMember, layoutFrom, MAX_DEPTH, type Reader, refers, UNUSUAL } from './reader.ts';
import { place, quoted } from './scalars.ts';

/** A list or a mapping in brackets, over any number of lines, which all have to be deeper than what it belongs to. */
export function flow(r: Reader, indent: number, depth: number): unknown {
  if (depth > MAX_DEPTH) throw UNUSUAL;
  const begin = r.at;
  const isMap = r.text.charCodeAt(r.at) === OPEN_MAP;
  const close = isMap ? CLOSE_MAP : CLOSE_LIST;
  const map: Record<string, unknown> = {};
  const list: unknown[] = [];
  const keys: string[] = [];
  const floor = r.top;
  r.at++;
  let code = gap(r, indent);
  let last = begin + 1;
  while (code !== close) {
    let keyStart = -1;
    let keyEnd = -1;
    if (isMap) {
      keyStart = r.at;
      const name = flowKey(r, code);
      keyEnd = r.end;
      if (Object.hasOwn(map, name)) throw UNUSUAL;
      const value = flowValue(r, gap(r, indent), indent, depth);
      keys.push(name);
      setMember(map, name, value);
      if (name === '$ref') refers(r, value);
    } else {
      list.push(flowValue(r, code, indent, depth));
    }
    addMember(r, keyStart, keyEnd);
    if (r.end > last) last = r.end;
    code = gap(r, indent);
    if (code === close) break;
    if (code !== COMMA) throw UNUSUAL;
    r.at++;
    code = gap(r, indent);
    // A comma before the bracket is a mistake in JSON and a habit in YAML.
    if (code === close) throw UNUSUAL;
  }
  r.at++;
  r.start = begin;
  r.end = last;
  r.layout = layoutFrom(r, floor, isMap ? keys : undefined);
  return isMap ? map : list;
}

/** Skips white space between brackets and gives the character behind it. */
function gap(r: Reader, indent: number): number {
  for (;;) {
    const code = r.text.charCodeAt(r.at);
    if (code === SPACE) r.at++;
    else if (code === NEWLINE) {
      r.at++;
      const begin = r.at;
      skipSpaces(r);
      const depth = r.at - begin;
      if (r.text.charCodeAt(r.at) !== NEWLINE && depth <= indent) throw UNUSUAL;
    } else if (code === HASH || r.at >= r.length) throw UNUSUAL;
    else return code;
  }
}

function flowKey(r: Reader, code: number): string {
  if (code === DOUBLE || code === SINGLE) {
    const name = quoted(r, code);
    skipSpaces(r);
    if (r.text.charCodeAt(r.at) !== COLON) throw UNUSUAL;
    r.at++;
    return name;
  }
  if (INDICATORS.has(code)) throw UNUSUAL;
  const from = r.at;
  while (isFlowPlain(r.text.charCodeAt(r.at))) r.at++;
  r.end = r.at;
  const name = r.text.slice(from, r.end);
  if (name === '' || r.text.charCodeAt(r.at) !== COLON || r.text.charCodeAt(r.at + 1) !== SPACE || name === '<<')
    throw UNUSUAL;
  r.at++;
  return name;
}

function flowValue(r: Reader, code: number, indent: number, depth: number): unknown {
  if (code === DOUBLE || code === SINGLE) {
    const value = quoted(r, code);
    const after = r.text.charCodeAt(r.at);
    if (after === COLON) throw UNUSUAL;
    return value;
  }
  if (code === OPEN_LIST || code === OPEN_MAP) return flow(r, indent, depth + 1);
  if (INDICATORS.has(code) && code !== DASH) throw UNUSUAL;
  if (code === DASH && !isDigit(r.text.charCodeAt(r.at + 1))) throw UNUSUAL;
  const from = r.at;
  for (;;) {
    while (isFlowPlain(r.text.charCodeAt(r.at))) r.at++;
    if (r.text.charCodeAt(r.at) !== SPACE || !isFlowPlain(r.text.charCodeAt(r.at + 1))) break;
    r.at++;
  }
  place(r, from, r.at);
  if (r.text.charCodeAt(r.at) === COLON) throw UNUSUAL;
  // Behind it only the end of the item may come: a scalar over several lines is left to others.
  skipSpaces(r);
  const after = r.text.charCodeAt(r.at);
  if (after === NEWLINE) {
    let place = r.at;
    while (r.text.charCodeAt(place) === SPACE || r.text.charCodeAt(place) === NEWLINE) place++;
    const next = r.text.charCodeAt(place);
    if (next !== COMMA && next !== CLOSE_LIST && next !== CLOSE_MAP) throw UNUSUAL;
  } else if (after !== COMMA && after !== CLOSE_LIST && after !== CLOSE_MAP) throw UNUSUAL;
  return plainValue(r.text.slice(from, r.end));
}

/** Characters that scalars without quotes have between brackets here: no spaces, and nothing that could mean something. */
function isFlowPlain(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 45 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code === 43
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
