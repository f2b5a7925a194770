import type { FindingKind, Params } from '@portolan/base';
import type { Mend } from '../mend.ts';
import type { Cursor, Resolver } from '../resolve/cursor.ts';
import type { Grammar, Kind, ObjectKind } from './kinds.ts';
import type { Spot, Version } from './spot.ts';

/** Says what was found, where, and how to mend it. With `part` it is about the name of the member, not its value. */
export type Report = (kind: FindingKind, at: Cursor & { part?: 'key' }, params?: Params, mend?: Mend) => void;

/** What one walk through a document shares between its steps. */
export interface Walk {
  readonly grammar: Grammar;
  readonly version: Version;
  readonly resolver: Resolver;
  readonly report: Report;
  /** Every object that was checked, by identity, and what it is where it stands or was first referred to. */
  readonly homes: Map<object, ObjectKind>;
  /** The other kinds that an object was checked as, as a message may be referred to as a trait. */
  readonly alsoAs: Map<object, Set<ObjectKind>>;
  /** References that are to be followed once everything in the document has been seen. */
  readonly pending: Pending[];
  /** Whether the depth limit was reported. */
  tooDeep: boolean;
}

/** A reference, and what it must lead to. */
export interface Pending {
  readonly spot: Spot;
  readonly kind: Kind;
}

/** Deeper than anything that people write, and far from the end of the call stack. */
export const MAX_DEPTH = 200;

/** True the first time that an object is to be checked as a kind; from then on it was. */
export function isFirst({ homes, alsoAs }: Walk, value: object, kind: ObjectKind): boolean {
  const home = homes.get(value);
  if (home === undefined) homes.set(value, kind);
  if (home === undefined || home === kind) return home === undefined;
  const kinds = alsoAs.get(value) ?? new Set();
  if (kinds.has(kind)) return false;
  alsoAs.set(value, kinds.add(kind));
  return true;
}
