export { CHECK_SHAPE, checkJsonSchema } from './check/json-schema.ts';
export { type CheckReport, failsAtAll } from './check/model.ts';
export { printCheckJson } from './check/print-json.ts';
export { type Verdict, verdictOf } from './check/verdict.ts';
export { compareReads, paired, type Read, type ReadPair, unresolvedOf } from './compare-reads.ts';
export { consumerLines, decisionLines } from './consumers-in-words.ts';
export { CHANGES_SHAPE, changesJsonSchema, consumer } from './json-schema.ts';
export type { ComparedDocument, ComparedSide, Consumer, PlacedChange, Settlement, Spot } from './model.ts';
export { namesOf, placeOf, placesOf } from './places.ts';
export { printJson } from './print-json.ts';
export {
  type DiffReport,
  type DiffSummary,
  reportOf,
  summaryInWords,
  verdictInWords,
  versionInWords,
} from './report.ts';
export { type Deciding, type Settled, settle } from './settle.ts';
