import { type Chart, type ChartedDocument, relate } from '@portolan/chart';
import { type Contract, readText } from '@portolan/contract';
import type { Files } from '@portolan/language';
import type { Folder } from './folder.ts';

/** More documents, or longer ones, are not charted while somebody waits for an answer. */
const MAX_DOCUMENTS = 300;
const MAX_CHARACTERS = 4_000_000;

/** The chart of a folder, made anew only when a text has changed. */
export interface Charting {
  /** Undefined when the folder is too large for it. */
  of(files: Files): Promise<Chart | undefined>;
}

export function charting(folder: Folder): Charting {
  const known = new Map<string, { readonly texts: string; readonly contract: Contract | undefined }>();
  let last: { readonly files: Files; readonly chart: Promise<Chart | undefined> } | undefined;

  async function make(files: Files): Promise<Chart | undefined> {
    const documents = folder.documents();
    const length = files.locations.reduce((sum, location) => sum + (files.text(location)?.length ?? 0), 0);
    if (documents.length > MAX_DOCUMENTS || length > MAX_CHARACTERS) return undefined;
    const charted: ChartedDocument[] = [];
    for (const path of documents) {
      const contract = await contractOf(path, files);
      if (contract) charted.push({ id: path, source: 'workspace', path, contract });
    }
    return relate(charted);
  }

  async function contractOf(path: string, files: Files): Promise<Contract | undefined> {
    const before = known.get(path);
    if (before && files.text(path) === before.texts) return before.contract;
    const text = files.text(path) ?? '';
    const { contract } = await readText(path, text, location => files.text(location));
    known.set(path, { texts: text, contract });
    return contract;
  }

  return {
    of(files) {
      if (last?.files !== files) last = { files, chart: make(files) };
      return last.chart;
    },
  };
}
