import type { Digest } from '@portolan/base';
import type { Change, Entry, RevisionDraft } from '../port.ts';
import { entryOf } from './rows.ts';
import type { Statements } from './statements.ts';

/** The document's row with the kind and digest of its newest entry. */
interface Known {
  readonly id: number;
  readonly kind: Entry['kind'];
  readonly digest: Digest | null;
}

/** Writes one change inside the caller's transaction; undefined when it says what the store already holds. */
export function write(sql: Statements, change: Change, at: string): Entry | undefined {
  const known = sql.documentByName.get(change.document) as unknown as Known | undefined;
  const present = known?.kind === 'revision';
  if (change.kind === 'removal' ? !present : present && known.digest === change.digest) return undefined;

  const { kind, document, source, path } = change;
  const digest = kind === 'revision' ? change.digest : null;
  const id = Number(sql.keepDocument.get(document, source, path)?.id);
  const sequence = Number(sql.addEntry.get(at, id, kind, digest)?.sequence);
  if (kind === 'revision') writeFiles(sql, sequence, change);
  sql.setHead.run(sequence, id);
  return entryOf({ sequence, at, kind, digest, document, source, path }, filesOf(change));
}

function writeFiles(sql: Statements, entry: number, draft: RevisionDraft): void {
  for (const [position, file] of draft.files.entries()) {
    sql.addText.run(file.digest, Buffer.from(file.text, 'utf8'));
    sql.addFile.run(entry, position, file.location, file.digest);
  }
}

function filesOf(change: Change): { location: string; digest: Digest }[] {
  if (change.kind === 'removal') return [];
  return change.files.map(({ location, digest }) => ({ location, digest }));
}
