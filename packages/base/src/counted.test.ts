import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test('one is one, and everything else is several', () => {
  expect([0, 1, 2].map(count => counted(count, 'change'))).toEqual(['0 changes', '1 change', '2 changes']);
});
