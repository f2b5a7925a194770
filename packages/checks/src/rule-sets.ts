import type { RuleSet } from './rule.ts';

/** The sets there are, mildest first. */
export const RULE_SETS: readonly RuleSet[] = ['recommended', 'strict'];
