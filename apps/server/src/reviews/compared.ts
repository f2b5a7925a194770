import { type Catalog, readRevision } from '@portolan/control';
import { type ComparedDocument, compareReads, type Read } from '@portolan/review';
import { namedAmong } from '@portolan/review/consumers';
import type { Revision } from '@portolan/stores/port';
import type { Known } from '../views/known.ts';
import { keptAnswers } from './kept.ts';

/** How many comparisons are kept. One holds both contracts, which take some megabytes where documents are large. */
const KEPT = 30;

const compared = keptAnswers<ComparedDocument>(KEPT);

/**
 * A revision compared with another one, and what each change does to the services that the other documents of the
 * present chart name. Revisions never change, so it is made once for each chart.
 */
export function comparedOf(
  catalog: Catalog,
  known: Known,
  before: Revision | undefined,
  after: Revision,
): Promise<ComparedDocument> {
  const key = [after.document, before?.digest ?? '', after.digest, known.snapshot.chart.digest].join(' ');
  return compared(key, async () => {
    const [old, next] = await Promise.all([before && readOf(catalog, before), readOf(catalog, after)]);
    const [document] = compareReads(old ? [old] : [], [next]);
    const others = known.charted.map(other => ({ ...other, place: other.id }));
    return namedAmong(document as ComparedDocument, others, known.snapshot.evidence);
  });
}

/** Two revisions of one document are one document, whatever it is called: the way inside is empty. */
async function readOf(catalog: Catalog, revision: Revision): Promise<Read> {
  const { document, path, digest } = revision;
  const short = digest.replace('sha256:', '').slice(0, 10);
  return { location: path, way: '', path: document, revision: short, read: await readRevision(catalog, revision) };
}
