/** Everything but the list of rules, which is generated: what the generator itself can rely on. */
export { rulesOfAssertions } from './assertions/rule-of.ts';
export { at, type Context, keyOf, type Lookups, type Placed } from './context.ts';
export { faults } from './faults.ts';
export { clipped, fitted, MOST_BYTES, type Section } from './print/fitted.ts';
export { FORMATS } from './print/formats.ts';
export { print } from './print/index.ts';
export { jsonSchema } from './print/json-schema.ts';
export { FINDINGS_HEAD, findingRows } from './print/markdown.ts';
export { markdownCode, markdownText } from './print/markdown-text.ts';
export type { PrintOptions } from './print/printer.ts';
export { withRanges } from './ranges.ts';
export {
  countsInWords,
  type Replacement,
  type Report,
  type ReportedDocument,
  reportOf,
  type Summary,
} from './report.ts';
export { type OptionSchema, type Rule, type RuleDefinition, type RuleSet, rule, type Visitors } from './rule.ts';
export { optionsOf, type RuleOptions, runRules } from './run.ts';
export { CRITERIA } from './score/criteria.ts';
export type { Criterion, Missing } from './score/criterion.ts';
export { printScores, printScoresJson, type ScoredDocument, type ScorePrintOptions } from './score/print-score.ts';
export { type Score, type ScoredCriterion, score } from './score/score.ts';
export { scoresJsonSchema } from './score/scores-json-schema.ts';
export { maskSecrets, withoutSecrets } from './secrets.ts';
export { type Settled, settledBy, unusedDirections } from './settings/directions.ts';
export { expiredAmong, type Suppressed, unusedAmong } from './settings/excluding.ts';
export * as settingsKinds from './settings/findings.ts';
export { settingsFindingKinds } from './settings/findings.ts';
export { fits } from './settings/globs.ts';
export { SETTINGS_FILE, settingsJsonSchema } from './settings/json-schema.ts';
export { merged } from './settings/merged.ts';
export {
  type Exclude,
  type Level,
  NO_SETTINGS,
  type Plugin,
  type Settings,
  type SettledDirection,
  type SettledMapping,
  type SignOff,
  type Waiver,
} from './settings/model.ts';
export { type Proof, proofOf } from './settings/prove.ts';
export { readSettings, type SettingsFile } from './settings/read-settings.ts';
export { chosenRules, distinctRules, misnamed, type TeamRule } from './settings/rules.ts';
export type { TeamRuleDefinition, TeamRules, TeamRuleTools } from './settings/team-rules.ts';
export { type Decidable, expiredWaivers, signOffOf, unusedDecisions, waiverOf } from './settings/waiving.ts';
