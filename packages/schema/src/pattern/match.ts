import { longestText, SHORT } from './risk.ts';
import { withUnicode } from './unicode.ts';

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
  const matcher = typeof expression === 'string' ? expression : bounded(expression, source);
  known.set(source, matcher);
  return matcher;
}

/** How long a text may be is only worked out when one is long enough for that to matter. */
function bounded(expression: RegExp, source: string): Matcher {
  let limit: number | undefined;
  return text => {
    if (text.length > SHORT) {
      limit ??= longestText(source);
      if (text.length > limit) return undefined;
    }
    return expression.test(text);
  };
}

function compiled(source: string): RegExp | string {
  const inUnicode = withUnicode(source);
  if (inUnicode !== undefined) return new RegExp(inUnicode, 'u');
  try {
    return new RegExp(source);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
