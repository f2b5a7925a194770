import { expect, test } from 'vitest';
import * as findings from './findings.ts';
import { checkExample } from './testing.ts';

test.each(Object.values(findings))('$code: the bad document has it, and nothing else', kind => {
  expect(checkExample(kind.bad).map(({ code }) => code)).toEqual([kind.code]);
});

test.each(Object.values(findings))('$code: the mended document has no finding', kind => {
  expect(checkExample(kind.good)).toEqual([]);
});

test.each(Object.values(findings))('$code: no placeholder is left in its message and help', kind => {
  const [finding] = checkExample(kind.bad);
  expect(`${finding?.message} ${finding?.help}`).not.toMatch(/\{[a-zA-Z]+\}|undefined/);
});
