import { SOURCE_SYNTAX } from '../findings.ts';
import * as damage from './damage.ts';
import { entryOf, isBare } from './entry.ts';
import { contentOf, type Line, lineAt } from './page.ts';
import { tokensOf } from './tokens.ts';
import { type Block, type Failure, filled, type Mistake, type Work } from './work.ts';

/** What a person would say is wrong with a block that is going to be cut out. */
export function diagnose(work: Work, block: Block, failure: Failure | undefined): Mistake {
  const { page } = work;
  const [first = block.from] = filled(work, block);
  const line = page.lines[first] as Line;
  const at = failure?.position ?? line.content;
  const tab = tabIn(work, failure ? (page.lines[lineAt(page.lines, at)] as Line) : line) ?? tabIn(work, line);
  if (tab !== undefined) return { kind: damage.SOURCE_TAB, start: tab, end: tab + 1, params: {} };
  if (failure?.reason.startsWith('nesting')) {
    return { kind: damage.SOURCE_TOO_DEEP, start: at, end: at + 1, params: { limit: work.maxDepth } };
  }
  const content = contentOf(page, line);
  const entry = entryOf(content);
  const start = line.content + entry.value;
  const value = page.text.slice(start, (page.lines[block.to - 1] as Line).end);
  const found =
    inValue(work, value, start, failure) ??
    (entry.is === 'neither' ? inKey(content, line.content) : colonIn(content, entry.key, entry.value, line.content));
  const reason = value.startsWith('- ') && entry.is === 'member' ? 'a list begins on the line of its key' : undefined;
  const stray =
    entry.is === 'item' ? 'an item of a list stands among members' : 'a member stands among items of a list';
  return (
    found ?? { kind: SOURCE_SYNTAX, start: at, end: at + 1, params: { reason: reason ?? failure?.reason ?? stray } }
  );
}

function tabIn(work: Work, line: Line): number | undefined {
  const tab = work.page.text.slice(line.start, line.content).indexOf('\t');
  return tab < 0 ? undefined : line.start + tab;
}

/** Mistakes that a value has by the way it begins. */
function inValue(work: Work, value: string, start: number, failure: Failure | undefined): Mistake | undefined {
  const [first = ''] = value;
  if (first === '"' || first === "'") return inQuotes(value, first, start, failure);
  if (first === '{' || first === '[') {
    const broken = brokenQuote(work, start, start + value.length);
    if (broken) return broken;
    const end = closing(value);
    const params = { bracket: first };
    if (end < 0) return { kind: damage.SOURCE_BRACKET_UNCLOSED, start, end: start + 1, params };
    const rest = /^[^\S\r\n]*/.exec(value.slice(end)) as RegExpExecArray;
    const after = end + rest[0].length;
    if (isOver(value.slice(after))) return undefined;
    return { kind: damage.SOURCE_BRACKET_ENDS_EARLY, start: start + after, end: lineEnd(value, after) + start, params };
  }
  const nameless = failure?.reason.startsWith('name of an') ? '*&' : '';
  if (first !== '' && `@\`%,]}${nameless}`.includes(first)) {
    const character = first === '`' ? 'a backtick' : `\`${first}\``;
    return { kind: damage.SOURCE_CHARACTER_RESERVED, start, end: start + 1, params: { character } };
  }
  return undefined;
}

function inQuotes(value: string, quote: string, start: number, failure: Failure | undefined): Mistake | undefined {
  const form = quote === '"' ? /^"[^"\\]*(?:\\[\s\S][^"\\]*)*"/ : /^'[^']*(?:''[^']*)*'/;
  const closed = form.exec(value);
  if (!closed || failure?.reason.startsWith('deficient')) {
    const params = { quote: quote === '"' ? '`"`' : "`'`" };
    return { kind: damage.SOURCE_QUOTE_UNCLOSED, start, end: start + 1, params };
  }
  if (failure && /escape|hexadecimal/.test(failure.reason)) {
    const at = value.lastIndexOf('\\', failure.position - start);
    const params = { escape: value.slice(at, at + 2) };
    return { kind: damage.SOURCE_ESCAPE_UNKNOWN, start: start + at, end: start + at + 2, params };
  }
  const rest = /^[^\S\r\n]*/.exec(value.slice(closed[0].length)) as RegExpExecArray;
  const after = closed[0].length + rest[0].length;
  if (isOver(value.slice(after))) return undefined;
  return { kind: damage.SOURCE_QUOTE_ENDS_EARLY, start: start + after, end: start + lineEnd(value, after), params: {} };
}

/** A quoted text between brackets that does not end in its line. */
function brokenQuote(work: Work, start: number, end: number): Mistake | undefined {
  for (const token of tokensOf(work.page.text, start, end, false)) {
    if (token.is !== 'broken') continue;
    const quote = work.page.text[token.start] === '"' ? '`"`' : "`'`";
    return { kind: damage.SOURCE_QUOTE_UNCLOSED, start: token.start, end: token.start + 1, params: { quote } };
  }
  return undefined;
}

/** A line that is neither a member nor an item. */
function inKey(content: string, start: number): Mistake | undefined {
  const joined = /^([\w$.-]+):(?!\/\/)(?=\S)/.exec(content);
  if (joined) {
    const end = start + joined[0].length;
    return { kind: damage.SOURCE_COLON_BLANK, start: end - 1, end, params: { key: joined[1] as string } };
  }
  const text = content.length > 40 ? `${content.slice(0, 40).trim()}…` : content.trim();
  return { kind: damage.SOURCE_COLON_MISSING, start, end: start + content.length, params: { text } };
}

/** A colon in a sentence. */
function colonIn(content: string, key = '', value: number, start: number): Mistake | undefined {
  const colon = /\S:(\s|$)/.exec(content.slice(value));
  if (!colon) return undefined;
  const at = start + value + colon.index + 1;
  return { kind: damage.SOURCE_COLON_IN_TEXT, start: at, end: at + 1, params: { key } };
}

/** Length of a value in brackets; -1 when it is never closed. Quoted texts inside are stepped over. */
function closing(value: string): number {
  let depth = 0;
  for (const token of value.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|(?<=[\s{[,:])'[^']*(?:''[^']*)*'|[{}[\]]/g)) {
    if (token[0] === '{' || token[0] === '[') depth++;
    else if ((token[0] === '}' || token[0] === ']') && --depth === 0) return token.index + 1;
  }
  return -1;
}

function isOver(rest: string): boolean {
  return isBare(/^[^\r\n]*/.exec(rest)?.[0].trim() ?? '');
}

function lineEnd(value: string, from: number): number {
  return from + (/^[^\r\n]*/.exec(value.slice(from))?.[0].length ?? 0);
}
