import { resolve } from 'node:path';
import type { ComparedDocument } from '@portolan/review';
import { namedAmong } from '@portolan/review/consumers';
import { chartable, type DocumentReader, type PlacedDocument } from '../documents/charted.ts';
import type { Beside, EvidenceChoice } from '../documents/evidence.ts';
import type { GatherOptions } from '../documents/gather.ts';

/** Documents that may face a changed one, and the evidence beside them. */
export interface Neighbours extends Beside {
  readonly documents: readonly PlacedDocument[];
}

/**
 * Says for each change of a schema and each removal what it does to the services at the other end, by what their own
 * documents at `paths` say.
 *
 * Faults: those of `chartable`.
 */
export async function nameConsumers(
  documents: readonly ComparedDocument[],
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice,
  reader?: DocumentReader,
): Promise<ComparedDocument[]> {
  const { documents: others, evidence } = await neighboursAt(paths, options, { reader });
  return documents.map(document => namedAmong(document, others, evidence));
}

/**
 * Documents that may face a changed one, those left out that cannot be read at all.
 *
 * @param own location of the changed document, where it may be among them
 *
 * Faults: those of `chartable`.
 */
export async function neighboursAt(
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice,
  { own, reader }: { readonly own?: string; readonly reader?: DocumentReader | undefined } = {},
): Promise<Neighbours> {
  if (paths.length === 0) return { documents: [], evidence: [], doubtful: false };
  const { documents, ...beside } = await chartable(paths, options, reader);
  return { ...beside, documents: documents.filter(({ place }) => own === undefined || place !== resolve(own)) };
}
