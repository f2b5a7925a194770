import type { Severity } from '@portolan/base';
import type { FindingView } from '../port.ts';
import type { Known } from './known.ts';

/** What the list of findings may be narrowed to. */
export interface FindingFilter {
  readonly severity?: Severity | undefined;
  readonly source?: string | undefined;
  readonly document?: string | undefined;
  readonly code?: string | undefined;
}

/** A finding with its place in the list, which pages go on from. */
export interface ListedFinding extends FindingView {
  readonly key: string;
}

/** Findings of all documents, sorted by document and in the order of the text. */
export function findingsList({ snapshot, findingsOf }: Known, filter: FindingFilter): ListedFinding[] {
  const documents = [...snapshot.documents.values()].filter(
    ({ id, source }) => (filter.document ?? id) === id && (filter.source ?? source) === source,
  );
  return documents.flatMap(({ id, title }) =>
    findingsOf(id).flatMap((finding, n) => {
      const isWanted =
        (filter.severity ?? finding.severity) === finding.severity && (filter.code ?? finding.code) === finding.code;
      return isWanted ? [{ ...finding, document: id, title, key: `${id}\0${String(n).padStart(6, '0')}` }] : [];
    }),
  );
}
