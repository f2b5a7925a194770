import { expect, test } from 'vitest';
import { print } from './index.ts';
import { findingAt, report, reportWith } from './test-support.ts';

test('is a workflow command per finding, and a line for the log', () => {
  expect(print('github', report)).toBe(
    `::warning file=orders.yaml,line=2,col=1,endLine=2,title=INFO_VERSION::There is no \`<version>\`.%0AMend it.
::error file=orders.yaml,line=6,col=14,endLine=6,title=CHANNEL_ADDRESS_QUERY::The address holds a query.%0AMend it.
2 documents: 1 error, 1 warning
`,
  );
});

test('has a command of its own for what is merely said', () => {
  expect(print('github', reportWith([findingAt('A_B', 'info', 'Look.', 1, [1, 2])]))).toMatch(/^::notice file=/);
});

test('escapes what would end a value or a command, and lets no document start one', () => {
  const evil = findingAt('A_B', 'error', '50 %0A::error::owned\r\n::add-mask::x', 1, [1, 2]);
  const odd = { ...evil, origin: { source: 'a,b: 100%.yaml', pointer: '' } };
  const [command, ...rest] = print('github', reportWith([odd])).split('\n');
  expect(command).toBe(
    '::error file=a%2Cb%3A 100%25.yaml,line=1,col=1,endLine=1,title=A_B::50 %250A::error::owned\ufffd ::add-mask::x%0AMend it.',
  );
  expect(rest).toEqual(['1 document: 1 error', '']);
});

test.each([
  ['of several lines has no column, which would be refused', { line: 5, column: 4 }, 'line=3,endLine=5,title'],
  ['that ends before a line does not reach it', { line: 5, column: 1 }, 'line=3,endLine=4,title'],
  ['that ends before the next line is on one line', { line: 4, column: 1 }, 'line=3,col=2,endLine=3,title'],
])('a stretch %s', (_, end, shown) => {
  const finding = { ...findingAt('A_B', 'error', 'Wrong.', 3, [2, 3]), range: { start: { line: 3, column: 2 }, end } };
  expect(print('github', reportWith([finding]))).toContain(`orders.yaml,${shown}=A_B`);
});

test('a finding without a range is about its file', () => {
  const { range: _, ...finding } = findingAt('A_B', 'error', 'Wrong.', 1, [1, 2]);
  expect(print('github', reportWith([finding]))).toContain('::error file=orders.yaml,title=A_B::Wrong.');
});
