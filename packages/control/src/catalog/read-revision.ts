import { type Contract, type ReadResult, readText } from '@portolan/contract';
import type { Revision, Store } from '@portolan/stores/port';

/** A revision read again from the texts that are kept of it, with the lines where its facts stand. */
export async function readRevision(store: Pick<Store, 'text'>, { path, files }: Revision): Promise<ReadResult> {
  const digests = new Map(files.map(({ location, digest }) => [location, digest]));
  async function load(location: string): Promise<string | undefined> {
    const digest = digests.get(location);
    return digest && (await store.text(digest));
  }
  return await readText(path, (await load(path)) ?? '', load);
}

/** What a revision says; undefined when it cannot be read as a whole. */
export async function contractOf(store: Pick<Store, 'text'>, revision: Revision): Promise<Contract | undefined> {
  const { contract } = await readRevision(store, revision);
  return contract?.incomplete ? undefined : contract;
}
