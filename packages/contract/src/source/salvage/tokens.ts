/** A piece of a text between brackets. `broken` is a quoted text that never ends. */
export interface Token {
  readonly is: 'open' | 'close' | 'comma' | 'colon' | 'quoted' | 'plain' | 'broken' | 'comment';
  readonly start: number;
  readonly end: number;
}

const MARKS: Readonly<Record<string, Token['is']>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
};

/** Cuts a stretch of text into its pieces. In JSON a quoted text ends with its line at the latest. */
export function* tokensOf(text: string, start: number, end: number, json: boolean): Generator<Token> {
  for (let at = start; at < end; ) {
    const token = tokenAt(text, at, end, json);
    if (token) yield token;
    at = token ? token.end : at + 1;
  }
}

function tokenAt(text: string, start: number, limit: number, json: boolean): Token | undefined {
  const first = text[start] as string;
  if (/[\s\uFEFF]/.test(first)) return undefined;
  const mark = MARKS[first];
  if (mark) return { is: mark, start, end: start + 1 };
  if (first === '#') return { is: 'comment', start, end: lineEnd(text, start, limit) };
  if (json && first === '/') return commentAt(text, start, limit);
  if (first === '"' || first === "'") return quotedAt(text, start, limit, json);
  if (first === ':') return { is: 'colon', start, end: start + 1 };
  return { is: 'plain', start, end: plainEnd(text, start, limit, json) };
}

function commentAt(text: string, start: number, limit: number): Token {
  if (text[start + 1] !== '*') return { is: 'comment', start, end: lineEnd(text, start, limit) };
  const close = text.indexOf('*/', start + 2);
  return { is: 'comment', start, end: close < 0 ? limit : Math.min(close + 2, limit) };
}

function quotedAt(text: string, start: number, limit: number, json: boolean): Token {
  const quote = text[start] as string;
  for (let at = start + 1; at < limit; at++) {
    const character = text[at];
    if (character === '\\' && quote === '"') at++;
    else if (character === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (character === quote) return { is: 'quoted', start, end: at + 1 };
    else if (json && (character === '\n' || character === '\r')) return brokenAt(text, start, at);
  }
  return brokenAt(text, start, limit);
}

/** The comma at the end of the line was hardly meant to be part of the text. */
function brokenAt(text: string, start: number, lineEnds: number): Token {
  const line = text.slice(start, lineEnds).trimEnd();
  const end = start + (line.endsWith(',') ? line.length - 1 : line.length);
  return { is: 'broken', start, end: Math.max(end, start + 1) };
}

function plainEnd(text: string, start: number, limit: number, json: boolean): number {
  let at = start + 1;
  for (; at < limit; at++) {
    const character = text[at] as string;
    if (/[\s,[\]{}"]/.test(character)) break;
    if (character === ':' && (json || /[\s,[\]{}]/.test(text[at + 1] ?? ' '))) break;
  }
  return at;
}

function lineEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return limit;
}
