import type { CheckRecord, CheckSelection, DecisionRecord } from '@portolan/stores/port';
import type { Principal } from '../access/model.ts';

/** A check of changes that a pipeline sends. */
export interface NewCheck {
  /** Name of the source, as pushing names it. */
  readonly source: string;
  /** The revision that was checked and the one that it was compared with, as version control names them. */
  readonly revision: string;
  readonly base: string;
  /** What it was checked for: `#42 Add carriers`. */
  readonly title?: string;
  /** Address of the run or of the pull request. */
  readonly link?: string;
  /** The gravest thing that it found. */
  readonly verdict: string;
  /** As `portolan check --format json` prints it. */
  readonly report: string;
}

/** A check that was kept, with its report. */
export type KeptCheck = CheckRecord & { readonly report: string };

/** Changes that something is decided about. */
export interface OfChanges {
  /** `<source>/<path>` of the document that changes. */
  readonly document: string;
  /** Ids of the changes, as `packages/changes` gives them. */
  readonly changes: readonly string[];
  readonly reason: string;
}

export interface NewWaiver extends OfChanges {
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: string;
}

export interface NewSignOff extends OfChanges {
  /** The service that is ready, and the team that owns it, by their ids in the chart. */
  readonly service: string;
  readonly team?: string;
}

/** What is kept of reviews: checks that pipelines sent, and what people decided. */
export interface Reviews {
  /** Newest first, without their reports. */
  checks(page: CheckSelection): Promise<readonly CheckRecord[]>;
  /** Faults: CONTROL_CHECK_UNKNOWN. */
  check(id: string): Promise<KeptCheck>;
  /** Keeps a check. The same again is the one that there is. Takes the ownership of its source. */
  add(principal: Principal, check: NewCheck): Promise<{ readonly id: string; readonly added: boolean }>;

  /** Those about one document, or all, newest first; those that were taken back too. */
  decisions(document?: string): Promise<readonly DecisionRecord[]>;
  /** Lets changes pass until a day, each with a decision of its own. For governors. Faults: CONTROL_DECISION_REFUSED. */
  waive(principal: Principal, waiver: NewWaiver): Promise<readonly DecisionRecord[]>;
  /** Says that a consumer is ready for changes. For whoever owns it. Faults: CONTROL_DECISION_REFUSED. */
  signOff(principal: Principal, signOff: NewSignOff): Promise<readonly DecisionRecord[]>;
  /**
   * Takes a decision back, as whoever might make it may. Again changes nothing.
   * Faults: CONTROL_DECISION_UNKNOWN.
   */
  revoke(principal: Principal, id: string): Promise<DecisionRecord>;
}
