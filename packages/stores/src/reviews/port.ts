import type { AuditRecordDraft } from '../access/port.ts';

/**
 * What a store keeps about reviews of changes: the checks that pipelines sent, and what people decided about changes. It
 * keeps it, and judges nothing. All times are ISO 8601 in UTC, so that they compare as texts.
 */
export interface ReviewStore {
  /** Without their reports, newest first. */
  checks(page: CheckSelection): Promise<readonly CheckRecord[]>;
  /** With its report. */
  check(id: string): Promise<(CheckRecord & { readonly report: string }) | undefined>;

  /** All decisions about a document, or about all, newest first; those that were taken back too. */
  decisions(document?: string): Promise<readonly DecisionRecord[]>;

  /** Writes changes and what the audit log says of them as one transaction. */
  write(changes: readonly ReviewChange[], audit?: readonly AuditRecordDraft[]): Promise<void>;

  /** All that a backup carries, oldest first. */
  kept(): AsyncIterable<KeptReview>;
}

/** Who did something, as they were called then. */
export interface Doer {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** A check of changes that somebody sent, such as a pipeline. */
export interface CheckDraft {
  /** Chosen by the writer, so that a try that is repeated writes no second one. */
  readonly id: string;
  readonly at: string;
  /** Name of the source, as pushing names it: usually the repository. */
  readonly source: string;
  /** The revision that was checked and the one that it was compared with, as version control names them. */
  readonly revision: string;
  readonly base: string;
  /** What it was checked for: `#42 Add carriers`. */
  readonly title?: string;
  /** Address of the run or of the pull request. */
  readonly link?: string;
  /** The gravest verdict of its changes; absent where nothing changed. */
  readonly verdict?: string;
  readonly by: Doer;
}

export interface CheckRecord extends CheckDraft {
  readonly sequence: number;
}

/** Which checks. */
export interface CheckSelection {
  readonly limit: number;
  /** The sequence to continue below. */
  readonly before?: number;
  readonly source?: string;
  /** Only those that were sent at this time or later. */
  readonly since?: string;
}

/** What somebody decided about a change. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: string;
  /** A waiver lets a change pass, a sign-off says that a consumer is ready for it. */
  readonly kind: 'waiver' | 'sign-off';
  /** `<source>/<path>` of the document that changed. */
  readonly document: string;
  /** Id of the change, as `packages/changes` gives it. */
  readonly change: string;
  /** Of a sign-off: the service that is ready. */
  readonly service?: string;
  /** Of a sign-off: the team that owns it. */
  readonly team?: string;
  readonly reason: string;
  /** Of a waiver: the last day on which it counts. */
  readonly until?: string;
  readonly by: Doer;
  /** Since when it counts no more. */
  readonly revoked?: string;
}

export type ReviewChange =
  | { readonly kind: 'check'; readonly check: CheckDraft; readonly report: string }
  /** Adds a decision, or replaces the one with this id. */
  | { readonly kind: 'decision'; readonly decision: DecisionRecord };

/** What a backup carries of it. */
export type KeptReview =
  | { readonly kind: 'check'; readonly check: CheckRecord; readonly report: string }
  | { readonly kind: 'decision'; readonly decision: DecisionRecord };
