import { expect, test } from 'vitest';
import { markdownCode, markdownText } from './markdown-text.ts';

test('sentences stay readable, and what stands between backticks is code', () => {
  expect(markdownText('The channel `orders` is gone, with 2 operations.')).toBe(
    'The channel `orders` is gone, with 2 operations.',
  );
  expect(markdownText('one line\n  and\tanother')).toBe('one line and another');
});

test.each([
  '<img src=x onerror=alert(1)>',
  '```<img src=x>`',
  '``<img src=x>``',
  '\\`<img src=x>\\`',
  '`a`<img src=x>`b`',
  '`<img src=x>',
  '`a|b` | c',
  'a\\| b `c\\| d`',
  '[click](https://example.com)',
  '![x](https://example.com/x.png)',
  'https://example.com www.example.com',
  '@everyone @org/team #1 owner/name#2',
  '</details></td>',
  '\u001b[2Jx\u202e',
])('%j cannot inject markup, break a table, link or mention', text => {
  // What a reader of Markdown takes out of it: code spans are text, and so are escapes and entities.
  const spans = /(?<!\\)`[^`]+`|<code>[^<]*<\/code>/g;
  for (const written of [markdownText(text), markdownCode(text)]) {
    const rest = written.replace(spans, '');
    expect(rest).not.toMatch(/[<>`]/);
    expect(written).not.toMatch(/(?<!\\)(\\\\)*\||\p{Cc}|\p{Bidi_Control}/u);
    expect(rest).not.toMatch(/(?<!\\)\]|@\w|(?<!&)#\d|:\/\/|www\./);
    for (const [span] of written.matchAll(/`[^`]*`/g)) expect(span.length).toBeGreaterThan(2);
  }
});

test('code that a table could tear apart is written as HTML', () => {
  expect(markdownCode('a|b`c\\')).toBe('<code>a&#124;b&#96;c&#92;</code>');
  expect(markdownCode('{"a": "<b>"}')).toBe('`{"a": "<b>"}`');
  expect(markdownCode('')).toBe('');
});
