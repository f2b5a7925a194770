import type { Range } from '@portolan/base';

/** A longer value names nothing. */
const LONGEST = 10_000;

/** One line of a `.properties` file, with the lines that continue it. */
export interface Property {
  readonly key: string;
  readonly value: string;
  readonly range: Range;
}

/** Reads a `.properties` file as Java does. Every text is one; lines that say nothing are left out. */
export function propertiesIn(text: string): Property[] {
  const lines = text.split(/\r\n|\n|\r/);
  const found: Property[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = at;
    let whole = (lines[at] as string).trimStart();
    if (whole === '' || /^[#!]/.test(whole)) continue;
    while (whole.length < LONGEST && /(^|[^\\])(\\\\)*\\$/.test(whole.slice(-100)) && at + 1 < lines.length) {
      whole = whole.slice(0, -1) + (lines[++at] as string).trimStart();
    }
    const end = keyEnd(whole);
    const key = unescaped(whole.slice(0, end));
    const value = unescaped(whole.slice(end).replace(/^\s*[=:]?\s*/, ''));
    const range = {
      start: { line: first + 1, column: 1 },
      end: { line: at + 1, column: (lines[at] as string).length + 1 },
    };
    if (key !== '') found.push({ key, value: value.trimEnd(), range });
  }
  return found;
}

/** Where a key ends: at the first separator that is not escaped. */
function keyEnd(line: string): number {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (/[=:\s]/.test(line[at] as string)) return at;
  }
  return line.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, plain: string) =>
    code !== undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[plain] ?? plain),
  );
}
