import { type Contract, readText } from '@portolan/contract';
import type { Revision, Store } from '@portolan/stores/port';

/** What a revision says, read from the texts that are kept of it; undefined when it cannot be read as a whole. */
export async function contractOf(store: Pick<Store, 'text'>, revision: Revision): Promise<Contract | undefined> {
  const digests = new Map(revision.files.map(file => [file.location, file.digest]));
  async function load(location: string): Promise<string | undefined> {
    const digest = digests.get(location);
    return digest && (await store.text(digest));
  }
  const { contract } = await readText(revision.path, (await load(revision.path)) ?? '', load);
  return contract?.incomplete ? undefined : contract;
}
