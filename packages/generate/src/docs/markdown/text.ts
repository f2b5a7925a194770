import { textOf } from '../parts/code-block.ts';

/** Words in a line of Markdown that mean nothing but themselves. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, mark => `\\${mark}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Words as code in a line, also in a table: as many marks around it as it needs. */
export function code(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return '` `';
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([marks]) => marks.length));
  const mark = '`'.repeat(longest + 1);
  const inner = longest > 0 || words.startsWith('`') ? ` ${words} ` : words;
  // A bar would end the cell of a table, in code too.
  return `${mark}${inner.replaceAll('|', '\\|')}${mark}`;
}

/** A value or a text as a block of code. */
export function block(value: unknown, language = ''): string {
  const text = textOf(value);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language || (/^\s*[[{]/.test(text) ? 'json' : '')}\n${text}\n${mark}`;
}

/**
 * A description, which is Markdown already: without HTML, without pictures that would be fetched, and with its headings as
 * strong lines, because the page has headings of its own.
 */
export function described(text: string | undefined): string {
  if (text === undefined) return '';
  let fence: string | undefined;
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  const written = lines.map(line => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return line;
    }
    return mark === undefined ? lineOf(line) : line;
  });
  // What is never closed would take the rest of the page.
  return [...written, ...(fence === undefined ? [] : [fence])].join('\n');
}

function lineOf(line: string): string {
  const parts = line.split(/(`+[^`]*`+)/);
  const safe = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/<(?!https?:)/g, '&lt;').replaceAll('![', '['),
  );
  return safe.join('').replace(/^ {0,3}#{1,6}\s+(.+?)\s*#*$/, '**$1**');
}

/** A table of GitHub's Markdown; empty when it has no rows. Cells are Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Parts of a page, an empty line between them; empty ones are left out. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter(part => part !== undefined && part !== '').join('\n\n')}\n`;
}
