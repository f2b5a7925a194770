import { type Load, readText } from '@portolan/contract';
import type { ChartedDocument } from '../src/model.ts';
import { relate } from '../src/relate/relate.ts';

/** Texts of documents by path; the folder they are in is the source `shop`. */
export type Texts = Readonly<Record<string, string>>;

/** Reads each text as a document of its own. References go to the other texts, or to what `load` gives. */
export function documentsOf(texts: Texts, source = 'shop', load?: Load): Promise<ChartedDocument[]> {
  return Promise.all(
    Object.entries(texts).map(async ([path, text]) => {
      const { contract, findings } = await readText(path, text, location => texts[location] ?? load?.(location));
      if (!contract) throw new Error(`${path} is no document: ${findings[0]?.message}`);
      return { id: `${source}/${path}`, source, path, contract };
    }),
  );
}

/** The chart of some documents. */
export async function chartOf(texts: Texts) {
  return relate(await documentsOf(texts));
}
