import { type Chart, type ChartedDocument, relate } from '@portolan/chart';
import { readText } from '@portolan/contract';
import { faults } from '../faults.ts';
import { type GatherOptions, gather } from './gather.ts';
import type { GivenDocument } from './given.ts';

/** A chart with the documents that it was related from. */
export interface Charted {
  readonly chart: Chart;
  readonly documents: readonly ChartedDocument[];
}

/**
 * The chart of all documents at `paths`. Those that cannot be read at all are named on the standard error output.
 *
 * Faults: those of `gather`; CLI_NO_DOCUMENTS when none can be read.
 */
export async function chartOf(paths: readonly string[], options: GatherOptions = {}): Promise<Charted> {
  const given = await gather(paths, options);
  const read = await Promise.all(given.map(charted));
  const documents = named(read.filter(document => document !== undefined));
  if (documents.length === 0) throw faults.NO_DOCUMENTS({ paths: paths.join(', ') });
  return { chart: relate(documents), documents };
}

async function charted({ location, source, path, text, load }: GivenDocument): Promise<ChartedDocument | undefined> {
  const { contract } = await readText(location, await text(), load);
  if (!contract) console.error(`portolan: ${location} cannot be read and is left out; \`portolan validate\` says why.`);
  else if (contract.incomplete) {
    console.error(`portolan: ${location} is damaged and is read in part; \`portolan validate\` says where.`);
  }
  return contract && { id: `${source}/${path}`, source, path, contract };
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
