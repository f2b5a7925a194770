import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../port.ts';
import { classify } from './classify.ts';
import { migrate } from './migrations.ts';
import { sqliteStore } from './store.ts';

/** How long to wait for a process that is just letting go of the file, in milliseconds. */
const PATIENCE = 500;

/**
 * Opens the store in the file at `path`, and makes it with its folder when there is none.
 *
 * One process at a time: the file is locked as long as the store is open, and the system lets go of the lock when the
 * process dies, however it dies. Every acknowledged change was flushed to the disk (`synchronous = FULL`).
 *
 * Faults: STORE_IN_USE, STORE_UNREADABLE, STORE_TOO_NEW, STORE_NOT_WRITABLE, STORE_DISK_FULL.
 */
export async function openSqlite(path: string): Promise<Store> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return sqliteStore(connect(path), path);
  } catch (error) {
    throw classify(error, path);
  }
}

/** The database at `path`, locked, durable and with the newest layout. */
export function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
  try {
    // Before the journal mode: the index of the log then lives in this process's memory, so nobody can share it.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    migrate(db, path);
    // A write is what takes the lock for good.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
