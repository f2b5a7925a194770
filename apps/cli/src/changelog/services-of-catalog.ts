import type { ServicePast, ServiceState } from '@portolan/changes';
import { readText } from '@portolan/contract';
import { unresolvedOf } from '@portolan/review';
import { openCatalog, type RemoteCatalog } from '../past/catalog.ts';

/**
 * The states of every document that the catalog of a server has kept, by its own files: no host is asked again.
 *
 * Faults: those of `openCatalog`.
 */
export async function servicesOfCatalog(server: string): Promise<ServicePast[]> {
  const catalog = openCatalog(server);
  const services: ServicePast[] = [];
  for (const { id } of await catalog.documents()) services.push(await pastOf(id, catalog));
  return services;
}

async function pastOf(id: string, catalog: RemoteCatalog): Promise<ServicePast> {
  const states: ServiceState[] = [];
  let gone: ServicePast['gone'];
  for (const { at, digest } of (await catalog.revisions(id)).reverse()) {
    gone = digest === undefined ? { at, revision: 'removal' } : undefined;
    if (digest === undefined) continue;
    const { files } = await catalog.revision(id, digest);
    const [entry] = files;
    if (!entry) continue;
    const texts = new Map(files.map(({ location, text }) => [location, text]));
    const read = await readText(entry.location, entry.text, location => texts.get(location));
    // A state that cannot be read as a whole would make what is lost of it look removed.
    if (!read.contract || read.contract.incomplete) continue;
    states.push({ contract: read.contract, at, revision: digest, unresolved: unresolvedOf(read) });
  }
  return { path: id, states, continued: false, ...(gone && { gone }) };
}
