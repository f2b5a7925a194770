import { SOURCE_CONTROL_CHARACTER, SOURCE_TAB } from './damage.ts';
import { type Line, overwrite } from './page.ts';
import { mistake, type Work } from './work.ts';

/** What YAML allows in no place: control characters, half of a surrogate pair, two code points that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\p{Surrogate}\uFFFE\uFFFF]/u;

/** Mends what is wrong wherever it stands: characters that no text may hold, and tabs that indent all of it alike. */
export function mendStray(work: Work): void {
  const { page } = work;
  if (FORBIDDEN.test(page.text)) {
    for (const line of page.lines) mendCharacters(work, line);
  }
  const indents = page.lines.filter(line => !line.empty).map(line => page.text.slice(line.start, line.content));
  const tabbed = indents.filter(indent => indent.includes('\t'));
  if (tabbed.length === 0 || indents.some(indent => indent.includes(' '))) return;
  const first = page.lines.find(line => page.text[line.start] === '\t') as Line;
  mistake(work, SOURCE_TAB, first.start, first.content);
  page.text = page.text.replace(/^\t+/gm, tabs => ' '.repeat(tabs.length));
}

/** Told once per line: a binary file has thousands. */
function mendCharacters(work: Work, line: Line): void {
  const text = work.page.text.slice(line.start, line.end);
  const found = FORBIDDEN.exec(text);
  if (!found) return;
  const at = line.start + found.index;
  const code = (found[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  mistake(work, SOURCE_CONTROL_CHARACTER, at, at + 1, { character: `U+${code}` });
  // Before the first word it would look like indentation: the line moves up instead.
  const rest = [...text].filter(character => !FORBIDDEN.test(character)).join('');
  const mended = found.index <= line.content - line.start ? rest : text.replace(new RegExp(FORBIDDEN, 'gu'), ' ');
  overwrite(work.page, line.start, mended.padEnd(text.length));
}
