/** One word of Protobuf text. Offsets count UTF-16 code units from the beginning of the text. */
export interface Token extends Spot {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end' | 'strange';
  /** As written; of a string what it stands for. */
  readonly text: string;
  /** The comment right before it, or behind it on its line. */
  readonly leading?: string;
  trailing?: string;
}

/** A stretch of the text. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

const SPACE = /[\s\uFEFF]+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /0[xX][\da-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fF]?/y;
const STRING = /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?/y;
const SYMBOL = /[{}[\]()<>=;,.:/+-]/y;

/** Splits a text into its words; the last is always an `end`. What belongs to no word is `strange`, character by character. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let comments: { text: string; start: number; end: number }[] = [];
  while (at < text.length) {
    const skipped = match(SPACE, text, at);
    if (skipped) at += skipped.length;
    else {
      const comment = match(COMMENT, text, at);
      if (comment) {
        const end = at + comment.length;
        if (isOpen(comment)) push({ kind: 'strange', text: '/*', start: at, end });
        else comments.push({ text: comment, start: at, end });
        at = end;
      } else {
        push(wordAt(text, at));
      }
    }
  }
  push({ kind: 'end', text: 'the end of the text', start: text.length, end: text.length });
  return tokens;

  function push(token: Token): void {
    const last = tokens.at(-1);
    const behind = comments[0];
    if (last && behind && sameLine(text, last.end, behind.start) && !sameLine(text, behind.end, token.start)) {
      last.trailing = plain(behind.text);
      comments = comments.slice(1);
    }
    let next = token.start;
    const near: string[] = [];
    for (const comment of comments.reverse()) {
      if (/\n[ \t\r]*\n/.test(text.slice(comment.end, next))) break;
      near.push(plain(comment.text));
      next = comment.start;
    }
    comments = [];
    const leading = near.reverse().join('\n').trim();
    tokens.push(leading ? { ...token, leading } : token);
    at = token.end;
  }
}

function wordAt(text: string, start: number): Token {
  for (const [kind, pattern] of KINDS) {
    const found = match(pattern, text, start);
    if (found === undefined) continue;
    const end = start + found.length;
    if (kind !== 'string') return { kind, text: found, start, end };
    const closed = found.length > 1 && found.at(-1) === found[0];
    return closed
      ? { kind, text: unescaped(found.slice(1, -1)), start, end }
      : { kind: 'strange', text: found, start, end };
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return { kind: 'strange', text: character, start, end: start + character.length };
}

const KINDS = [
  ['name', NAME],
  ['number', NUMBER],
  ['string', STRING],
  ['symbol', SYMBOL],
] as const;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** True for a comment that goes on to the end of the text because nothing closes it. */
function isOpen(comment: string): boolean {
  return comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'));
}

function sameLine(text: string, from: number, to: number): boolean {
  const newline = text.indexOf('\n', from);
  return newline < 0 || newline >= to;
}

function plain(comment: string): string {
  if (comment.startsWith('//')) return comment.replace(/^\/+ ?/, '').trimEnd();
  const lines = comment
    .replace(/^\/\*+/, '')
    .replace(/\*+\/$/, '')
    .split('\n');
  return lines
    .map(line => line.replace(/^\s*\* ?/, '').trim())
    .join('\n')
    .trim();
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gs, (_, character: string) => character) : text;
}
