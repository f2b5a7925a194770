import { expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { imports } from './imports.ts';

test('no file imports itself through others, types included', () => {
  expect(cycles(imports())).toEqual([]);
});

test('a circle is found and named', () => {
  const pairs = ['a>b', 'b>c', 'c>b', 'c>d'].map(pair => ({ from: pair.charAt(0), to: pair.charAt(2) }));
  expect(cycles(pairs)).toEqual(['b → c → b']);
});
