export { changelogOf, changelogsOf } from './changelog/changelog.ts';
export type {
  Release,
  Section,
  SectionName,
  ServiceChangelog,
  ServicePast,
  ServiceState,
} from './changelog/model.ts';
export { SECTIONS } from './changelog/model.ts';
export { type Retirement, retirementOf } from './deprecation/retirement.ts';
export { diff } from './diff.ts';
export { type DocumentSide, documentChanges } from './documents.ts';
export type { ChangeKind, ChangeRule } from './kind.ts';
export { changeRules } from './kinds/index.ts';
export {
  type Change,
  type ChangeVerdict,
  type Concerned,
  graver,
  type Judged,
  type Pair,
  type Subject,
  VERDICTS,
} from './model.ts';
export { type VersionDue, versionDue } from './version.ts';
