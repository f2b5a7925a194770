import { expect, test } from 'vitest';
import { untilIn } from './ask.ts';

const NOW = Date.UTC(2026, 10, 21, 10, 0, 0);

test.each([
  ['seconds', { 'retry-after': '30' }, 30],
  ['a date', { 'retry-after': 'Sat, 21 Nov 2026 10:02:00 GMT' }, 120],
  ['the end of the period, as GitHub says it', { 'x-ratelimit-reset': String(NOW / 1_000 + 600) }, 600],
  ['the end of the period, as GitLab says it', { 'ratelimit-reset': String(NOW / 1_000 + 60) }, 60],
  ['a moment that has passed', { 'x-ratelimit-reset': String(NOW / 1_000 - 600) }, 0],
  ['nothing, or nothing that makes sense', { 'retry-after': 'soon' }, 60],
])('a forge that was asked too often says when to come back: %s', (_, headers, seconds) => {
  expect((untilIn(headers, NOW) - NOW) / 1_000).toBe(seconds);
});
