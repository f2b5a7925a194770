import type { Origin, Range } from '@portolan/base';
import type { Change, VersionDue } from '@portolan/changes';
import type { ReadResult } from '@portolan/contract';
import type { Witness } from '@portolan/schema/compare';

/** What a change does to one service at the other end of a message. */
export interface Consumer {
  readonly service: string;
  readonly name: string;
  /** The team that owns it. */
  readonly owner?: string;
  readonly message: string;
  /** `unknown`: it does not say what it reads, or nobody can tell. */
  readonly verdict: 'breaks' | 'reads' | 'unknown';
  readonly reason?: string;
  readonly witness?: Witness;
}

/** A place in a text with its lines. */
export interface Spot {
  readonly origin: Origin;
  readonly range?: Range;
}

/** A change with the lines where it stands on both sides. */
export interface PlacedChange extends Omit<Change, 'before' | 'after'> {
  readonly before?: Spot;
  readonly after?: Spot;
  /** What it does to each service at the other end, where a chart was at hand. */
  readonly consumers?: readonly Consumer[];
}

/** One side of a document that was compared. */
export interface ComparedSide {
  readonly location: string;
  readonly revision?: string;
  /** Where it stands on this machine, or would if the revision were checked out. */
  readonly path: string;
  readonly read: ReadResult;
}

/** One document and what changed of it. */
export interface ComparedDocument {
  readonly title: string;
  readonly before?: ComparedSide;
  readonly after?: ComparedSide;
  readonly changes: readonly PlacedChange[];
  /** Absent where a side is missing or cannot be read. */
  readonly version?: VersionDue;
}
