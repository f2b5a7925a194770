import { resolve } from 'node:path';
import { type Chart, type ChartedDocument, relate } from '@portolan/chart';
import { settledBy } from '@portolan/checks';
import { type Contract, readText } from '@portolan/contract';
import { type OwnersReader, openOwners, openSettings, type SettingsReader, slashed } from '@portolan/control';
import { faults } from '../faults.ts';
import { type EvidenceChoice, evidenceFor } from './evidence.ts';
import { type GatherOptions, gatherAll } from './gather.ts';
import type { GivenDocument } from './given.ts';
import { shown } from './paths.ts';

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
  const { documents: given, folders } = await gatherAll(paths, options);
  const beside = await evidenceFor(paths, options, folders);
  const settings = openSettings({ top: process.cwd(), plugins: false, shown });
  const owners = openOwners(process.cwd(), shown);
  const read = await Promise.all(given.map(document => charted(document, reader, settings, owners)));
  const documents = named(read.filter(document => document !== undefined));
  if (documents.length === 0) throw faults.NO_DOCUMENTS({ paths: paths.join(', ') });
  return { chart: relate(documents, beside.evidence), documents, doubtful: beside.doubtful };
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

/** A document with the directions that its team has settled. */
async function charted(
  document: GivenDocument,
  reader: DocumentReader,
  settings: SettingsReader,
  owners: OwnersReader,
): Promise<ChartedDocument | undefined> {
  const { location, source, path } = document;
  const contract = await reader(document);
  if (!contract) return undefined;
  const { directions } = (await settings.of(resolve(location))).settings;
  const owner = await owners.of(resolve(location));
  return {
    ...(owner && { beside: { owner } }),
    id: `${source}/${path}`,
    source,
    path,
    contract: settledBy(directions, contract, slashed(process.cwd())).contract,
  };
}

/** Two files of folders with the same name may meet here: the later ones are told apart by a number. */
function named(documents: readonly ChartedDocument[]): ChartedDocument[] {
  const taken = new Set<string>();
  return documents.map(document => {
    let id = document.id;
    for (let n = 2; taken.has(id); n++) id = `${document.id}~${n}`;
    taken.add(id);
    return { ...document, id };
  });
}
