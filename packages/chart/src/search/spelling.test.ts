import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf, missing, mistakesAgainst, mistakesIn } from './spelling.ts';

test.each([
  ['payments', 'payments', 0],
  ['payment', 'payments', 0],
  ['paymnets', 'payments', 1],
  ['pyaments', 'payments', 1],
  ['paymants', 'payments', 1],
  ['ordr', 'order', 1],
  ['ordr', 'orderplaced', 1],
  ['refnud', 'refund', 1],
  ['submarine', 'payments', 3],
])('%s against %s: %i mistakes, three standing for more than two', (typed, known, mistakes) => {
  expect(mistakesAgainst(typed, known, 2)).toBe(mistakes);
});

test('the longer a word, the more mistakes are forgiven', () => {
  expect([3, 4, 7, 8].map(mistakesIn)).toEqual([0, 1, 1, 2]);
});

test('words are never set aside by their letters alone when they are alike enough', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'o'), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(word, word, (typed, known) => {
      const mistakes = mistakesAgainst(typed, known, 2);
      expect(missing(lettersOf(typed), lettersOf(known))).toBeLessThanOrEqual(mistakes > 2 ? 32 : mistakes);
    }),
  );
});
