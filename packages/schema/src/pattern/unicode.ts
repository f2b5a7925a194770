/**
 * A regular expression in the words of ECMA-262 with Unicode, which counts a character as one whatever its code. Many
 * authors escape more than that allows (`\-`, `\@`) or put a hyphen beside a class (`[\w-.]`); those are written as what they
 * mean.
 *
 * @returns undefined when it is no regular expression, or none that can be rewritten
 */
export function withUnicode(source: string): string | undefined {
  if (compiles(source, 'u')) return source;
  if (!compiles(source, '')) return undefined;
  const rewritten = source.replace(/\\([\s\S])(-?)/g, rewrittenEscape).replace(/-(\\[dwsDWS])/g, '\\x2d$1');
  return compiles(rewritten, 'u') ? rewritten : undefined;
}

function compiles(source: string, flags: string): boolean {
  try {
    return Boolean(new RegExp(source, flags));
  } catch {
    return false;
  }
}

/** An escaped character and the hyphen after it, if any. */
function rewrittenEscape(written: string, character: string, hyphen: string): string {
  if (hyphen !== '' && /[dwsDWS]/.test(character)) return `\\${character}\\x2d`;
  if (/[\w\s^$\\.*+?()[\]{}|/]/.test(character)) return written;
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}${hyphen}`;
}
