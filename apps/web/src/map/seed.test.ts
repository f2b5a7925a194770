import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, startPlaces } from './seed.ts';

test('places depend on keys and groups alone, not on their order or on chance', () => {
  const one = startPlaces(
    new Map([
      ['service:a', 'x'],
      ['channel:b', 'y'],
    ]),
  );
  const two = startPlaces(
    new Map([
      ['channel:b', 'y'],
      ['service:a', 'x'],
    ]),
  );
  expect(one.get('service:a')).toEqual(two.get('service:a'));
  expect(one.get('channel:b')).toEqual(two.get('channel:b'));
});

test('members of a group start nearer to each other than to another group', () => {
  const places = startPlaces(
    new Map([
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'y'],
    ]),
  );
  const distance = (from: string, to: string) => {
    const [p, q] = [places.get(from), places.get(to)];
    return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : Number.NaN;
  };
  expect(distance('a', 'b')).toBeLessThan(distance('a', 'c'));
});

test('fractions are from 0 to 1, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const value = fraction(text);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }),
  );
});
