import type { ChangeVerdict, VersionDue } from '@portolan/changes';
import type { Consumer } from '@portolan/review';
import type { Unreadable } from '../past/walk.ts';

/** Why `portolan check` would have stopped a commit, the gravest first. */
export const STOPS = ['breaking', 'version', 'unreadable'] as const;

export type Stop = (typeof STOPS)[number];

/** What the rules say of the past of a repository. */
export interface History {
  /** Commits that touched documents, the newest first. */
  readonly revisions: readonly PastRevision[];
  readonly summary: HistorySummary;
}

/** One commit that touched documents. */
export interface PastRevision {
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** Why it would have been stopped; empty when it would have passed. */
  readonly stops: readonly Stop[];
  readonly documents: readonly PastDocument[];
  readonly unreadable: readonly Unreadable[];
}

/** What a commit did to one document. */
export interface PastDocument {
  readonly title: string;
  /** Where it stands after the commit, else where it stood. */
  readonly path: string;
  readonly changes: readonly PastChange[];
  readonly version?: VersionDue;
}

export interface PastChange {
  readonly code: string;
  readonly verdict: ChangeVerdict;
  readonly says: string;
  readonly reason?: string;
  readonly consumers?: readonly Consumer[];
}

export interface HistorySummary {
  /** Commits that were looked at, those included that touched no document. */
  readonly commits: number;
  readonly revisions: number;
  readonly stopped: number;
  /** How many commits each rule would have stopped; one commit may be stopped by several. */
  readonly stops: Readonly<Record<Stop, number>>;
  readonly changes: Readonly<Record<ChangeVerdict, number>>;
  /** How often each kind of change was breaking, the most frequent first. */
  readonly breaking: Readonly<Record<string, number>>;
  /** Whom the commits would have broken, where that was asked for; the most frequent first. */
  readonly consumers?: readonly BrokenConsumer[];
}

export interface BrokenConsumer {
  readonly name: string;
  readonly owner?: string;
  /** Commits that break it. */
  readonly revisions: number;
}
