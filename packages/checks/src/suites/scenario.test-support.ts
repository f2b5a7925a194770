import { expect, test } from 'vitest';
import { rules } from '../index.ts';
import { inOneLine, judge } from './judge.test-support.ts';

/** One situation that another tool has a rule for, in a document of our own. */
export interface Scenario {
  /** Rule of the other tool. */
  readonly rule: string;
  readonly when: string;
  readonly document: string;
  /** What Portolan says of it; empty for a document that is right. */
  readonly codes: readonly string[];
  /** Why Portolan judges it otherwise than the other tool does. */
  readonly differs?: string;
}

export function scenario(
  rule: string,
  when: string,
  document: string,
  codes: readonly string[] = [],
  differs?: string,
): Scenario {
  return { rule, when, document, codes, ...(differs !== undefined && { differs }) };
}

/** A document of 2.6 or 3.1 with the least that it needs. */
export const v2 = (rest: string) => `asyncapi: 2.6.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;
export const v3 = (rest: string) => `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;

/**
 * Judges every scenario by all rules, those that are off included. Of the codes that any scenario of the same rule is
 * about, exactly the expected ones must be there.
 */
export function agree(scenarios: readonly Scenario[]): void {
  const about = new Map<string, Set<string>>();
  for (const { rule, codes } of scenarios) {
    about.set(rule, new Set([...(about.get(rule) ?? []), ...codes]));
  }
  test.each(scenarios.map(one => [one.rule, one.when, one] as const))('%s: %s', async (rule, _, one) => {
    const findings = await judge('asyncapi.yaml', one.document, () => undefined, rules);
    const mine = findings.filter(({ code }) => about.get(rule)?.has(code));
    expect([...new Set(mine.map(({ code }) => code))].sort(), findings.map(inOneLine).join('\n')).toEqual(
      [...one.codes].sort(),
    );
  });
  test('a rule that finds nothing in any scenario is argued', () => {
    const silent = [...about].filter(([, codes]) => codes.size === 0).map(([rule]) => rule);
    const argued = scenarios.filter(({ differs }) => differs !== undefined).map(({ rule }) => rule);
    expect(silent.filter(rule => !argued.includes(rule))).toEqual([]);
  });
}
