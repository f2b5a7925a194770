import { expect, test } from 'vitest';
import { clean, cleanLine } from './clean.ts';

test('what could move the cursor or turn the text round becomes visible; tabs and line breaks stay', () => {
  expect(clean('\u001b[31mred\u202e\u0007\u009b\r')).toBe('\ufffd[31mred\ufffd\ufffd\ufffd\ufffd');
  expect(clean('a\tb\nc – é 名')).toBe('a\tb\nc – é 名');
});

test('a line is a line', () => {
  expect(cleanLine(' a\n\n  b\u001b ')).toBe('a b\ufffd');
});
