import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, type SingleLevel, takes } from './level.ts';

const TEXTS = ['', 'a', 'b', 'ab', 'ba', 'aba', 'abab', 'cab'];
const text = fc.constantFrom(...TEXTS);

const level: fc.Arbitrary<SingleLevel> = fc.oneof(
  fc.constant({ is: 'one' as const }),
  text.map(each => ({ is: 'text' as const, text: each })),
  fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map(texts => ({ is: 'choice' as const, texts })),
  fc
    .tuple(
      fc.array(fc.constantFrom('', 'a', 'b', 'ab'), { minLength: 2, maxLength: 3 }),
      fc.constantFrom(0 as const, 1 as const),
    )
    .map(([pieces, least]) => ({ is: 'part' as const, pieces, least })),
);

test('a level takes in all of itself', () => {
  fc.assert(
    fc.property(level, own => {
      expect(takes(own, own)).toBe('all');
    }),
  );
});

test('whatever the one is: if a level takes in some of another, the other takes in some of it', () => {
  fc.assert(
    fc.property(level, level, (a, b) => {
      expect(takes(a, b) === 'none').toBe(takes(b, a) === 'none');
    }),
    { numRuns: 1000 },
  );
});

test('it takes in nothing only of what shares no text with it, and all only of what has no other', () => {
  fc.assert(
    fc.property(level, level, (wide, narrow) => {
      const [own, other] = [TEXTS.filter(each => holds(wide, each)), TEXTS.filter(each => holds(narrow, each))];
      const taken = takes(wide, narrow);
      if (taken === 'none') expect(other.filter(each => own.includes(each))).toEqual([]);
      if (taken === 'all') expect(other.filter(each => !own.includes(each))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** Whether pieces stand in a text, by a regular expression. */
function byExpression(pieces: readonly string[], least: number, each: string): boolean {
  return new RegExp(`^${pieces.join(`.{${least},}`)}$`).test(each);
}

test('open places in a level hold what a regular expression holds', () => {
  const pieces = fc.array(fc.constantFrom('', 'a', 'b', 'ab', 'ba'), { minLength: 2, maxLength: 4 });
  const word = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map(letters => letters.join(''));
  fc.assert(
    fc.property(pieces, fc.constantFrom(0 as const, 1 as const), word, (own, least, each) => {
      expect(holds({ is: 'part', pieces: own, least }, each)).toBe(byExpression(own, least, each));
    }),
    { numRuns: 1000 },
  );
});
