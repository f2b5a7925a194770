import { cleanLine } from './clean.ts';

/**
 * Text of a document for Markdown on one line, also inside a table: it is neither read as HTML, markup or a link, nor
 * does it mention people or issues. What stands between backticks is set as code.
 */
export function markdownText(text: string): string {
  const parts = cleanLine(text).split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? markdownCode(part) : plain(part))).join('');
}

/**
 * Text of a document as code in Markdown, also inside a table. A backtick could end the code, and a bar or a backslash
 * means something in tables even there: text with those is written as HTML, where it means nothing.
 */
export function markdownCode(text: string): string {
  const line = cleanLine(text);
  if (line === '') return '';
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, character => `&#${character.codePointAt(0)};`)}</code>`;
}

/** The joiner has no width: hosts take neither `@` nor `#` behind which it stands for a mention, nor an address for a link. */
const JOINER = '\u2060';

function plain(text: string): string {
  return text
    .replace(/[@#]/g, `$&${JOINER}`)
    .replace(/[\\*_[\]~$|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', '&#96;')
    .replaceAll('://', `:${JOINER}//`)
    .replace(/\b(www)\./gi, `$1${JOINER}.`);
}
