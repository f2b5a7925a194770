import type { Digest, Finding } from '@portolan/base';
import type { Chart, DocumentBeside, DocumentId } from '@portolan/chart';
import type { Score, Settings } from '@portolan/checks';
import type { Contract } from '@portolan/contract';
import type { Evidence } from '@portolan/evidence/port';
import type { Entry, Revision, Store } from '@portolan/stores/port';
import type { PushedFile, PushFacts } from '../sources/pushed/ledger.ts';
import type { Places } from './places.ts';

/** Everything that is known at one moment: frozen, and replaced as a whole when something changes. */
export interface Snapshot {
  /** Identity of all that is in here: equal snapshots have equal digests, also after a restart. */
  readonly digest: Digest;
  /** Of the newest entry in the store. */
  readonly sequence: number;
  readonly chart: Chart;
  /** By id, sorted. */
  readonly documents: ReadonlyMap<DocumentId, CatalogDocument>;
  /** What files beside the documents say; the chart was related with it. */
  readonly evidence: readonly Evidence[];
  readonly sources: readonly SourceState[];
  /** Newest first, at most 20, of the sources that are read now. */
  readonly recent: readonly RecentEntry[];
  /** How long it took to relate all documents and put this together, in milliseconds. */
  readonly took: number;
}

/** A document as it is now. */
export interface CatalogDocument {
  /** `<source>/<path>`. */
  readonly id: DocumentId;
  readonly source: string;
  readonly path: string;
  /** `info.title` of the charted contract, else the path. */
  readonly title: string;
  /**
   * What the chart shows. When the present text cannot be read at all, as in the middle of an edit, this is the newest
   * revision that could, and `stale` is true: a service does not vanish from the map because somebody is typing. Its
   * findings are always those of the present text. Absent when no revision could ever be read.
   */
  readonly contract?: Contract;
  readonly stale: boolean;
  /** From reading and from the rules, with ranges, in the order of the text. */
  readonly findings: readonly Finding[];
  /** How many findings the team lives with, by the excludes of its settings. */
  readonly suppressed: number;
  /** Of the present text; absent when that cannot be read. */
  readonly score?: Score;
  /** The entry file first; texts are in the store. */
  readonly files: readonly { readonly location: string; readonly digest: Digest }[];
  /** Where the nodes of the present text stand; see `placeOf`. Empty for a stale contract. */
  readonly places: Places;
  /** The revision that the store holds of this state. */
  readonly revision: Digest;
  readonly sequence: number;
  readonly at: string;
  /** What is known of its file beside its text. */
  readonly beside?: DocumentBeside;
  /** What its settings decide about changes of it; absent where they decide nothing. */
  readonly decisions?: SettledDecisions;
}

/** Waivers and sign-offs as the settings of a repository have them. */
export interface SettledDecisions extends Pick<Settings, 'waivers' | 'signOffs'> {
  /** Absolute path of the folder that locations of documents are relative to. */
  readonly root: string;
}

export interface SourceState {
  readonly name: string;
  readonly location: string;
  readonly documents: number;
  readonly problem?: string;
}

export type RecentEntry = Entry & { readonly title: string };

/** What a change of the catalog tells those who listen. */
export interface CatalogChange {
  readonly snapshot: Snapshot;
  /** Ids of the documents that were changed, added or removed, sorted. Empty when only a source's problem or the log changed. */
  readonly documents: readonly DocumentId[];
}

/** Where a push came from, and whether it is meant. */
export interface PushOptions extends PushFacts {
  readonly dryRun?: boolean;
}

/** What a push did, or would do, to the documents of its source. */
export interface PushOutcome {
  readonly source: string;
  /** All documents that are there then, and those that are gone, by path. */
  readonly documents: readonly PushedDocument[];
}

export interface PushedDocument {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed' | 'unchanged';
  /** As it is then; absent for one that is removed. */
  readonly document?: CatalogDocument;
}

/** Keeps every revision of every document of its sources, and the chart that follows them. */
export interface Catalog {
  /** The state now. Keep it for as long as one answer takes, so that the answer fits together. */
  snapshot(): Snapshot;
  /** Calls back after each change, in order. Returns what ends it. */
  onChange(listener: (change: CatalogChange) => void): () => void;
  /** Entries of one document, newest first, also of one that was removed. */
  readonly history: Store['history'];
  readonly historyLength: Store['historyLength'];
  readonly revision: (document: DocumentId, digest: Digest) => Promise<Revision | undefined>;
  readonly text: Store['text'];
  /** The log of all entries after a sequence number, oldest first, also of sources that are not read now. */
  readonly log: Store['log'];
  /**
   * Replaces everything that a source holds that is not read from anywhere but pushed, all at once, and answers when it
   * is shown. A name that nobody used begins such a source. Pushing the same again changes nothing. A dry run only tells.
   *
   * Faults: CONTROL_PUSH_REFUSED, CONTROL_SOURCE_NOT_PUSHED, CONTROL_PUSH_LATE, those of the store.
   */
  push(name: string, files: readonly PushedFile[], options?: PushOptions): Promise<PushOutcome>;
  /** Ends a source that was pushed. Its history stays. Faults: as `push`, CONTROL_SOURCE_UNKNOWN. */
  removePushed(name: string): Promise<PushOutcome>;
  /** Resolves when the store answers; else rejects with its fault. */
  check(): Promise<void>;
  /** Stops watching, finishes what is being written, closes the store. */
  close(): Promise<void>;
}

/** Where the catalog says what it does. A pino logger is one. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
