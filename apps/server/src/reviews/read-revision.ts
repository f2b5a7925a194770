import { type ReadResult, readText } from '@portolan/contract';
import type { Catalog } from '@portolan/control';
import type { Revision } from '@portolan/stores/port';

/** A revision read again from the texts that are kept of it, with the lines where its facts stand. */
export async function readRevision(catalog: Pick<Catalog, 'text'>, { path, files }: Revision): Promise<ReadResult> {
  const digests = new Map(files.map(({ location, digest }) => [location, digest]));
  async function load(location: string): Promise<string | undefined> {
    const digest = digests.get(location);
    return digest && (await catalog.text(digest));
  }
  return await readText(path, (await load(path)) ?? '', load);
}
