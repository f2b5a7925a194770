import { SOURCE_CONTROL_CHARACTER, SOURCE_TAB } from './damage.ts';
import { MAX_MISTAKES, type Mistake } from './work.ts';

/** What YAML allows in no place: control characters, half of a surrogate pair, two code points that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\p{Surrogate}\uFFFE\uFFFF]/u;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu');

/** Every line break that YAML knows, kept between the lines. */
const BREAKS = /(\r\n|\r|\n)/;

/** What is wrong wherever it stands, and the text without it: of the same length and lines. */
export interface Strayless {
  readonly text: string;
  readonly mistakes: readonly Mistake[];
}

/** Mends characters that no text may hold, and tabs that indent all of it alike. */
export function withoutStray(text: string): Strayless {
  const { text: plain, mistakes } = withoutForbidden(text);
  const indents = plain.match(/^[ \t]+(?=[^\s#])/gm) ?? [];
  const tab = indents.findIndex(indent => indent.includes('\t'));
  if (tab < 0 || indents.some(indent => indent.includes(' '))) return { text: plain, mistakes };
  const start = plain.search(/^\t+(?=[^\s#])/m);
  const first = { kind: SOURCE_TAB, start, end: start + (indents[0] as string).length, params: {} };
  return { text: plain.replace(/^\t+/gm, tabs => ' '.repeat(tabs.length)), mistakes: [...mistakes, first] };
}

/** Told once per line: a binary file has thousands. */
function withoutForbidden(text: string): Strayless {
  if (!FORBIDDEN.test(text)) return { text, mistakes: [] };
  const mistakes: Mistake[] = [];
  let offset = 0;
  const parts = text.split(BREAKS).map(part => {
    const found = FORBIDDEN.exec(part);
    const at = offset + (found?.index ?? 0);
    offset += part.length;
    if (!found) return part;
    const code = (found[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    const params = { character: `U+${code}` };
    if (mistakes.length < MAX_MISTAKES) {
      mistakes.push({ kind: SOURCE_CONTROL_CHARACTER, start: at, end: at + 1, params });
    }
    // Before the first word it would look like indentation: the line moves up instead.
    const filler = part.slice(0, found.index).trim() === '' ? '' : ' ';
    return part.replace(ALL_FORBIDDEN, filler).padEnd(part.length);
  });
  return { text: parts.join(''), mistakes };
}
