import { constants, createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBackup } from '@portolan/stores/backup';
import { shown } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import { openStore, type StoreOptions } from '../up/open-store.ts';
import { amountOf } from '../up/summary.ts';

/**
 * Fills an empty store from a backup, in one transaction.
 *
 * Faults: CLI_FILE_UNREADABLE, and those of the store: STORE_NOT_EMPTY, STORE_BACKUP_UNREADABLE and others.
 */
export async function runRestore(name: string, options: StoreOptions): Promise<number> {
  const file = resolve(name);
  await access(file, constants.R_OK).catch(error => {
    throw faults.FILE_UNREADABLE({ path: shown(file), reason: reasonOf(error) }, { cause: error });
  });
  await using opened = await openStore(options);
  const amount = { entries: 0, texts: 0 };
  await opened.store.restore(readBackup(bytesOf(file), shown(file), amount));
  console.info(`Restored ${amountOf(amount)} from ${shown(file)} into ${opened.place}.`);
  return 0;
}

/** The bytes of a file, which is opened only when somebody reads them. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file);
}
