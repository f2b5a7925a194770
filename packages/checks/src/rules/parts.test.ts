import { findingKinds } from '@portolan/contract';
import { expect, test } from 'vitest';
import { RULE_SETS } from '../rule-sets.ts';
import { rules } from './index.gen.ts';

test.each(rules.map(rule => [rule.code, rule] as const))('%s has all parts', (code, rule) => {
  expect(code).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)+$/);
  for (const part of ['says', 'why', 'help'] as const) {
    expect(rule[part].length, part).toBeGreaterThan(15);
    expect(rule[part], part).toMatch(/[.?]\S*$/);
  }
  expect(rule.bad).not.toEqual(rule.good);
  expect(RULE_SETS).toEqual(expect.arrayContaining([...rule.sets]));
  if (rule.sets.length > 0) expect(rule.sets, 'strict holds every rule that is in a set').toContain('strict');
  else expect(rule.why, 'a rule that is off says so').toContain('this rule is off until a team names it'.slice(5));
});

test('an error has a source outside this house, or it is about a secret', () => {
  expect(rules.filter(rule => rule.severity === 'error' && !rule.source).map(({ code }) => code)).toEqual([]);
});

test('no two kinds of finding have the same code, the reader’s among them', () => {
  const codes = [...rules, ...findingKinds].map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
