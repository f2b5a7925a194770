import type { Contract } from '@portolan/contract';
import type { Change, ChangeVerdict } from '../model.ts';

/** One state that a service's document was in. */
export interface ServiceState {
  readonly contract: Contract;
  /** When the document became so, as ISO 8601. */
  readonly at: string;
  /** The revision that made it so, as its home names it: a commit, a revision of a catalog. */
  readonly revision: string;
  /** References that lead nowhere, as they are written: what they mean is not known. */
  readonly unresolved?: readonly string[];
}

/** The states of one service, the oldest first. */
export interface ServicePast {
  /** Where its document stands. */
  readonly path: string;
  readonly states: readonly ServiceState[];
  /** Whether there was a state before the first one: then that one is what the others are compared with. */
  readonly continued: boolean;
  /** When its document went away. */
  readonly gone?: { readonly at: string; readonly revision: string };
}

/** What a changelog says of one service. */
export interface ServiceChangelog {
  readonly title: string;
  readonly path: string;
  /** The newest first. */
  readonly releases: readonly Release[];
}

/** One version of a service, and what changed since the one before. */
export interface Release {
  /** `info.version`; absent where the document went away. */
  readonly version?: string;
  /** When the version first stood there, as ISO 8601. */
  readonly at: string;
  readonly revision: string;
  /** `first`: there was none before. `gone`: its document went away. */
  readonly kind: 'first' | 'changed' | 'gone';
  /** The strongest change; absent where nothing changed but the version. */
  readonly strongest?: ChangeVerdict;
  /** The least version that the changes ask for, where this one is less. */
  readonly due?: string;
  readonly sections: readonly Section[];
}

/** The sections of a release, in the order in which they stand. */
export const SECTIONS = [
  'breaking',
  'added',
  'changed',
  'deprecated',
  'removed',
  'security',
  'not-checked',
  'editorial',
] as const;

export type SectionName = (typeof SECTIONS)[number];

export interface Section {
  readonly name: SectionName;
  readonly changes: readonly Change[];
}
