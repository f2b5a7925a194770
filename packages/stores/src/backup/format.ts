import type { Entry, KeptAccess, KeptReview, KeptText, KeptWatch } from '../port.ts';

/**
 * A backup is a gzip file of lines, each a JSON text: the head, then texts and entries in the order of the log, each text
 * before the first entry that names it, then users, tokens, the audit log, checks, decisions
 * and watches, then the end. It says nothing of the store
 * that it came from.
 */
export type Line = Head | KeptText | Entry | KeptAccess | KeptReview | KeptWatch | End;

/** The version of the format that is written, and the newest one that is read. Version 1 knew nothing of access, reviews and watches. */
export const VERSION = 2;

/** The first line. */
export interface Head {
  readonly kind: 'portolan-backup';
  readonly version: number;
  /** When the backup was begun: ISO 8601, UTC. */
  readonly at: string;
}

/** The last line: a backup without it was cut off. */
export interface End {
  readonly kind: 'end';
  readonly entries: number;
  readonly texts: number;
  /** SHA-256 over the bytes of all lines before, line ends included; in hexadecimal digits. */
  readonly sha256: string;
}

/** How much a backup holds. */
export interface Amount {
  readonly entries: number;
  readonly texts: number;
}
