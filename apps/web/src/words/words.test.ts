import { expect, test } from 'vitest';
import { count, listed } from './count.ts';
import { ago, daysAgo } from './when.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test.each([
  ['2026-03-01T11:59:40Z', 'just now'],
  ['2026-03-01T11:59:00Z', '1 minute ago'],
  ['2026-03-01T09:00:00Z', '3 hours ago'],
  ['2026-02-28T12:00:00Z', 'yesterday'],
  ['2025-12-24T12:00:00Z', '24 Dec 2025'],
  ['2026-03-01T12:00:09Z', 'just now'],
])('%s is %s at noon of 1 March', (at, words) => {
  expect(ago(at, NOW)).toBe(words);
});

test('a span of days begins at a day', () => {
  expect(daysAgo(7, NOW)).toBe('2026-02-22');
});

test('what is no time is shown as it came', () => {
  expect(ago('soon', NOW)).toBe('soon');
});

test('counted things agree with their number', () => {
  expect([count(1, 'channel'), count(1200, 'channel'), count(0, 'entry', 'entries')]).toEqual([
    '1 channel',
    '1,200 channels',
    '0 entries',
  ]);
});

test('lists read as sentences do', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});
