import { readText } from '@portolan/contract';
import { type ComparedDocument, compareReads, type Read } from '@portolan/review';
import type { GivenSide, SideDocument } from './side.ts';

/** Compares the documents of two sides, each with what it was before. */
export async function compareSides(before: GivenSide, after: GivenSide): Promise<ComparedDocument[]> {
  return compareReads(await readAll(before), await readAll(after));
}

async function readAll({ documents, revision }: GivenSide): Promise<Read[]> {
  return await Promise.all(
    documents.map(async ({ location, way, path, text, load }: SideDocument) => ({
      location,
      way,
      path,
      ...(revision !== undefined && { revision }),
      read: await readText(location, await text(), load),
    })),
  );
}
