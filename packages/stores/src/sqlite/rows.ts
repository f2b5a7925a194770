import type { Digest } from '@portolan/base';
import type { Entry } from '../port.ts';

/** An entry as the statements select it. */
export interface EntryRow {
  readonly sequence: number;
  readonly at: string;
  readonly kind: Entry['kind'];
  readonly digest: Digest | null;
  readonly document: string;
  readonly source: string;
  readonly path: string;
}

/** Rows of `node:sqlite` have no prototype; what leaves the store is plain data with members in the port's order. */
export function entryOf(row: EntryRow, files: readonly unknown[]): Entry {
  const { sequence, at, document, source, path } = row;
  if (row.digest === null) return { kind: 'removal', sequence, at, document, source, path };
  return {
    kind: 'revision',
    sequence,
    at,
    document,
    source,
    path,
    digest: row.digest,
    files: (files as { location: string; digest: Digest }[]).map(file => ({ ...file })),
  };
}
