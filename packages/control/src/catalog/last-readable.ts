import { type Contract, readText } from '@portolan/contract';
import type { Revision, Store } from '@portolan/stores/port';

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

async function contractOf(store: Store, revision: Revision): Promise<Contract | undefined> {
  const digests = new Map(revision.files.map(file => [file.location, file.digest]));
  async function load(location: string): Promise<string | undefined> {
    const digest = digests.get(location);
    return digest && (await store.text(digest));
  }
  const { contract } = await readText(revision.path, (await load(revision.path)) ?? '', load);
  return contract?.incomplete ? undefined : contract;
}
