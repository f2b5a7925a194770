/**
 * Whether a text fits a pattern of names: `*` is anything but a slash, `**` anything at all, `?` one character but a
 * slash, `{a,b}` one of several. Everything else is itself. Files, JSON pointers and names are all matched by it.
 */
export function fits(text: string, pattern: string): boolean {
  return expressionOf(pattern).test(text);
}

/** The same for a pattern that also covers everything below what it names: `specs/old` covers `specs/old/a.yaml`. */
export function covers(pattern: string, path: string): boolean {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  return trimmed === '' || trimmed === '.' || fits(path, trimmed) || fits(path, `${trimmed}/**`);
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    expression = new RegExp(`^${translated(pattern)}$`, 's');
    expressions.set(pattern, expression);
  }
  return expression;
}

function translated(pattern: string): string {
  return pattern.replace(/\*\*\/|\*+|\?|\{[^{}]*\}|[\\^$.|+()[\]{}]/g, mark => {
    if (mark === '**/') return '(?:.*/)?';
    if (mark === '*') return '[^/]*';
    if (mark === '?') return '[^/]';
    if (mark.startsWith('*')) return '.*';
    if (mark.length > 2 && mark.startsWith('{')) {
      return `(?:${mark.slice(1, -1).split(',').map(translated).join('|')})`;
    }
    return `\\${mark}`;
  });
}
