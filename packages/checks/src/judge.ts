import type { Finding, Severity } from '@portolan/base';
import type { Contract, ReadResult } from '@portolan/contract';
import { withRanges } from './ranges.ts';
import type { Rule } from './rule.ts';
import { rules as known } from './rules/index.gen.ts';
import { runRules } from './run.ts';
import { maskSecrets } from './secrets.ts';
import { settledBy } from './settings/directions.ts';
import { partedBy, type Suppressed } from './settings/excluding.ts';
import { type Exclude, NO_SETTINGS, type Settings, type SettledDirection } from './settings/model.ts';
import { chosenRules } from './settings/rules.ts';

/** What judging depends on beside the document. */
export interface JudgeOptions {
  readonly settings?: Settings;
  /** The team's own rules: assertions and those of plugins. */
  readonly team?: readonly Rule[];
  /** As `2027-01-31`: which excludes have ended, and what has passed. Without it, no exclude has ended. */
  readonly today?: string;
  /** Folder that relative locations are relative to, where the folders of excludes are absolute. */
  readonly root?: string;
}

/** What is to be said about a document. */
export interface Judgement {
  /** With ranges, in the order of the text. */
  readonly findings: readonly Finding[];
  /** Those that the team lives with. */
  readonly suppressed: readonly Suppressed[];
  /** The excludes that hid something. */
  readonly used: readonly Exclude[];
  /** The directions that settled something. */
  readonly settled: readonly SettledDirection[];
  /** The document as it was judged, with these directions. */
  readonly contract?: Contract;
}

/** Everything that reading and the rules say about a document, by the settings of its team. */
export async function judge(read: ReadResult, options: JudgeOptions = {}): Promise<Judgement> {
  const { settings = NO_SETTINGS, team = [], today = '', root = '' } = options;
  const { findings, locate } = read;
  const { contract, used: settled = [] } = read.contract ? settledBy(settings.directions, read.contract, root) : {};
  const rules = chosenRules(settings, known, team);
  const made = contract ? await runRules(contract, rules, settings.options, today || undefined) : [];
  const levelled = [...findings.map(masked), ...made].flatMap(finding => atLevel(finding, settings));
  const { kept, ...rest } = partedBy(settings.excludes, withRanges(levelled, locate), contract, { today, root });
  return { findings: kept, ...rest, settled, ...(contract && { contract }) };
}

/** Reading quotes what is written; what is shown, logged and kept must not hold the secrets in it. */
function masked(finding: Finding): Finding {
  const message = maskSecrets(finding.message);
  const help = maskSecrets(finding.help);
  return message === finding.message && help === finding.help ? finding : { ...finding, message, help };
}

/** The finding as bad as the settings take it; nothing when they switch it off. */
export function atLevel(finding: Finding, { severities }: Settings): Finding[] {
  const level: Severity | 'off' = severities[finding.code] ?? finding.severity;
  if (level === 'off') return [];
  return level === finding.severity ? [finding] : [{ ...finding, severity: level }];
}
