import type { DatabaseSync } from 'node:sqlite';
import { compareText } from '@portolan/base';
import { type AccessDatabase, accessStore } from '../access/access-store.ts';
import { accessStatements } from '../access/statements.ts';
import { faults } from '../faults.ts';
import type { Change, Entry, Revision, Store } from '../port.ts';
import { reviewStore } from '../reviews/review-store.ts';
import { reviewStatements } from '../reviews/statements.ts';
import { watchStatements } from '../watches/statements.ts';
import { watchStore } from '../watches/watch-store.ts';
import { classify } from './classify.ts';
import { restore } from './restore.ts';
import { type EntryRow, entryOf } from './rows.ts';
import { runnerOf } from './runner.ts';
import { type Statements, statements } from './statements.ts';
import { write } from './write.ts';

/**
 * The store port over an open, migrated database, which it owns.
 *
 * Calls run on the calling thread: the catalog writes when somebody saves a file, a commit takes well under a
 * millisecond on a local disk, and a store without a thread of its own has no queue to lose.
 */
export function sqliteStore(db: DatabaseSync, path: string): Store {
  const sql = statements(db);

  let restoring: Promise<void> | undefined;

  async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
    // The connection is one: whatever it did meanwhile would be part of that transaction.
    while (restoring) await restoring;
    if (!db.isOpen) throw faults.CLOSED({ path });
    try {
      return await work();
    } catch (error) {
      throw classify(error, path);
    }
  }

  function done(): void {
    restoring = undefined;
  }

  const run = runnerOf(db);
  const database: AccessDatabase = {
    ask: statement => guarded(() => run(statement)),
    write: all => guarded(() => transaction(db, () => void all.map(run))),
  };

  return {
    kind: 'sqlite',
    access: accessStore(database, accessStatements('')),
    reviews: reviewStore(database, reviewStatements('')),
    watches: watchStore(database, watchStatements('')),
    record: changes => guarded(() => transaction(db, () => record(sql, changes))),
    heads: source =>
      guarded(() => {
        const heads = entriesOf(sql, sql.heads.all(source ?? null)) as Revision[];
        return heads.sort((a, b) => compareText(a.document, b.document));
      }),
    history: (document, { limit, before }) =>
      guarded(() => entriesOf(sql, sql.history.all(document, before ?? null, limit))),
    historyLength: document => guarded(() => Number(sql.historyLength.get(document)?.length ?? 0)),
    revision: (document, digest) =>
      guarded(() => entriesOf(sql, sql.revision.all(document, digest))[0] as Revision | undefined),
    text: digest =>
      guarded(() => {
        const row = sql.text.get(digest) as { text: Uint8Array } | undefined;
        return row && Buffer.from(row.text).toString('utf8');
      }),
    log: (after, limit) => guarded(() => entriesOf(sql, sql.log.all(after, limit))),
    sequence: () => guarded(() => Number(sql.sequence.get()?.sequence ?? 0)),
    follow: () => ({ [Symbol.dispose]: () => undefined }),
    restore: log =>
      guarded(() => {
        const work = restore(db, sql, log, path);
        restoring = work.then(done, done);
        return work;
      }),
    [Symbol.asyncDispose]: async () => {
      while (restoring) await restoring;
      if (db.isOpen) db.close();
    },
  };
}

function record(sql: Statements, changes: readonly Change[]): Entry[] {
  const at = new Date().toISOString();
  return changes.flatMap(change => write(sql, change, at) ?? []);
}

function entriesOf(sql: Statements, rows: readonly unknown[]): Entry[] {
  return (rows as EntryRow[]).map(row => entryOf(row, row.kind === 'revision' ? sql.filesOf.all(row.sequence) : []));
}

/** All or nothing; the commit returns when the disk has it. */
function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk rolls back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
