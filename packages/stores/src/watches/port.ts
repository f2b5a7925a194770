import type { AuditRecordDraft } from '../access/port.ts';
import type { Doer } from '../reviews/port.ts';

/**
 * What a store keeps about watches: addresses that are told of changes. It keeps it, and sends nothing. All times are ISO
 * 8601 in UTC, so that they compare as texts.
 */
export interface WatchStore {
  /** Oldest first. */
  all(): Promise<readonly WatchRecord[]>;
  watch(id: string): Promise<WatchRecord | undefined>;

  /**
   * Takes a watch that is due: one that is not paused, whose time has come, and that has not been told of everything. It
   * is given to nobody else before `ends`, so that of several processes one sends.
   */
  claim(due: {
    readonly now: string;
    readonly ends: string;
    readonly newest: number;
  }): Promise<WatchRecord | undefined>;

  /** Writes changes and what the audit log says of them as one transaction. */
  write(changes: readonly WatchChange[], audit?: readonly AuditRecordDraft[]): Promise<void>;
}

export interface WatchRecord extends WatchState {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Which changes it wants, by what they are about. */
  readonly filter: Readonly<Record<string, string>>;
  readonly created: string;
  readonly by: Doer;
}

/** How far a watch has been told, and how it goes. */
export interface WatchState {
  /** Sequence of the last entry of the log that it was told of, or that is not for it. */
  readonly cursor: number;
  /** How often in a row telling failed. */
  readonly tries: number;
  /** When it is told next, at the earliest. */
  readonly next: string;
  /** Since when telling fails, and why. */
  readonly failing?: { readonly since: string; readonly problem: string };
  /** Since when it is told nothing. */
  readonly paused?: string;
}

export type WatchChange =
  | { readonly kind: 'watch'; readonly watch: WatchRecord }
  | { readonly kind: 'watch-removed'; readonly id: string }
  /** Gives it back after a claim. */
  | { readonly kind: 'watch-state'; readonly id: string; readonly state: WatchState };

/** What a backup carries of it. */
export interface KeptWatch {
  readonly kind: 'watch';
  readonly watch: WatchRecord;
}
