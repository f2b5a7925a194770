import { markdownCode, markdownText } from '@portolan/checks/engine';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';

/** As hosts read comments: tables, HTML, and addresses as links. */
const markdown = new MarkdownIt({ html: true, linkify: true });
// Hosts link no names without a scheme, but those that begin with `www.`, which this reader does not know.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const PIECES = [
  ...['`', '``', '```', '|', '\\', '\\\\', '<', '>', '&', '&lt;', '<b>', '</td>', '<!--', '-->', '*', '**', '_', '~~'],
  ...[
    '[',
    ']',
    '](',
    '(x)',
    '!',
    '@all',
    '#1',
    'https://example.com',
    'www.example.com',
    '$',
    '{',
    '}',
    ':',
    ' ',
    '\n',
  ],
  ...['a', 'b', '名', '😀', '&#96;', '&#124;', '<code>', '</code>', '- ', '1. ', '---', '=', '\u001b[2J', '\u202e'],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join(''));

/** What a reader sees of one table row with a text in its first cell: whether it is two cells, and the text. */
function seen(cell: string): { cells: number; text: string; tags: string[] } {
  const tokens = markdown.parse(`| a | b |\n| --- | --- |\n| ${cell} | end |\n`, {});
  const cells = tokens.filter(({ type }) => type === 'td_open').length;
  const [first] = tokens.filter(({ type }) => type === 'inline').slice(2);
  const parts = first?.children ?? [];
  const shown = parts.filter(({ type }) => type === 'text' || type === 'code_inline' || type === 'text_special');
  const tags = parts.filter(part => !shown.includes(part)).map(({ type, content }) => content || type);
  return { cells, text: shown.map(({ content }) => content).join(''), tags };
}

/** What is left when neither marks of code nor what has no width counts. */
function bare(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu, '\ufffd').replace(/[\s`\u2060]+/g, '');
}

test('a text of a document is seen in a table as it is, and is nothing but text', () => {
  fc.assert(
    fc.property(hostile, text => {
      for (const written of [markdownText(text), markdownCode(text)]) {
        const { cells, text: shown, tags } = seen(written);
        expect(cells).toBe(2);
        expect(tags.filter(tag => tag !== '<code>' && tag !== '</code>')).toEqual([]);
        expect(bare(shown)).toBe(bare(text));
      }
    }),
    // Tried with 200,000 on 2026-11-21.
    { numRuns: Number(process.env.MARKDOWN_RUNS ?? 2_000) },
  );
});
