import { expect, test } from 'vitest';
import { block, code, described, plain, table } from './text.ts';

test('words mean nothing but themselves', () => {
  expect(plain('a_b | <i> [x](y) *z*')).toBe('a\\_b \\| \\<i\\> \\[x\\](y) \\*z\\*');
});

test('code has as many marks as it needs, and never ends a cell', () => {
  expect([code('a`b'), code('a|b'), code('')]).toEqual(['`` a`b ``', '`a\\|b`', '` `']);
  expect(block('a\n```\nb')).toBe('````\na\n```\nb\n````');
});

test('a description keeps its Markdown and loses its HTML, its pictures and its headings', () => {
  expect(described('# Use\n<b>x</b> `<i>` ![p](https://example.com/p.png)\n```\n<kept>\n```')).toBe(
    '**Use**\n&lt;b>x&lt;/b> `<i>` [p](https://example.com/p.png)\n```\n<kept>\n```',
  );
});

test('code that is never closed does not take the rest of the page', () => {
  expect(described('```\nrest')).toBe('```\nrest\n```');
});

test('a table without rows is nothing', () => {
  expect(table(['a'], [])).toBe('');
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
