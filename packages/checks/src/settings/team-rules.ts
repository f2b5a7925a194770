import type { at, keyOf } from '../context.ts';
import type { Rule, RuleDefinition } from '../rule.ts';

/** What a module of a team's own rules exports as its default. */
export type TeamRules = Made | ((tools: TeamRuleTools) => Made | Promise<Made>);

type Made = TeamRuleDefinition | readonly TeamRuleDefinition[];

/** What a rule of a team is declared by: as those of Portolan, but nobody is forced to give examples. */
export type TeamRuleDefinition = Omit<RuleDefinition, 'bad' | 'good'> & Partial<Pick<RuleDefinition, 'bad' | 'good'>>;

/** What a module of rules is given: the helpers that Portolan’s own rules are written with. */
export interface TeamRuleTools {
  /** Declares a rule. */
  readonly rule: (definition: TeamRuleDefinition) => Rule;
  /** The place of a member of a node: `at(channel, 'address')`. */
  readonly at: typeof at;
  /** The place of a node’s name. */
  readonly keyOf: typeof keyOf;
}
