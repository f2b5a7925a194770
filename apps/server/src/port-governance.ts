import type { Severity } from '@portolan/base';
import type { ChangeVerdict } from '@portolan/changes';
import type { DecisionView, ReviewVerdict } from './port-reviews.ts';

/** GET /api/v1/governance?days= — what changed and what was decided, week by week. */
export interface Governance {
  /** The first day that counts: `2026-01-31`. */
  readonly since: string;
  readonly days: number;
  /** The oldest first. */
  readonly weeks: readonly GovernedWeek[];
  /** Codes of changes that broke somebody or could not be checked, the most frequent first, at most twenty. */
  readonly codes: readonly GovernedCode[];
  /** Whose documents changed, those first that broke the most, at most twenty. */
  readonly teams: readonly GovernedTeam[];
  /** Of the documents as they are now, by code, the most frequent first, at most twenty. */
  readonly findings: readonly { readonly code: string; readonly severity: Severity; readonly count: number }[];
  readonly waivers: readonly GovernedWaiver[];
  /** Sign-offs that were given here in that time, newest first, at most fifty. */
  readonly signOffs: readonly DecisionView[];
  /** Why not everything was looked at, in sentences. */
  readonly cuts: readonly string[];
}

/** One week, from its Monday in UTC. */
export interface GovernedWeek {
  readonly start: string;
  /** Revisions by the gravest of their changes; those that change nothing that a document says are left out. */
  readonly revisions: Readonly<Record<ChangeVerdict, number>>;
  /** Checks of pipelines by their verdict. */
  readonly checks: Readonly<Record<ReviewVerdict['kind'], number>>;
}

export interface GovernedCode {
  readonly code: string;
  readonly breaking: number;
  readonly notChecked: number;
  /** In how many documents. */
  readonly documents: number;
}

export interface GovernedTeam {
  /** Absent for what nobody owns. */
  readonly team?: string;
  readonly name?: string;
  readonly revisions: number;
  readonly breaking: number;
}

/** A waiver with what has become of it. */
export interface GovernedWaiver {
  /** `here`: given in the portal. `repository`: it stands in a `portolan.yaml`. */
  readonly from: 'here' | 'repository';
  /** Of the repository: one of the documents that its settings govern. */
  readonly document: string;
  readonly changes: readonly string[];
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
  /** `expiring`: within a fortnight. */
  readonly state: 'open' | 'expiring' | 'expired' | 'taken-back';
}
