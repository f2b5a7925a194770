import { Fault } from '@portolan/base';
import { faults } from '../faults.ts';

/** What the driver throws: `code` is a SQLSTATE, or the code of a system call. */
interface NativeError extends Error {
  readonly code?: string;
  /** The table whose rule was broken. */
  readonly table?: string;
}

/** System calls and name look-ups that failed on the way to the server. */
const UNREACHABLE = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ENOENT)/;

/**
 * SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) that pass by themselves: lost connections,
 * no connection free, shutting down or starting, deadlock, a lock that another process holds too long, a server that
 * is not the primary at the moment.
 */
const PASSING = /^(?:08...|53300|57P0[1-5]|40001|40P01|55P03|25P03|25006)$/;

/** Authorisation, no such database, missing rights. */
const REFUSED = /^(?:28...|3D000|42501)$/;

/** What the driver says without a code when a connection is lost or too slow. */
const LOST_WORDS = /connection terminated|connection error|timeout exceeded|read timeout|connection ended/i;

/** What the driver says without a code when both sides cannot agree how to talk. */
const REFUSED_WORDS = /SSL|SASL|password|certificate|self.signed/i;

/** Whether the same call may succeed soon: the way to the server is broken, or the server is busy with itself. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Fault) return error.kind.retry;
  const { code, message } = error as NativeError;
  if (typeof code === 'string') return UNREACHABLE.test(code) || PASSING.test(code);
  return LOST_WORDS.test(message);
}

/** Turns whatever the driver threw into a fault about the store at `path`, an address without secrets. */
export function classify(error: unknown, path: string): Fault {
  if (error instanceof Fault) return error;
  const native = error as NativeError;
  const reason = sentence(native?.message || native?.code || String(error));
  const options = { cause: error };
  if (isPassing(native)) return faults.AWAY({ path, reason }, options);
  const code = native?.code ?? '';
  if (code === '23505' && native.table === 'users') return faults.NAME_TAKEN({}, options);
  if (code === '53100') return faults.DISK_FULL({ path }, options);
  if (/^(?:XX00[12]|42P01|42703)$/.test(code)) return faults.UNREADABLE({ path, reason }, options);
  if (REFUSED.test(code) || (!/^[0-9A-Z]{5}$/.test(code) && REFUSED_WORDS.test(`${code} ${reason}`))) {
    return faults.REFUSED({ path, reason }, options);
  }
  return faults.FAILED({ path, reason }, options);
}

/** Words to be set into a sentence: one line, without its own full stop. */
function sentence(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\.$/, '');
}
