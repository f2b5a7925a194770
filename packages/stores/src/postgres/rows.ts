import type { Digest } from '@portolan/base';
import type { Entry } from '../port.ts';

/** An entry as the statements select it. The driver gives whole numbers of 64 bits as text. */
export interface EntryRow {
  readonly sequence: string;
  readonly at: Date;
  readonly kind: Entry['kind'];
  readonly digest: Digest | null;
  readonly document: string;
  readonly source: string;
  readonly path: string;
  readonly files: readonly { readonly location: string; readonly digest: Digest }[] | null;
}

/** Plain data with members in the port's order. */
export function entryOf(row: EntryRow): Entry {
  const { document, source, path, digest } = row;
  const sequence = Number(row.sequence);
  const at = row.at.toISOString();
  if (digest === null) return { kind: 'removal', sequence, at, document, source, path };
  return { kind: 'revision', sequence, at, document, source, path, digest, files: row.files ?? [] };
}
