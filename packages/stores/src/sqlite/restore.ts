import type { DatabaseSync } from 'node:sqlite';
import { restoring } from '../access/access-store.ts';
import { accessStatements } from '../access/statements.ts';
import { faults } from '../faults.ts';
import type { Entry, Kept } from '../port.ts';
import { reviewStatements } from '../reviews/statements.ts';
import { watchStatements } from '../watches/statements.ts';
import { runnerOf } from './runner.ts';
import type { Statements } from './statements.ts';

/** Writes the log of another store in one transaction. Faults: STORE_NOT_EMPTY, and what the log itself throws. */
export async function restore(
  db: DatabaseSync,
  sql: Statements,
  log: AsyncIterable<Kept>,
  path: string,
): Promise<void> {
  const access = accessStatements('');
  const reviews = reviewStatements('');
  const watches = watchStatements('');
  const run = runnerOf(db);
  db.exec('BEGIN IMMEDIATE');
  try {
    const used = [access.used, reviews.used, watches.used].some(statement => run(statement)[0]?.amount);
    if (sql.sequence.get()?.sequence || used) throw faults.NOT_EMPTY({ path });
    for await (const kept of log) {
      if (kept.kind === 'text') sql.addText.run(kept.digest, Buffer.from(kept.text, 'utf8'));
      else if (kept.kind === 'revision' || kept.kind === 'removal') takeEntry(sql, kept);
      else if (kept.kind === 'check' || kept.kind === 'decision') run(reviews.take(kept));
      else if (kept.kind === 'watch') run(watches.change(kept));
      else run(restoring(access, kept));
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function takeEntry(sql: Statements, entry: Entry): void {
  const { sequence, at, kind, document, source, path } = entry;
  const id = Number(sql.keepDocument.get(document, source, path)?.id);
  sql.takeEntry.run(sequence, at, id, kind, entry.kind === 'revision' ? entry.digest : null);
  if (entry.kind === 'revision') {
    for (const [n, { location, digest }] of entry.files.entries()) sql.addFile.run(sequence, n, location, digest);
  }
  sql.setHead.run(sequence, id);
}
