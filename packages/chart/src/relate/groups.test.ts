import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGroups } from './groups.ts';

test('what was never joined is only itself', () => {
  expect(createGroups().of('a')).toBe('a');
});

test('the first name stands for all that are the same, over any number of steps', () => {
  const groups = createGroups();
  groups.join('d', 'c');
  groups.join('b', 'a');
  groups.join('c', 'b');
  expect(['a', 'b', 'c', 'd', 'e'].map(groups.of)).toEqual(['a', 'a', 'a', 'a', 'e']);
});

test('the order of joining makes no difference', () => {
  const pair = fc.tuple(fc.nat(12).map(String), fc.nat(12).map(String));
  fc.assert(
    fc.property(fc.array(pair), fc.infiniteStream(fc.nat()), (pairs, order) => {
      const shuffled = pairs.map(each => ({ each, at: order.next().value as number })).sort((a, b) => a.at - b.at);
      const [straight, mixed] = [createGroups(), createGroups()];
      for (const [a, b] of pairs) straight.join(a, b);
      for (const { each } of shuffled) mixed.join(each[1], each[0]);
      for (const name of pairs.flat()) expect(mixed.of(name)).toBe(straight.of(name));
    }),
  );
});
