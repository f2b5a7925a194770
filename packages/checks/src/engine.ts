/** Everything but the list of rules, which is generated: what the generator itself can rely on. */
export { faults } from './faults.ts';
export { FORMATS, print } from './print/index.ts';
export { jsonSchema } from './print/json-schema.ts';
export type { PrintOptions } from './print/printer.ts';
export { withRanges } from './ranges.ts';
export { type Report, type ReportedDocument, reportOf, type Summary } from './report.ts';
export { type Rule, type RuleSet, rule, type Visitors } from './rule.ts';
export { runRules } from './run.ts';
export { CRITERIA } from './score/criteria.ts';
export type { Criterion, Missing } from './score/criterion.ts';
export { type Score, type ScoredCriterion, score } from './score/score.ts';
export { maskSecrets } from './secrets.ts';
