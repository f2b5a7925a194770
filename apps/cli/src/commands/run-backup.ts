import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '@portolan/base';
import { backupOf, readBackup } from '@portolan/stores/backup';
import { shown } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import { openStore, type StoreOptions } from '../up/open-store.ts';
import { amountOf } from '../up/summary.ts';

/** Only the owner may read it: documents are not everybody's. */
const MODE = 0o600;

/**
 * Saves a store to a file. The file gets its name only when it was read back and found whole.
 *
 * Faults: CLI_FILE_EXISTS, CLI_FILE_UNWRITABLE, CLI_NO_STORE, and those of the store.
 */
export async function runBackup(name: string, options: StoreOptions): Promise<number> {
  const file = resolve(name);
  const path = shown(file);
  if (existsSync(file)) throw faults.FILE_EXISTS({ path });
  await using opened = await openStore(options, { mustExist: true });
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  const amount = { entries: 0, texts: 0 };
  try {
    await pipeline(backupOf(opened.store), createWriteStream(draft, { flags: 'wx', mode: MODE, flush: true }));
    for await (const _ of readBackup(createReadStream(draft), path, amount));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error instanceof Fault ? error : faults.FILE_UNWRITABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
  console.info(`Saved ${amountOf(amount)} of ${opened.place} to ${path}.`);
  return 0;
}
