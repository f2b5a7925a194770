import type { ChangeVerdict, Release, SectionName } from '@portolan/changes';

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

/** GET /api/v1/changelog, GET /api/v1/services/{id}/changelog */
export interface ChangelogPage {
  readonly items: readonly ChangelogView[];
  /** How many documents were not looked through. */
  readonly more: number;
}

/** What changed from version to version of one document. */
export interface ChangelogView {
  readonly document: string;
  readonly title: string;
  readonly service?: string;
  readonly serviceName?: string;
  /** Whether there are older revisions that were not looked through. */
  readonly isCut: boolean;
  /** Newest first. */
  readonly releases: readonly ReleaseView[];
}

/** One version, and what changed since the one before. */
export interface ReleaseView extends Omit<Release, 'sections'> {
  /** At most fifty, section by section. */
  readonly lines: readonly (ChangeLine & { readonly section: SectionName })[];
  readonly more: number;
}
