import { longestText } from './risk.ts';

/** Says whether a text matches; undefined when finding out could take too long. */
export type Matcher = (text: string) => boolean | undefined;

const known = new Map<string, Matcher | string>();

/**
 * A matcher of a regular expression of ECMA-262, with Unicode where the author's escapes allow it. The answer is a sentence
 * when it is no regular expression.
 */
export function matcherOf(source: string): Matcher | string {
  const remembered = known.get(source);
  if (remembered !== undefined) return remembered;
  if (known.size > 1_000) known.clear();
  const expression = compiled(source);
  const matcher = typeof expression === 'string' ? expression : bounded(expression, longestText(source));
  known.set(source, matcher);
  return matcher;
}

function bounded(expression: RegExp, limit: number): Matcher {
  return text => (text.length > limit ? undefined : expression.test(text));
}

function compiled(source: string): RegExp | string {
  try {
    return new RegExp(source, 'u');
  } catch {
    try {
      return new RegExp(source);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
