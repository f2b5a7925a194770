import { resolve } from 'node:path';
import { type Chart, type ChartedDocument, relate } from '@portolan/chart';
import { type Contract, readText } from '@portolan/contract';
import { type OwnersReader, openOwners } from '@portolan/control/local';
import { faults } from '../faults.ts';
import { type Beside, type EvidenceChoice, evidenceFor } from './evidence.ts';
import { type GatherOptions, gatherAll } from './gather.ts';
import type { GivenDocument } from './given.ts';
import { shown } from './paths.ts';
import { type Settling, settlingHere, withSettled } from './settling.ts';

/** A chart with the documents that it was related from. */
export interface Charted {
  readonly chart: Chart;
  readonly documents: readonly ChartedDocument[];
  /** True when some of the evidence could not be understood, and so proves nothing. */
  readonly doubtful: boolean;
}

/** Reads one document, or gives it as it was read before. Undefined when it cannot be read at all. */
export type DocumentReader = (document: GivenDocument) => Promise<Contract | undefined>;

/**
 * The chart of all documents at `paths`, with the evidence beside them. Those that cannot be read at all are named on the standard error output.
 *
 * Faults: those of `gather` and `evidenceFor`; CLI_NO_DOCUMENTS when none can be read.
 */
export async function chartOf(
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice = {},
  reader: DocumentReader = readGiven,
): Promise<Charted> {
  const { documents, evidence, doubtful } = await chartable(paths, options, reader);
  if (documents.length === 0) throw faults.NO_DOCUMENTS({ paths: paths.join(', ') });
  return { chart: relate(documents, evidence), documents, doubtful };
}

/** A document for a chart, with where it stands: its absolute path, or its address. */
export interface PlacedDocument extends ChartedDocument {
  readonly place: string;
}

/**
 * Everything at `paths` that a chart is related from: documents with the directions that their teams have settled and
 * with their owners, and the evidence beside them.
 *
 * Faults: those of `gather` and `evidenceFor`.
 */
export async function chartable(
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice = {},
  reader: DocumentReader = readGiven,
): Promise<Beside & { readonly documents: readonly PlacedDocument[] }> {
  const { documents: given, folders } = await gatherAll(paths, options);
  const beside = await evidenceFor(paths, options, folders);
  const by = { ...settlingHere(options.config), owners: openOwners(process.cwd(), shown) };
  const read = await Promise.all(given.map(document => charted(document, reader, by)));
  return { ...beside, documents: named(read.filter(document => document !== undefined)) };
}

/** What teams say of their documents beside them. */
export interface Governed extends Settling {
  readonly owners: OwnersReader;
}

/** A document that has been read as charts take it: with the directions that its team has settled, and its owner. */
export async function governed(
  contract: Contract,
  place: string,
  { owners, ...settling }: Governed,
): Promise<Pick<ChartedDocument, 'contract' | 'beside'>> {
  const owner = await owners.of(place);
  return { ...(owner && { beside: { owner } }), contract: await withSettled(contract, place, settling) };
}

/** Reads a document and says on the standard error output what could not be read. */
export async function readGiven({ location, text, load }: GivenDocument): Promise<Contract | undefined> {
  const { contract } = await readText(location, await text(), load);
  if (!contract) console.error(`portolan: ${location} cannot be read and is left out; \`portolan validate\` says why.`);
  else if (contract.incomplete) {
    console.error(`portolan: ${location} is damaged and is read in part; \`portolan validate\` says where.`);
  }
  return contract;
}

async function charted(
  document: GivenDocument,
  reader: DocumentReader,
  by: Governed,
): Promise<PlacedDocument | undefined> {
  const { location, source, path } = document;
  const contract = await reader(document);
  if (!contract) return undefined;
  const place = /^https?:/i.test(location) ? location : resolve(location);
  return { id: `${source}/${path}`, source, path, place, ...(await governed(contract, place, by)) };
}

/** Two files of folders with the same name may meet here: the later ones are told apart by a number. */
function named(documents: readonly PlacedDocument[]): PlacedDocument[] {
  const taken = new Set<string>();
  return documents.map(document => {
    let id = document.id;
    for (let n = 2; taken.has(id); n++) id = `${document.id}~${n}`;
    taken.add(id);
    return { ...document, id };
  });
}
