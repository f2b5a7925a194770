import { Fault } from '@portolan/base';
import { faults } from '../faults.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that mean something to a person. */
const SQLITE = {
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const;

/** The extended result code of a value that is there already. */
const UNIQUE = 2067;

/** What `node:sqlite` throws: `errcode` is SQLite's extended result code, the primary one in its low byte. */
interface SqliteError extends Error {
  readonly code: string;
  readonly errcode?: number;
}

/** Turns whatever the engine or the file system threw into a fault about the store at `path`. */
export function classify(error: unknown, path: string): Fault {
  if (error instanceof Fault) return error;
  const native = error as SqliteError;
  const reason = native?.message ?? String(error);
  const options = { cause: error };
  switch (native?.code) {
    case 'ENOSPC':
      return faults.DISK_FULL({ path }, options);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return faults.NOT_WRITABLE({ path, reason }, options);
    case 'ERR_SQLITE_ERROR':
      if (native.errcode === UNIQUE && reason.includes(' users.')) return faults.NAME_TAKEN({}, options);
      return classifyCode((native.errcode ?? 0) & 0xff, path, reason, options);
    default:
      return faults.FAILED({ path, reason }, options);
  }
}

function classifyCode(code: number, path: string, reason: string, options: ErrorOptions): Fault {
  switch (code) {
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return faults.IN_USE({ path }, options);
    case SQLITE.FULL:
      return faults.DISK_FULL({ path }, options);
    case SQLITE.NOTADB:
    case SQLITE.CORRUPT:
      return faults.UNREADABLE({ path, reason }, options);
    case SQLITE.PERM:
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
      return faults.NOT_WRITABLE({ path, reason }, options);
    default:
      return faults.FAILED({ path, reason }, options);
  }
}
