import { expect, test } from 'vitest';
import { clipped, fitted, MOST_BYTES } from './fitted.ts';

const section = { open: '<b>\n', rows: ['one', 'two', 'three'], close: '</b>\n' };

test('what fits is there as it is', () => {
  expect(fitted('head\n', [section])).toBe('head\n\n<b>\none\ntwo\nthree\n</b>\n');
});

test('sections lose rows from their ends, none is left open, and what is lost is counted', () => {
  expect(fitted('head\n', [section, section], 160)).toBe('head\n\n<b>\none\ntwo\nthree\n</b>\n\n… and 3 more.\n');
  expect(fitted('head\n', [section, section], 152)).toBe(
    'head\n\n<b>\none\ntwo\n\n… and 1 more.\n</b>\n\n… and 3 more.\n',
  );
});

test('bytes count, and not characters', () => {
  const rows = Array.from({ length: 5000 }, () => '名'.repeat(100));
  const text = fitted('', [{ ...section, rows }, section]);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MOST_BYTES);
});

test('a text is cut between characters', () => {
  expect(clipped('short', 5)).toBe('short');
  expect(clipped('😀😀😀😀', 3)).toBe('😀😀…');
});
