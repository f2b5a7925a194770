import { expect, test } from 'vitest';
import { files, textOf } from './files.ts';

const LIMIT = 400;

test('no file written by hand is over 400 lines', () => {
  const written = files('.ts', '.tsx', '.mjs', '.css').filter(path => !/\.gen\.\w+$/.test(path));
  const sizes = written.map(path => ({ path, lines: textOf(path).split('\n').length - 1 }));
  sizes.sort((a, b) => a.lines - b.lines);
  const p95 = sizes[Math.floor(sizes.length * 0.95)]?.lines;
  console.info(`${sizes.length} files; 95 in 100 have at most ${p95} lines; the longest has ${sizes.at(-1)?.lines}`);
  expect(sizes.filter(({ lines }) => lines > LIMIT)).toEqual([]);
});
