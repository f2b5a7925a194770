import { expect, test } from 'vitest';
import { levelAt } from './level.ts';

test('a large map is seen as domains first, then services, then what is sent', () => {
  expect([1.2, 1, 0.5, 0.2, 0.05].map(ratio => levelAt(ratio, 4000, 100))).toEqual([
    'domains',
    'domains',
    'services',
    'services',
    'messages',
  ]);
});

test('a small map, and one without groups, starts with its services', () => {
  expect(levelAt(1, 40, 5)).toBe('services');
  expect(levelAt(1, 4000, 1)).toBe('services');
  expect(levelAt(0.3, 40, 5)).toBe('messages');
});
