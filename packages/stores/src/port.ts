import type { Digest } from '@portolan/base';
import type { AccessStore, KeptAccess } from './access/port.ts';
import type { KeptReview, ReviewStore } from './reviews/port.ts';
import type { KeptWatch, WatchStore } from './watches/port.ts';

export type * from './access/port.ts';
export type * from './reviews/port.ts';
export type * from './watches/port.ts';

/**
 * What the catalog keeps, and nothing about how. Every implementation passes `conformance/`.
 * A promise that resolves means durable: a process killed right after it loses nothing.
 */
export interface Store extends AsyncDisposable {
  /** `sqlite`, `postgres`: for logs and the page about the installation. */
  readonly kind: string;

  /** Who may do what, and what was done. */
  readonly access: AccessStore;

  /** Checks that were sent, and decisions about changes. */
  readonly reviews: ReviewStore;

  /** Addresses that are told of changes. */
  readonly watches: WatchStore;

  /**
   * Appends revisions and removals as one transaction, all or nothing, and returns them with their sequence numbers.
   * A revision whose digest equals the document's current one is not written again and not returned.
   */
  record(changes: readonly Change[]): Promise<readonly Entry[]>;

  /** The newest entry of each document that is not removed, sorted by document id. */
  heads(source?: string): Promise<readonly Revision[]>;

  /** Entries of one document, newest first; `before` is the sequence to continue below. */
  history(document: string, page: { limit: number; before?: number }): Promise<readonly Entry[]>;

  /** How many entries one document has. */
  historyLength(document: string): Promise<number>;

  /** A revision of a document by its digest; undefined when there is none. */
  revision(document: string, digest: Digest): Promise<Revision | undefined>;

  /** The text of a file by its digest. */
  text(digest: Digest): Promise<string | undefined>;

  /** The log of all entries after a sequence number, oldest first. */
  log(after: number, limit: number): Promise<readonly Entry[]>;

  /** Sequence of the newest entry; 0 when there is none. */
  sequence(): Promise<number>;

  /**
   * Calls back soon after another process may have recorded something here, until it is disposed. A hint means: look at
   * the log. Entries become visible in the order of their sequences, so none turns up below one that was seen. A store
   * that is one process's alone never calls.
   */
  follow(hint: () => void): Disposable;

  /**
   * Takes over the log of another store as it was, with its sequences and times, its users, tokens and audit log, its reviews and its watches: one
   * transaction, all or nothing. A text comes before the first entry that names it, and a user before the tokens that are
   * theirs. Only a store in which nothing was ever recorded does this.
   */
  restore(log: AsyncIterable<Kept>): Promise<void>;
}

/** What a store keeps, as it goes from one to another. */
export type Kept = KeptText | Entry | KeptAccess | KeptReview | KeptWatch;

export interface KeptText {
  readonly kind: 'text';
  readonly digest: Digest;
  readonly text: string;
}

export type Change = RevisionDraft | RemovalDraft;

/** A new state of a document: its files as they were read together. */
export interface RevisionDraft {
  readonly kind: 'revision';
  /** `<source>/<path>`. */
  readonly document: string;
  readonly source: string;
  readonly path: string;
  /** Digest over all files; the identity of the revision. */
  readonly digest: Digest;
  /** The entry file first. */
  readonly files: readonly FileText[];
}

/** The document is gone from its source. Its history stays. */
export interface RemovalDraft {
  readonly kind: 'removal';
  readonly document: string;
  readonly source: string;
  readonly path: string;
}

export interface FileText {
  /** Path inside the source. */
  readonly location: string;
  readonly digest: Digest;
  readonly text: string;
}

export type Entry = Revision | Removal;

export interface Revision {
  readonly kind: 'revision';
  readonly sequence: number;
  /** When it was recorded: ISO 8601, UTC. */
  readonly at: string;
  readonly document: string;
  readonly source: string;
  readonly path: string;
  readonly digest: Digest;
  readonly files: readonly { readonly location: string; readonly digest: Digest }[];
}

export interface Removal {
  readonly kind: 'removal';
  readonly sequence: number;
  readonly at: string;
  readonly document: string;
  readonly source: string;
  readonly path: string;
}
