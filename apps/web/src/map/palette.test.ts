import { expect, test } from 'vitest';
import { groupColours, OTHER } from './palette.ts';

test('groups are coloured in the order of their names, whatever the order of the nodes', () => {
  expect([...groupColours(['b', 'a', 'b'])]).toEqual([
    ['a', '--group-1'],
    ['b', '--group-2'],
    ['', OTHER],
  ]);
});

test('with more groups than colours, the smallest ones go without', () => {
  const groups = Array.from({ length: 9 }, (_, n) => `g${n}`);
  const colours = groupColours([...groups, ...groups.slice(1)]);
  expect(colours.get('g0')).toBe(OTHER);
  expect(colours.get('g1')).toBe('--group-1');
  expect(colours.get('g8')).toBe('--group-8');
});

test('what belongs to no group has the colour of the others', () => {
  expect(groupColours(['']).get('')).toBe(OTHER);
});
