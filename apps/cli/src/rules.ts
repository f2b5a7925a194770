/** The types that a team's own rules are written with: `import type { TeamRules } from 'portolan/rules'`. */
export type { Context, Rule, TeamRuleDefinition, TeamRules, TeamRuleTools, Visitors } from '@portolan/checks';
