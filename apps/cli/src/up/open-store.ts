import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Store } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import { dataFolder, storeIn } from './data-folder.ts';

/** Where a command finds the store, as its options say. */
export interface StoreOptions {
  /** Folder of the SQLite file. */
  readonly data: string;
  /** Address of a PostgreSQL, which is used instead. */
  readonly store?: string;
}

/** An open store, which is closed with this, and the words for where it is: a folder, or an address without its password. */
export interface OpenStore extends AsyncDisposable {
  readonly store: Store;
  readonly place: string;
}

/**
 * Opens the store that the options name, and loads only what that one needs. With `mustExist` no folder and no file of
 * data are made.
 *
 * Faults: those of the store, CLI_FILE_UNWRITABLE for the folder, CLI_NO_STORE.
 */
export async function openStore(options: StoreOptions, { mustExist = false } = {}): Promise<OpenStore> {
  const { data, store: address } = options;
  if (address !== undefined) {
    const { addressOf, openPostgres } = await import('@portolan/stores/postgres');
    return opened(await openPostgres(address), addressOf(address).shown);
  }
  const place = resolve(data);
  if (mustExist && !existsSync(storeIn(data))) throw faults.NO_STORE({ path: place });
  const { openSqlite } = await import('@portolan/stores/sqlite');
  return opened(await openSqlite(await dataFolder(data)), place);
}

function opened(store: Store, place: string): OpenStore {
  return { store, place, [Symbol.asyncDispose]: () => Promise.resolve(store[Symbol.asyncDispose]()) };
}
