import { readText } from '@portolan/contract';
import { type ComparedDocument, compareReads, type Read } from '@portolan/review';
import type { RemoteChoice } from '../documents/remote.ts';
import { type Settling, settlingHere, withSettled } from '../documents/settling.ts';
import type { GivenSide, SideDocument } from './side.ts';

/**
 * Compares the documents of two sides, each with what it was before. Both sides go by the directions that teams have
 * settled by now: which way messages flow decides whom a change breaks.
 */
export async function compareSides(
  before: GivenSide,
  after: GivenSide,
  { config }: RemoteChoice = {},
): Promise<ComparedDocument[]> {
  const settling = settlingHere(config);
  return compareReads(await readAll(before, settling), await readAll(after, settling));
}

async function readAll({ documents, revision }: GivenSide, settling: Settling): Promise<Read[]> {
  return await Promise.all(
    documents.map(async (document: SideDocument) => {
      const { location, way, path } = document;
      return {
        location,
        way,
        path,
        ...(revision !== undefined && { revision }),
        read: await readOf(document, settling),
      };
    }),
  );
}

async function readOf({ location, path, root, text, load }: SideDocument, settling: Settling): Promise<Read['read']> {
  const read = await readText(location, await text(), load);
  if (!read.contract || root === undefined) return read;
  const contract = await withSettled(read.contract, path, { ...settling, root });
  return contract === read.contract ? read : { ...read, contract };
}
