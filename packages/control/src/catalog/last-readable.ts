import type { Contract } from '@portolan/contract';
import type { Store } from '@portolan/stores/port';
import { contractOf } from './read-revision.ts';

/** How many revisions are tried, newest first. */
const DEPTH = 25;

/** The contract of the newest revision of a document that can be read as a whole; undefined when none of the newest 25 can. */
export async function lastReadable(store: Store, document: string): Promise<Contract | undefined> {
  for (const entry of await store.history(document, { limit: DEPTH })) {
    const contract = entry.kind === 'revision' ? await contractOf(store, entry) : undefined;
    if (contract) return contract;
  }
  return undefined;
}
