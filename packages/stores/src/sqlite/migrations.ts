import type { DatabaseSync } from 'node:sqlite';
import { accessTables } from '../access/tables.ts';
import { faults } from '../faults.ts';
import { reviewTables } from '../reviews/tables.ts';
import { watchTables } from '../watches/tables.ts';

/** Marks a file as Portolan's: the bytes `PORT`. */
export const APPLICATION_ID = 0x504f5254;

/**
 * Steps from one layout to the next; the number of a layout is how many steps it took. Forward only: a step that was
 * released is never edited, a new one is added.
 *
 * Texts are blobs because the TEXT type of SQLite ends at a zero byte when it is read back, and files may hold one.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE texts (
    digest TEXT PRIMARY KEY,
    text BLOB NOT NULL
  ) STRICT;

  CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    path TEXT NOT NULL,
    head INTEGER REFERENCES entries (sequence)
  ) STRICT;
  CREATE INDEX documents_by_source ON documents (source);

  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL CHECK (kind IN ('revision', 'removal')),
    digest TEXT,
    CHECK ((kind = 'revision') = (digest IS NOT NULL))
  ) STRICT;
  CREATE INDEX entries_by_document ON entries (document, sequence);

  CREATE TABLE files (
    entry INTEGER NOT NULL REFERENCES entries (sequence),
    position INTEGER NOT NULL,
    location TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES texts (digest),
    PRIMARY KEY (entry, position)
  ) STRICT, WITHOUT ROWID;
  `,
  accessTables('', ' STRICT'),
  reviewTables('', ' STRICT'),
  watchTables('', ' STRICT'),
];

/** Brings a database to the newest layout, each step in its own transaction. Refuses files that are not ours. */
export function migrate(db: DatabaseSync, path: string, steps: readonly string[] = STEPS): void {
  const found = pragma(db, 'user_version');
  if (found === 0 ? hasTables(db) : pragma(db, 'application_id') !== APPLICATION_ID) {
    throw faults.UNREADABLE({ path, reason: 'it is the database of another application' });
  }
  if (found > steps.length) throw faults.TOO_NEW({ path, found, known: steps.length });
  for (let step = found; step < steps.length; step++) {
    db.exec('BEGIN IMMEDIATE');
    db.exec(steps[step] as string);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    db.exec(`PRAGMA user_version = ${step + 1}`);
    db.exec('COMMIT');
  }
}

function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function hasTables(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}
