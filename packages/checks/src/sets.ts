import { faults } from './faults.ts';
import type { Rule } from './rule.ts';
import { RULE_SETS } from './rule-sets.ts';
import { rules } from './rules/index.gen.ts';

/** The rules of a set. Throws CHECKS_SET_UNKNOWN for a name that is none. */
export function rulesOf(set: string): readonly Rule[] {
  const name = RULE_SETS.find(known => known === set);
  if (name === undefined) throw faults.SET_UNKNOWN({ set, sets: RULE_SETS.join(', ') });
  return rules.filter(rule => rule.sets.includes(name));
}
