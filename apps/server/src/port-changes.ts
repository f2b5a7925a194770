import type { ChangeVerdict } from '@portolan/changes';

/** GET /api/v1/changes — filters: since, service, team, channel, document */
export interface ChangeEntry {
  readonly sequence: number;
  readonly at: string;
  /** `added`: the first revision that the log has, or the first after a removal. */
  readonly kind: 'added' | 'changed' | 'removed';
  readonly document: string;
  readonly title: string;
  readonly source: string;
  readonly service?: string;
  readonly serviceName?: string;
  readonly owner?: string;
  readonly ownerName?: string;
  /** Of the revision, and of the one before. */
  readonly digest?: string;
  readonly before?: string;
  /** The gravest of its changes; absent where nothing was compared. */
  readonly verdict?: ChangeVerdict;
  /** What changed, the gravest first, at most 20. */
  readonly changes: readonly ChangeLine[];
  /** How many more there are. */
  readonly more: number;
}

/** One edit in one sentence. */
export interface ChangeLine {
  readonly code: string;
  readonly verdict: ChangeVerdict;
  readonly says: string;
}
