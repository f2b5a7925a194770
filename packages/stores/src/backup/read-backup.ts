import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { digestOfText, Fault } from '@portolan/base';
import { faults } from '../faults.ts';
import type { Kept, KeptAccess, KeptReview, KeptWatch } from '../port.ts';
import { type Amount, type End, type Line, VERSION } from './format.ts';

const LINE_END = 0x0a;

/**
 * What a backup keeps, checked as it goes by: each text against its digest, the order of the entries, and at the end the
 * whole. Whoever uses it must be able to take everything back when the end is a fault.
 *
 * @param bytes of the file
 * @param path of the file, to be told
 * @param amount counts along
 *
 * Faults: STORE_BACKUP_UNREADABLE, STORE_BACKUP_TOO_NEW.
 */
export async function* readBackup(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  amount: { -readonly [key in keyof Amount]: number } = { entries: 0, texts: 0 },
): AsyncGenerator<Kept> {
  const unusable = (reason: string, cause?: unknown) => faults.BACKUP_UNREADABLE({ path, reason }, { cause });
  const hash = createHash('sha256');
  let number = 0;
  let newest = 0;
  let end: End | undefined;
  try {
    for await (const bytesOfLine of splitLines(unpacked(bytes))) {
      number++;
      if (end) throw unusable('something stands after its end');
      const line = parse(bytesOfLine);
      if (number === 1) {
        if (line?.kind !== 'portolan-backup') throw unusable('it is no backup of Portolan');
        if (line.version > VERSION) throw faults.BACKUP_TOO_NEW({ path, found: line.version, known: VERSION });
      } else if (line?.kind === 'text') {
        if (digestOfText(line.text) !== line.digest)
          throw unusable(`the text in line ${number} is not the one that was saved`);
        amount.texts++;
        yield line;
      } else if (line?.kind === 'revision' || line?.kind === 'removal') {
        if (!(line.sequence > newest)) throw unusable(`line ${number} is out of order`);
        newest = line.sequence;
        amount.entries++;
        yield line;
      } else if (isAboutPeople(line)) {
        yield line;
      } else if (line?.kind === 'end') {
        end = line;
        continue;
      } else {
        throw unusable(`line ${number} is damaged`);
      }
      hash.update(bytesOfLine).update('\n');
    }
  } catch (error) {
    throw error instanceof Fault ? error : unusable(reasonOf(error as NodeJS.ErrnoException, number), error);
  }
  if (!end) throw unusable('it is cut off');
  const whole = end.sha256 === hash.digest('hex') && end.entries === amount.entries && end.texts === amount.texts;
  if (!whole) throw unusable('it is not what was saved');
}

/** What stands behind the log: users, tokens, the audit log, checks, decisions and watches. */
function isAboutPeople(line: Line | undefined): line is KeptAccess | KeptReview | KeptWatch {
  return ['user', 'token', 'audit', 'check', 'decision', 'watch'].includes(line?.kind ?? '');
}

function reasonOf({ code, message }: NodeJS.ErrnoException, lines: number): string {
  if (code === 'Z_BUF_ERROR') return 'it is cut off';
  return code === 'Z_DATA_ERROR' && lines === 0 ? 'it is no backup of Portolan' : message;
}

function unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacking = createGunzip();
  // Whoever reads the lines meets the error there.
  pipeline(bytes, unpacking).catch(() => undefined);
  return unpacking;
}

function parse(line: Uint8Array): Line | undefined {
  try {
    return JSON.parse(Buffer.from(line).toString('utf8')) as Line;
  } catch {
    return undefined;
  }
}

/** Lines without their ends. Not by `readline`, which also ends lines at characters that JSON texts may hold. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, start)) {
      yield Buffer.concat([...begun, chunk.subarray(start, at)]);
      begun = [];
      start = at + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
