import type { DatabaseSync } from 'node:sqlite';

/** The columns of an entry with its document, in the form that `rows.ts` reads. */
const ENTRY = 'e.sequence, e.at, e.kind, e.digest, d.name AS document, d.source, d.path';
const ENTRIES = 'entries e JOIN documents d ON d.id = e.document';

/** Every statement of the store, prepared once. */
export function statements(db: DatabaseSync) {
  return {
    documentByName: db.prepare(
      `SELECT d.id, e.kind, e.digest FROM documents d LEFT JOIN entries e ON e.sequence = d.head WHERE d.name = ?`,
    ),
    keepDocument: db.prepare(
      `INSERT INTO documents (name, source, path) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET source = excluded.source, path = excluded.path RETURNING id`,
    ),
    setHead: db.prepare('UPDATE documents SET head = ? WHERE id = ?'),
    addEntry: db.prepare('INSERT INTO entries (at, document, kind, digest) VALUES (?, ?, ?, ?) RETURNING sequence'),
    takeEntry: db.prepare('INSERT INTO entries (sequence, at, document, kind, digest) VALUES (?, ?, ?, ?, ?)'),
    addText: db.prepare('INSERT INTO texts (digest, text) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING'),
    addFile: db.prepare('INSERT INTO files (entry, position, location, digest) VALUES (?, ?, ?, ?)'),
    heads: db.prepare(
      `SELECT ${ENTRY} FROM documents d JOIN entries e ON e.sequence = d.head
       WHERE e.kind = 'revision' AND (?1 IS NULL OR d.source = ?1)`,
    ),
    history: db.prepare(
      `SELECT ${ENTRY} FROM ${ENTRIES} WHERE d.name = ?1 AND (?2 IS NULL OR e.sequence < ?2)
       ORDER BY e.sequence DESC LIMIT ?3`,
    ),
    historyLength: db.prepare(`SELECT count(*) AS length FROM ${ENTRIES} WHERE d.name = ?`),
    revision: db.prepare(
      `SELECT ${ENTRY} FROM ${ENTRIES} WHERE d.name = ? AND e.digest = ? ORDER BY e.sequence DESC LIMIT 1`,
    ),
    log: db.prepare(`SELECT ${ENTRY} FROM ${ENTRIES} WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?`),
    filesOf: db.prepare('SELECT location, digest FROM files WHERE entry = ? ORDER BY position'),
    text: db.prepare('SELECT text FROM texts WHERE digest = ?'),
    sequence: db.prepare('SELECT max(sequence) AS sequence FROM entries'),
  };
}

export type Statements = ReturnType<typeof statements>;
