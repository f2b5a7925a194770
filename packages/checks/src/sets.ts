import { faults } from './faults.ts';
import type { Rule, RuleSet } from './rule.ts';
import { rules } from './rules/index.gen.ts';

/** The sets there are, mildest first. */
export const RULE_SETS: readonly RuleSet[] = ['recommended', 'strict'];

/** The rules of a set. Throws CHECKS_SET_UNKNOWN for a name that is none. */
export function rulesOf(set: string): readonly Rule[] {
  const name = RULE_SETS.find(known => known === set);
  if (name === undefined) throw faults.SET_UNKNOWN({ set, sets: RULE_SETS.join(', ') });
  return rules.filter(rule => rule.sets.includes(name));
}
