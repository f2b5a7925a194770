import { type Cursor, demand, HclFlaw, nested, skip, take, takeName } from './cursor.ts';
import { type Expression, UNKNOWN_EXPRESSION } from './model.ts';
import { heredoc, quoted, templateOf } from './template.ts';

/** The template in a text that came from elsewhere, such as a JSON file. What is no template is unknown. */
export function templateIn(text: string): Expression {
  return templateOf(text, inHole);
}

function inHole(cursor: Cursor): Expression {
  return expression(cursor, true);
}

const OPERATOR = /(?:==|!=|<=|>=|&&|\|\||[+\-*/%<>?])/y;

/**
 * Reads one expression.
 *
 * @param lines whether ends of lines count as blanks, as they do between brackets
 */
export function expression(cursor: Cursor, lines: boolean): Expression {
  return nested(cursor, () => {
    const first = term(cursor, lines);
    skip(cursor, lines);
    OPERATOR.lastIndex = cursor.at;
    const operator = OPERATOR.exec(cursor.text)?.[0];
    if (operator === undefined) return first;
    cursor.at += operator.length;
    // The value is Terraform's to work out, but where it ends has to be known.
    skip(cursor);
    expression(cursor, lines);
    if (operator === '?') {
      skip(cursor);
      demand(cursor, ':');
      skip(cursor);
      expression(cursor, lines);
    }
    return UNKNOWN_EXPRESSION;
  });
}

function term(cursor: Cursor, lines: boolean): Expression {
  skip(cursor, lines);
  const { text } = cursor;
  const char = text[cursor.at];
  if (char === '"') return followed(cursor, quoted(cursor, inHole), lines);
  if (text.startsWith('<<', cursor.at)) return heredoc(cursor, inHole);
  if (char === '[') return followed(cursor, list(cursor), lines);
  if (char === '{') return followed(cursor, map(cursor), lines);
  if (char === '(') {
    cursor.at++;
    const inner = expression(cursor, true);
    skip(cursor);
    demand(cursor, ')');
    return followed(cursor, inner, lines);
  }
  if (char === '-' || char === '!') {
    cursor.at++;
    nested(cursor, () => term(cursor, lines));
    return UNKNOWN_EXPRESSION;
  }
  return number(cursor) ?? named(cursor, lines);
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function number(cursor: Cursor): Expression | undefined {
  NUMBER.lastIndex = cursor.at;
  const digits = NUMBER.exec(cursor.text)?.[0];
  if (digits === undefined) return undefined;
  cursor.at += digits.length;
  return { is: 'value', value: Number(digits) };
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function named(cursor: Cursor, lines: boolean): Expression {
  const start = cursor.at;
  const name = takeName(cursor);
  if (name === undefined) throw new HclFlaw('a value is missing', start);
  if (Object.hasOwn(WORDS, name)) return { is: 'value', value: WORDS[name] as boolean | null };
  // Functions of providers have names with `::`.
  while (take(cursor, '::')) takeName(cursor);
  if (take(cursor, '(')) return followed(cursor, { is: 'call', name, args: args(cursor) }, lines);
  return followed(cursor, { is: 'way', steps: [name] }, lines);
}

function args(cursor: Cursor): Expression[] {
  const found: Expression[] = [];
  for (;;) {
    skip(cursor);
    if (take(cursor, ')')) return found;
    found.push(expression(cursor, true));
    skip(cursor);
    take(cursor, '...');
    skip(cursor);
    if (!take(cursor, ',')) {
      demand(cursor, ')');
      return found;
    }
  }
}

/** Takes what follows a term: `.name`, `[index]`, splats. */
function followed(cursor: Cursor, head: Expression, lines: boolean): Expression {
  const steps: (string | Expression)[] = head.is === 'way' ? [...head.steps] : [];
  let known = head.is === 'way';
  let grew = false;
  for (;;) {
    const before = cursor.at;
    if (lines) skip(cursor);
    if (cursor.text[cursor.at] === '.' && cursor.text[cursor.at + 1] !== '.') {
      cursor.at++;
      const digits = /\d+/y;
      digits.lastIndex = cursor.at;
      const step = takeName(cursor) ?? digits.exec(cursor.text)?.[0] ?? (take(cursor, '*') ? '*' : undefined);
      if (step === undefined) throw new HclFlaw('a name is missing', cursor.at);
      if (/^\d/.test(step)) cursor.at += step.length;
      if (step === '*') known = false;
      steps.push(step);
    } else if (cursor.text[cursor.at] === '[') {
      cursor.at++;
      skip(cursor);
      if (take(cursor, '*')) known = false;
      else steps.push(expression(cursor, true));
      skip(cursor);
      demand(cursor, ']');
    } else {
      cursor.at = before;
      break;
    }
    grew = true;
  }
  if (!grew) return head;
  return known ? { is: 'way', steps } : UNKNOWN_EXPRESSION;
}

function list(cursor: Cursor): Expression {
  cursor.at++;
  skip(cursor);
  if (isFor(cursor)) return forExpression(cursor, ']');
  const items: Expression[] = [];
  for (;;) {
    skip(cursor);
    if (take(cursor, ']')) return { is: 'list', items };
    items.push(expression(cursor, true));
    skip(cursor);
    if (!take(cursor, ',')) {
      demand(cursor, ']');
      return { is: 'list', items };
    }
  }
}

function map(cursor: Cursor): Expression {
  cursor.at++;
  skip(cursor);
  if (isFor(cursor)) return forExpression(cursor, '}');
  const entries: (readonly [Expression, Expression])[] = [];
  for (;;) {
    skip(cursor);
    if (take(cursor, '}')) return { is: 'map', entries };
    const key = expression(cursor, false);
    skip(cursor);
    if (!take(cursor, '=')) demand(cursor, ':');
    skip(cursor);
    const value = expression(cursor, false);
    // A bare name is a key, not a reference.
    const [only, ...more] = key.is === 'way' ? key.steps : [];
    const bare = typeof only === 'string' && more.length === 0;
    entries.push([bare ? { is: 'value', value: only } : key, value]);
    skip(cursor);
    take(cursor, ',');
  }
}

function isFor(cursor: Cursor): boolean {
  return /^for\s/.test(cursor.text.slice(cursor.at, cursor.at + 4));
}

function forExpression(cursor: Cursor, close: ']' | '}'): Expression {
  cursor.at += 3;
  const names: string[] = [];
  do {
    skip(cursor);
    const name = takeName(cursor);
    if (name === undefined) throw new HclFlaw('a name is missing', cursor.at);
    names.push(name);
    skip(cursor);
  } while (take(cursor, ','));
  demand(cursor, 'in');
  const of = expression(cursor, true);
  skip(cursor);
  demand(cursor, ':');
  const first = expression(cursor, true);
  skip(cursor);
  const second = take(cursor, '=>') ? expression(cursor, true) : undefined;
  skip(cursor);
  // Several values under one key are a list of them, which is nothing that anything is named by.
  let known = !take(cursor, '...');
  skip(cursor);
  if (/^if\b/.test(cursor.text.slice(cursor.at, cursor.at + 3))) {
    cursor.at += 2;
    expression(cursor, true);
    skip(cursor);
    known = false;
  }
  demand(cursor, close);
  if (!known) return UNKNOWN_EXPRESSION;
  return second ? { is: 'for', names, of, key: first, value: second } : { is: 'for', names, of, value: first };
}
