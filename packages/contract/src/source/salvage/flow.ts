import { SOURCE_SYNTAX } from '../findings.ts';
import * as damage from './damage.ts';
import { blank, overwrite } from './page.ts';
import { type Token, tokensOf } from './tokens.ts';
import { mistake, spend, type Work } from './work.ts';

/** A stretch of text between brackets: JSON, or YAML in its flow style. */
export interface Flow {
  /** Offset of the first bracket. */
  readonly start: number;
  readonly end: number;
  /** Offset of the key that it stands under; -1 for the root. */
  readonly owner: number;
  /** What only YAML allows is a mistake too. */
  readonly json: boolean;
}

type Expected = 'key' | 'colon' | 'value' | 'comma';

/** A bracket that is open. */
interface Frame {
  readonly bracket: '{' | '[';
  readonly at: number;
  /** Offset of the key or item that it is the value of. */
  readonly owner: number;
  expects: Expected;
  /** The member or item that is being read: where it begins, and its key. */
  member: number;
  key: string | undefined;
  /** Offset of the last comma, while nothing came after it. */
  comma: number;
  /** The member was left out; its comma goes with it. */
  dropped: boolean;
}

/**
 * Mends a text between brackets in one pass: comments, commas and brackets that are missing or too many are put right,
 * members that make no sense are left out. What is beyond that stays as it is, for the caller to judge.
 */
