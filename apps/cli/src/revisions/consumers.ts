import { resolve } from 'node:path';
import { readText } from '@portolan/contract';
import type { ComparedDocument } from '@portolan/review';
import { type Neighbour, namedAmong } from '@portolan/review/consumers';
import { type GatherOptions, gather } from '../documents/gather.ts';

/**
 * Says for each change of a schema and each removal what it does to the services at the other end, by what their own
 * documents at `paths` say.
 */
export async function nameConsumers(
  documents: readonly ComparedDocument[],
  paths: readonly string[],
  options: GatherOptions,
): Promise<ComparedDocument[]> {
  const others = await neighboursAt(paths, options);
  return documents.map(document => namedAmong(document, others));
}

/**
 * Documents that may face a changed one, those left out that cannot be read at all.
 *
 * @param own location of the changed document, where it may be among them
 */
export async function neighboursAt(
  paths: readonly string[],
  options: GatherOptions,
  own?: string,
): Promise<Neighbour[]> {
  const given = (await gather(paths, options)).map((document, index) => ({ ...document, index }));
  const read = await Promise.all(
    given
      .filter(({ location }) => own === undefined || resolve(location) !== resolve(own))
      .map(async ({ location, source, path, text, load, index }) => {
        const { contract } = await readText(location, await text(), load);
        return contract && { id: `${index}/${source}/${path}`, source, path, contract, place: resolve(location) };
      }),
  );
  return read.filter(document => document !== undefined);
}
