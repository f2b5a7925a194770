import type { Origin, Range } from '@portolan/base';
import type { Change, Retirement, VersionDue } from '@portolan/changes';
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
  /** Its team has said that it is ready, and why. */
  readonly signedOff?: { readonly team: string; readonly on: string; readonly reason: string };
}

/** Why a change that breaks somebody may be made all the same: it is shown, and makes no run fail. */
export interface Settlement {
  /** A waiver, the sign-offs of all that it concerns, or that its sunset has come and nobody known uses it any more. */
  readonly by: 'waiver' | 'sign-off' | 'sunset';
  /** One sentence. */
  readonly says: string;
  /** Of a waiver: the last day on which it counts. */
  readonly until?: string;
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
  /** What was announced of something that is gone. */
  readonly retirement?: Retirement;
  /** Absent for what breaks nobody, and for what somebody still has to decide about. */
  readonly settled?: Settlement;
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
