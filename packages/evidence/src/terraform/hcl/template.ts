import { type Cursor, demand, HclFlaw, lineEnd, skip, take } from './cursor.ts';
import { type Expression, UNKNOWN_EXPRESSION } from './model.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Reads what stands in a hole. */
export type ReadHole = (cursor: Cursor) => Expression;

/** Reads a text in quotes. */
export function quoted(cursor: Cursor, read: ReadHole): Expression {
  const start = cursor.at++;
  const parts = holes(cursor, true, cursor.text.length, read);
  if (!take(cursor, '"')) throw new HclFlaw('a text does not end', start);
  return simple(parts);
}

/** Reads `<<MARK` or `<<-MARK` up to the line with the mark. */
export function heredoc(cursor: Cursor, read: ReadHole): Expression {
  const { text } = cursor;
  const start = cursor.at;
  const opening = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t\r]*\n/uy;
  opening.lastIndex = start;
  const found = opening.exec(text);
  if (!found) throw new HclFlaw('a text does not begin as it should', start);
  const [whole, indented, mark] = found;
  const first = start + whole.length;
  let end = first;
  while (end < text.length && text.slice(end, lineEnd(text, end)).trim() !== mark) end = lineEnd(text, end) + 1;
  if (end >= text.length) throw new HclFlaw(`a text does not end with \`${mark}\``, start);
  cursor.at = first;
  const parts = holes(cursor, false, end, read);
  // An interpolation that runs over the end is none.
  if (cursor.at !== end) throw new HclFlaw('an interpolation does not end', first);
  cursor.at = lineEnd(text, end);
  const trimmed =
    indented === '-' ? parts.map(part => (typeof part === 'string' ? part.replace(/^[ \t]+/gm, '') : part)) : parts;
  return simple(trimmed);
}

/** A template whose text came from elsewhere, such as a JSON file. What is no template is unknown. */
export function templateOf(text: string, read: ReadHole): Expression {
  const cursor = { text, at: 0, depth: 0 };
  try {
    return simple(holes(cursor, false, text.length, read));
  } catch (flaw) {
    if (flaw instanceof HclFlaw) return UNKNOWN_EXPRESSION;
    throw flaw;
  }
}

/** Texts and what stands in the holes between them, up to the end or the closing quote. */
function holes(cursor: Cursor, inQuotes: boolean, end: number, read: ReadHole): (string | Expression)[] {
  const { text } = cursor;
  const parts: (string | Expression)[] = [];
  let plain = '';
  while (cursor.at < end) {
    const char = text[cursor.at] as string;
    const next = text[cursor.at + 1];
    if (inQuotes && char === '"') break;
    if (inQuotes && char === '\n') throw new HclFlaw('a text does not end', cursor.at);
    if (inQuotes && char === '\\') {
      plain += ESCAPES[next ?? ''] ?? next ?? '';
      cursor.at += 2;
    } else if ((char === '$' || char === '%') && text.startsWith(`${char}{`, cursor.at + 1)) {
      plain += `${char}{`;
      cursor.at += 3;
    } else if (char === '$' && next === '{') {
      if (plain !== '') parts.push(plain);
      plain = '';
      parts.push(hole(cursor, read));
    } else if (char === '%' && next === '{') {
      cursor.at = directiveEnd(text, cursor.at, end);
      parts.push(UNKNOWN_EXPRESSION);
    } else {
      plain += char;
      cursor.at++;
    }
  }
  if (plain !== '') parts.push(plain);
  return parts;
}

function hole(cursor: Cursor, read: ReadHole): Expression {
  cursor.at += 2;
  take(cursor, '~');
  const value = read(cursor);
  skip(cursor);
  take(cursor, '~');
  demand(cursor, '}');
  return value;
}

function directiveEnd(text: string, from: number, end: number): number {
  const close = text.indexOf('}', from);
  if (close < 0 || close >= end) throw new HclFlaw('a directive does not end', from);
  return close + 1;
}

function simple(parts: readonly (string | Expression)[]): Expression {
  if (parts.every(part => typeof part === 'string')) return { is: 'value', value: parts.join('') };
  return { is: 'template', parts };
}
