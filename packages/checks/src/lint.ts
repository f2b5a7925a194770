import type { Finding } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import type { Rule } from './rule.ts';
import { runRules } from './run.ts';
import { rulesOf } from './sets.ts';

/** What the recommended rules, or the given ones, say about a Contract. See `runRules`. */
export function lint(contract: Contract, rules: readonly Rule[] = rulesOf('recommended')): Promise<Finding[]> {
  return runRules(contract, rules);
}
