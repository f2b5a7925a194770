import { expect, test } from 'vitest';
import { gist, inline, prose } from './prose.ts';

test('descriptions are CommonMark, with tables', () => {
  expect(prose('Set `a` to **one**:\n\n- first\n- second').html).toBe(
    '<div class="prose"><p>Set <code>a</code> to <strong>one</strong>:</p>\n<ul>\n<li>first</li>\n<li>second</li>\n</ul></div>',
  );
  expect(prose('| a | b |\n| - | - |\n| 1 | 2 |').html).toContain('<td>2</td>');
});

test('cells of a table are aligned by classes, because a page allows no styles in itself', () => {
  const { html } = prose('| a | b |\n| - | -: |\n| 1 | 2 |');
  expect(html).toContain('<td class="prose-right">2</td>');
  expect(html).toContain('<td>1</td>');
  expect(html).not.toContain('style=');
});

test('HTML in a description stays text', () => {
  expect(prose('<img src=x onerror=alert(1)>').html).toBe(
    '<div class="prose"><p>&lt;img src=x onerror=alert(1)&gt;</p></div>',
  );
  expect(prose('```\n</code><script>x</script>\n```').html).not.toContain('<script>');
});

test('an address that would run code is no link, and a picture is a link instead of a request', () => {
  expect(prose('[click](javascript:alert(1))').html).not.toContain('href');
  expect(prose('[click](data:text/html,x)').html).not.toContain('href');
  expect(inline('![a chart](https://example.com/c.png)').html).toBe(
    '<a class="link" href="https://example.com/c.png" rel="noreferrer">a chart</a>',
  );
});

test('whole addresses are links, names with dots are not', () => {
  expect(inline('See https://example.com/a, not orders.created').html).toBe(
    'See <a href="https://example.com/a" class="link" rel="noreferrer">https://example.com/a</a>, not orders.created',
  );
});

test('headings of a description are no headings of the page', () => {
  expect(prose('# Use\n\nIt.').html).not.toContain('<h1');
});

test('the gist is the first paragraph without marks, cut at a word', () => {
  expect(gist('An **order** was [placed](https://example.com).\n\nMore.')).toBe('An order was placed.');
  expect(gist('one two three four', 12)).toBe('one two…');
});
