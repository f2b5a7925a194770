import type { Digest } from '@portolan/base';
import type { FindingCounts } from './port-things.ts';

/** PUT and DELETE /api/v1/sources/{id}/documents */
export interface PushView {
  readonly source: string;
  /** True when nothing was recorded, and this is only what would change. */
  readonly dryRun: boolean;
  readonly counts: Readonly<Record<'added' | 'changed' | 'removed' | 'unchanged', number>>;
  /** Of all documents that the source then has. */
  readonly findings: FindingCounts;
  /** Those that changed, by path. */
  readonly documents: readonly PushedDocumentView[];
}

/** A document that a push changed. Everything after `change` is absent for one that is removed. */
export interface PushedDocumentView {
  readonly id: string;
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly title?: string;
  readonly revision?: Digest;
  readonly findings?: FindingCounts;
  /** How many findings the team lives with; absent where there is none. */
  readonly suppressed?: number;
}
