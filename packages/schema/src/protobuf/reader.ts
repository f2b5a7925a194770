import type { Mistake, ProtoOption } from './model.ts';
import { type Spot, type Token, tokensOf } from './tokens.ts';

/** Walks over the words of a text, and gathers what is wrong with them. */
export interface Reader {
  readonly text: string;
  readonly mistakes: Mistake[];
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes a word when it comes next. */
  skip(word: string): boolean;
  /** Takes a word that has to come next. */
  expect(word: string, after: string): Token;
  name(what: string): Token;
  /** Runs one statement; when it cannot be read, that is a mistake, and reading goes on behind it. */
  statement(read: () => void): void;
}

/** A statement that cannot be read. Caught by the statement around it, never seen outside. */
class Unreadable extends Error {}

/** Mistakes of one text that are told. */
const MOST_MISTAKES = 100;

export function createReader(text: string): Reader {
  const tokens = tokensOf(text);
  const last = tokens.length - 1;
  const mistakes: Mistake[] = [];
  let at = 0;
  const peek = (ahead = 0) => tokens[Math.min(at + ahead, last)] as Token;
  return { text, mistakes, peek, next, skip, expect, name, statement };

  function next(): Token {
    const token = peek();
    if (at < last) at++;
    return token;
  }

  function skip(word: string): boolean {
    const token = peek();
    if (token.kind === 'string' || token.text !== word) return false;
    next();
    return true;
  }

  function expect(word: string, after: string): Token {
    const token = peek();
    if (token.kind !== 'string' && token.text === word) return next();
    throw stop(token, `\`${word}\` is missing ${after}, before ${shown(token)}`, `Add \`${word}\`.`);
  }

  function name(what: string): Token {
    const token = peek();
    if (token.kind === 'name') return next();
    throw stop(
      token,
      `the name of ${what} is missing, and ${shown(token)} stands there`,
      `Write a name of letters, digits and \`_\`.`,
    );
  }

  function statement(read: () => void): void {
    const from = at;
    try {
      read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      recover(from);
    }
  }

  /** Goes behind the `;` or the block that ends the statement, but never out of the block that it stands in. */
  function recover(from: number): void {
    let depth = 0;
    for (; at < last; at++) {
      const { kind, text: word } = peek();
      if (kind !== 'symbol') continue;
      if (word === '}' && depth === 0) break;
      if (word === '{') depth++;
      else if (word === '}' && --depth === 0) {
        at++;
        break;
      } else if (word === ';' && depth === 0) {
        at++;
        break;
      }
    }
    if (at === from) next();
  }

  function stop(spot: Spot, message: string, help: string): Unreadable {
    complain(mistakes, spot, message, help);
    return new Unreadable();
  }
}

export function complain(mistakes: Mistake[], { start, end }: Spot, message: string, help: string): void {
  if (mistakes.length < MOST_MISTAKES) mistakes.push({ spot: { start, end }, message, help });
}

/** A word as people read it in a sentence. */
export function shown(token: Token): string {
  if (token.kind === 'end') return token.text;
  const text = token.kind === 'string' ? JSON.stringify(token.text) : token.text;
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

/** The name of a type with its dots: `.shop.Order`. */
export function typeName(reader: Reader, what: string): Spot & { readonly text: string } {
  const { start } = reader.peek();
  let text = reader.skip('.') ? '.' : '';
  let token = reader.name(what);
  text += token.text;
  while (reader.peek().text === '.' && reader.peek().kind === 'symbol') {
    reader.next();
    token = reader.name(what);
    text += `.${token.text}`;
  }
  return { text, start, end: token.end };
}

/** `option a.b = c;` behind its first word. */
export function optionStatement(reader: Reader): ProtoOption {
  const option = oneOption(reader);
  reader.expect(';', 'after the option');
  return option;
}

/** `[a = b, (c).d = e]` where it stands. */
export function inlineOptions(reader: Reader): ProtoOption[] {
  const options: ProtoOption[] = [];
  if (!reader.skip('[')) return options;
  do options.push(oneOption(reader));
  while (reader.skip(','));
  reader.expect(']', 'after the options');
  return options;
}

function oneOption(reader: Reader): ProtoOption {
  const { start } = reader.peek();
  let name = '';
  while (reader.peek().kind !== 'end' && reader.peek().text !== '=' && !/^[;{}\]]$/.test(reader.peek().text))
    name += reader.next().text;
  const { end } = reader.expect('=', 'in the option');
  const spot = { start, end };
  if (reader.peek().text === '{') return { name, kind: 'aggregate', value: block(reader), spot };
  const sign = reader.skip('-') ? '-' : '';
  const token = reader.next();
  let value = token.text;
  while (token.kind === 'string' && reader.peek().kind === 'string') value += reader.next().text;
  const kind = token.kind === 'string' || token.kind === 'number' ? token.kind : 'name';
  return { name, kind, value: sign + value, spot: { start, end: token.end } };
}

/** Passes over a block in braces, whatever is in it, and gives its text. */
export function block(reader: Reader): string {
  const open = reader.expect('{', 'at the beginning of the block');
  let depth = 1;
  for (;;) {
    const token = reader.peek();
    if (token.kind === 'end') reader.expect('}', 'at the end of the block');
    reader.next();
    if (token.kind !== 'symbol') continue;
    if (token.text === '{') depth++;
    else if (token.text === '}' && --depth === 0) return reader.text.slice(open.end, token.start);
  }
}