export function mendFlow(work: Work, flow: Flow): void {
  const { page } = work;
  const stack: Frame[] = [];
  let last = flow.start;
  let done = false;
  let over = false;

  for (const token of tokensOf(page.text, flow.start, flow.end, flow.json)) {
    if (work.budget < 0) return;
    if (stack.length > work.maxDepth) {
      mistake(work, damage.SOURCE_TOO_DEEP, token.start, token.end, { limit: work.maxDepth });
      return;
    }
    if (token.is === 'comment') comment(token);
    else if (done) after(token);
    else take(token);
    if (token.is !== 'comment') last = token.end;
  }
  closeAll();

  function comment(token: Token): void {
    if (!flow.json) return;
    mistake(work, damage.SOURCE_COMMENT_IN_JSON, token.start, token.end);
    blank(page, token.start, token.end);
  }

  /** Behind the last bracket there is nothing in JSON; in a block of YAML the caller knows better. */
  function after(token: Token): void {
    if (flow.owner !== -1 || over) return;
    over = true;
    syntax(token, `\`${page.text.slice(token.start, Math.min(token.end, token.start + 20))}\` follows after the end`);
    blank(page, token.start, flow.end);
  }

  function take(token: Token): void {
    const top = stack.at(-1);
    if (token.is === 'open') open(token, top);
    else if (!top) syntax(token, 'there is no bracket around it');
    else if (token.is === 'close') close(token, top);
    else if (token.is === 'comma') comma(token, top);
    else if (token.is === 'colon') colon(token, top);
    else scalar(token, top);
  }

  function open(token: Token, top: Frame | undefined): void {
    if (top) {
      if (top.expects === 'comma') addComma(token, top);
      if (top.expects === 'colon' || top.expects === 'key') {
        // A key that is itself an object: YAML knows that, nobody writes it.
        if (flow.json) syntax(token, 'a key is text, not a bracket');
        top.member = token.start;
      } else if (top.bracket === '[') begin(top, token.start);
      top.expects = 'comma';
    }
    const bracket = page.text[token.start] as '{' | '[';
    const owner = top ? top.member : flow.owner;
    const expects = bracket === '{' ? 'key' : 'value';
    stack.push({ bracket, at: token.start, owner, expects, member: -1, key: undefined, comma: -1, dropped: false });
  }

  function close(token: Token, top: Frame): void {
    const bracket = page.text[token.start] === '}' ? '{' : '[';
    if (top.bracket !== bracket) closeInner(token, top, bracket);
    const closing = stack.pop() as Frame;
    settle(closing, token.start);
    done = stack.length === 0;
  }

  /** A bracket closes another one than the innermost: the inner one was forgotten, or mistyped. */
  function closeInner(token: Token, top: Frame, bracket: string): void {
    unclosed(top);
    const missing = top.bracket === '{' ? '}' : ']';
    const outer = stack.at(-2);
    const room = token.start > last && /\s/.test(page.text[token.start - 1] as string);
    const more = stack.length === 2 && page.text.slice(token.end, flow.end).trim() !== '';
    if (outer?.bracket === bracket && room && !more) {
      settle(top, token.start - 1);
      overwrite(page, token.start - 1, missing);
      stack.pop();
    } else overwrite(page, token.start, missing);
  }

  function comma(token: Token, top: Frame): void {
    if (top.dropped) {
      blank(page, token.start, token.end);
      top.dropped = false;
      top.expects = top.bracket === '{' ? 'key' : 'value';
      return;
    }
    const empty = top.expects === 'key' || (top.bracket === '[' && top.expects === 'value');
    if (empty) {
      mistake(work, damage.SOURCE_COMMA_EXTRA, token.start, token.end);
      blank(page, token.start, token.end);
      return;
    }
    if (flow.json && top.expects !== 'comma') valueless(top, token.start);
    top.expects = top.bracket === '{' ? 'key' : 'value';
    if (top.dropped) blank(page, token.start, token.end);
    else top.comma = token.start;
    top.dropped = false;
  }

  function colon(token: Token, top: Frame): void {
    if (top.expects === 'colon') top.expects = 'value';
    else if (flow.json) {
      syntax(token, 'this colon follows no key');
      blank(page, token.start, token.end);
    }
  }

  function scalar(token: Token, top: Frame): void {
    if (top.expects === 'comma' && !top.dropped) addComma(token, top);
    if (token.is === 'broken') {
      const quote = page.text[token.start] === '"' ? '`"`' : "`'`";
      mistake(work, damage.SOURCE_QUOTE_UNCLOSED, token.start, token.start + 1, { quote });
      const named = top.bracket === '{' && top.expects === 'value';
      if (!named) begin(top, token.start);
      drop(top, token.end, named ? top.key : undefined);
    } else if (top.expects === 'key') {
      begin(top, token.start);
      top.key = keyIn(token);
      top.expects = 'colon';
    } else if (top.expects === 'colon') {
      if (!flow.json) return;
      mistake(work, damage.SOURCE_COLON_MISSING, last - 1, last, { text: top.key ?? '' });
      drop(top, token.end, top.key);
    } else if (top.dropped) {
      blank(page, token.start, token.end);
    } else {
      if (top.bracket === '[') begin(top, token.start);
      top.expects = 'comma';
    }
  }

  /** Puts the comma into the room before a value; without room the value cannot be kept. */
  function addComma(token: Token, top: Frame): void {
    if (!flow.json || top.dropped) {
      top.expects = top.bracket === '{' ? 'key' : 'value';
      return;
    }
    mistake(work, damage.SOURCE_COMMA_MISSING, token.start, token.start + 1);
    if (last < token.start) overwriteRoom(last);
    top.expects = top.bracket === '{' ? 'key' : 'value';
  }

  function overwriteRoom(at: number): void {
    page.text = `${page.text.slice(0, at)},${page.text.slice(at + 1)}`;
  }

  function begin(top: Frame, at: number): void {
    top.member = at;
    top.key = undefined;
    top.comma = -1;
    top.dropped = false;
  }

  /** Leaves out the member that is being read, up to an offset. */
  function drop(top: Frame, to: number, key: string | undefined): void {
    blank(page, top.member, to);
    work.losses.push({ owner: top.owner, ...(key !== undefined && { key }) });
    spend(work);
    top.dropped = true;
    top.expects = 'comma';
  }

  function valueless(top: Frame, at: number): void {
    const start = Math.max(top.member, 0);
    const reason = `\`${top.key ?? ''}\` has no ${top.expects === 'colon' ? 'colon and no value' : 'value'}`;
    mistake(work, SOURCE_SYNTAX, start, last, { reason });
    drop(top, at, top.key);
  }

  /** The end of what a bracket holds. */
  function settle(top: Frame, at: number): void {
    if (flow.json && top.bracket === '{' && (top.expects === 'colon' || top.expects === 'value')) valueless(top, at);
    if (flow.json && top.comma >= 0 && !top.dropped) {
      mistake(work, damage.SOURCE_COMMA_EXTRA, top.comma, top.comma + 1);
      blank(page, top.comma, top.comma + 1);
    }
  }

  /** The text ends before its brackets do. */
  function closeAll(): void {
    if (stack.length === 0) return;
    const inner = stack.at(-1) as Frame;
    unclosed(inner);
    if (flow.end !== page.text.length) return;
    // A word that the end of the text cuts through may have been any other one.
    if (last === page.text.length && inner.expects === 'comma' && !inner.dropped && /[\w.-]$/.test(page.text)) {
      drop(inner, page.text.length, inner.key);
    }
    let closers = '';
    for (const frame of stack.reverse()) {
      if (frame.bracket === '{' && (frame.expects === 'colon' || frame.expects === 'value') && frame.member >= 0) {
        drop(frame, page.text.length, frame.key);
      } else if (frame === inner) work.losses.push({ owner: frame.owner });
      if (frame !== inner) work.losses.push({ owner: frame.owner });
      closers += frame.bracket === '{' ? '}' : ']';
    }
    page.text += closers;
  }

  function unclosed(frame: Frame): void {
    mistake(work, damage.SOURCE_BRACKET_UNCLOSED, frame.at, frame.at + 1, { bracket: frame.bracket });
  }

  function syntax(token: Token, reason: string): void {
    mistake(work, SOURCE_SYNTAX, token.start, token.end, { reason });
  }

  function keyIn(token: Token): string {
    const text = page.text.slice(token.start, token.end);
    return token.is === 'quoted' ? text.slice(1, -1) : text;
  }
}
