import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import { dataFolder } from './data-folder.ts';
import type { StoreOptions } from './open-store.ts';

/** Bytes of a key that is made here, and the fewest of one that is given. */
const BYTES = 32;

/**
 * The key that the secrets of this installation are made from: the one of PORTOLAN_KEY in Base64, which several servers
 * over one PostgreSQL share; else the one of the file `key` in the folder of the data, which only its owner may read and
 * which is made at the first start. Undefined for a PostgreSQL without a key: a file would be another on each machine.
 *
 * Faults: CLI_KEY_UNUSABLE, CLI_FILE_UNREADABLE, CLI_FILE_UNWRITABLE.
 */
export async function installationKey(
  { data, store }: StoreOptions,
  given = process.env.PORTOLAN_KEY,
): Promise<Uint8Array | undefined> {
  if (given) return decoded(given, 'the environment variable PORTOLAN_KEY');
  if (store !== undefined) return undefined;
  await dataFolder(data);
  const path = join(resolve(data), 'key');
  try {
    await writeFile(path, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // It was made by an earlier start, or just now by another process.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw faults.FILE_UNWRITABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
  try {
    return decoded(await readFile(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw faults.FILE_UNREADABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
}

function decoded(text: string, place: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length < BYTES) throw faults.KEY_UNUSABLE({ place, count: BYTES });
  return key;
}
