import type { Digest, Finding } from '@portolan/base';
import type { Judged, VersionDue } from '@portolan/changes';
import type { Consumer, PlacedChange, Verdict } from '@portolan/review';
import type { Shape } from '@portolan/schema';

/** GET /api/v1/documents/{id}/revisions/{digest}/changes?against= — what a revision changed. */
export interface RevisionChanges {
  readonly document: string;
  readonly title: string;
  readonly source: string;
  readonly service?: string;
  readonly serviceName?: string;
  readonly owner?: string;
  readonly ownerName?: string;
  readonly digest: Digest;
  readonly at: string;
  /** What it was compared with; absent for the first revision. */
  readonly before?: { readonly digest: Digest; readonly at: string };
  readonly verdict: ReviewVerdict;
  readonly version?: VersionDue;
  /** The gravest first. */
  readonly changes: readonly ChangeView[];
  /** How many more there are than are shown. */
  readonly more: number;
  /** Of the messages whose schemas changed: both versions, and what is to be said about their parts. */
  readonly schemas: readonly SchemaSidesView[];
  /** What people decided about this document here; what its repository decides stands with the changes. */
  readonly decisions: readonly DecisionView[];
}

/** What a comparison comes to. */
export interface ReviewVerdict extends Pick<Verdict, 'kind' | 'says' | 'versions'> {
  /** Each service at the other end once, with the gravest that any change does to it; those that break first. */
  readonly consumers: readonly ConsumerView[];
}

/** A service at the other end, with the ids that lead to its pages. */
export interface ConsumerView extends Consumer {
  /** Whether the chart has a service of this id. */
  readonly charted: boolean;
  readonly ownerId?: string;
}

/** One edit, as `portolan diff --format json` has it. */
export interface ChangeView extends Omit<PlacedChange, 'differences'> {
  readonly differences: readonly Omit<Judged, 'params' | 'writer' | 'reader'>[];
}

/** Two versions of a message’s payload. */
export interface SchemaSidesView {
  readonly message: string;
  /** Id of the message in the chart, where it has one. */
  readonly charted?: string;
  readonly before?: Shape;
  readonly after?: Shape;
  readonly marks: readonly { readonly path: string; readonly says: string; readonly breaks: boolean }[];
}

/** What somebody decided about a change, here on the server. */
export interface DecisionView {
  readonly id: string;
  readonly at: string;
  readonly kind: 'waiver' | 'sign-off';
  readonly document: string;
  readonly change: string;
  readonly service?: string;
  readonly team?: string;
  readonly reason: string;
  /** Of a waiver: the last day on which it counts. */
  readonly until?: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  /** Since when it counts no more. */
  readonly revoked?: string;
}

/** GET /api/v1/decisions?document= — those that were taken back too */
export interface DecisionList {
  /** Newest first. */
  readonly items: readonly DecisionView[];
}

/** POST /api/v1/decisions */
export interface NewDecisionView {
  readonly kind: 'waiver' | 'sign-off';
  readonly document: string;
  readonly changes: readonly string[];
  readonly reason: string;
  /** Of a waiver: the last day on which it counts. */
  readonly until?: string;
  /** Of a sign-off: the service that is ready. */
  readonly service?: string;
}

/** POST /api/v1/checks */
export interface NewCheckView {
  readonly source: string;
  readonly revision: string;
  readonly base: string;
  readonly title?: string;
  readonly link?: string;
  /** As `portolan check --format json` prints it: check/1. */
  readonly report: CheckReportView;
}

/** What is answered to it. */
export interface KeptCheckView {
  readonly id: string;
  /** False where the same was sent before. */
  readonly added: boolean;
  /** Where people read it. */
  readonly page: string;
}

/** GET /api/v1/checks — filter: source; newest first */
export interface CheckSummary {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly source: string;
  readonly revision: string;
  readonly base: string;
  readonly title?: string;
  readonly link?: string;
  readonly verdict?: Verdict['kind'];
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
}

export interface CheckList {
  readonly items: readonly CheckSummary[];
  readonly next?: string;
}

/** GET /api/v1/checks/{id} */
export interface CheckPage {
  readonly check: CheckSummary;
  /** With what was decided here since. */
  readonly verdict: ReviewVerdict;
  /** What the pipeline said, without that. */
  readonly said: string;
  readonly fails: boolean;
  readonly documents: readonly CheckedDocument[];
  readonly findings: CheckReportView['findings'];
  readonly decisions: readonly DecisionView[];
}

/** What changed of one document of a check. */
export interface CheckedDocument {
  /** `<source>/<path>`; whether the catalog has it is another question. */
  readonly document: string;
  readonly charted: boolean;
  readonly title: string;
  readonly version?: VersionDue;
  readonly changes: readonly ChangeView[];
}

/** The members of check/1 that are read here. */
export interface CheckReportView {
  readonly portolan: 'check/1';
  readonly against: string;
  readonly verdict: Verdict['kind'];
  readonly fails: boolean;
  readonly says: string;
  readonly versions: readonly string[];
  readonly changes: {
    readonly documents: readonly {
      readonly title: string;
      readonly before?: { readonly location: string };
      readonly after?: { readonly location: string };
      readonly version?: VersionDue;
      readonly changes: readonly ChangeView[];
    }[];
  };
  readonly findings: {
    readonly documents: readonly {
      readonly location: string;
      readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'message' | 'range'>[];
    }[];
  };
}

/** POST /api/v1/documents/{id}/try */
export interface NewTryView {
  readonly payload: unknown;
  /** Id of the message in the document. */
  readonly message: string;
  /** Digests of revisions, at most five. */
  readonly revisions: readonly string[];
}

/** Whether a message is what one document, or one revision of it, says. POST /api/v1/messages/{id}/try too */
export interface TriedView {
  readonly document: string;
  readonly title: string;
  readonly serviceName?: string;
  readonly revision?: string;
  /** As the document says. */
  readonly version: string;
  /** Absent where it could not be judged. */
  readonly valid?: boolean;
  readonly notChecked?: string;
  /** At most twenty. */
  readonly problems: readonly { readonly pointer: string; readonly says: string }[];
}
