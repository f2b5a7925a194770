import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ChangeVerdict, VERDICTS } from '@portolan/changes';
import type { Catalog } from '@portolan/control';
import type { Entry, Revision } from '@portolan/stores/port';
import { toldOf } from '../changes/told.ts';
import type { ChangeLine } from '../port.ts';
import type { Known } from '../views/known.ts';

/** A revision that changed something, with what it changed. */
export interface Changed {
  readonly at: string;
  readonly document: string;
  readonly verdict: ChangeVerdict;
  readonly lines: readonly ChangeLine[];
}

/** Entries of the log that are read at once, and in all. */
const STRIDE = 500;
const MOST_SEEN = 20_000;

/** Revisions that are compared for one answer: the first time takes the longest. */
const MOST_COMPARED = 400;

/** What revisions changed since a day, newest first, and the sentences that say what was left out. */
export async function changedSince(
  catalog: Catalog,
  known: Known,
  since: string,
): Promise<{ readonly changed: readonly Changed[]; readonly cuts: readonly string[] }> {
  const { entries, isCut } = await entriesSince(catalog, known, since);
  const cuts = isCut ? [`Only the newest ${MOST_SEEN} entries of the log were read.`] : [];
  const changed: Changed[] = [];
  let compared = 0;
  for (const entry of entries) {
    if (entry.kind !== 'revision') continue;
    const [previous] = await catalog.history(entry.document, { limit: 1, before: entry.sequence });
    if (previous?.kind !== 'revision') continue;
    if (compared === MOST_COMPARED) {
      cuts.push(
        `Only the newest ${MOST_COMPARED} revisions were compared, back to ${changed.at(-1)?.at.slice(0, 10)}.`,
      );
      break;
    }
    compared++;
    const found = await changeIn(catalog, previous, entry);
    if (found) changed.push(found);
    // Comparing is computation: let others be served between two of them.
    await nextTurn();
  }
  return { changed, cuts };
}

async function changeIn(catalog: Catalog, previous: Revision, entry: Revision): Promise<Changed | undefined> {
  const lines = await toldOf(catalog, previous, entry);
  const verdict = VERDICTS.find(each => lines.some(line => line.verdict === each));
  return verdict && { at: entry.at, document: entry.document, verdict, lines };
}

/** Entries of the sources that are read now, newest first. */
async function entriesSince(catalog: Catalog, { snapshot }: Known, since: string) {
  const sources = new Set(snapshot.sources.map(({ name }) => name));
  const entries: Entry[] = [];
  let below = snapshot.sequence + 1;
  for (let seen = 0; below > 1; seen += STRIDE) {
    if (seen >= MOST_SEEN) return { entries, isCut: true };
    const after = Math.max(0, below - 1 - STRIDE);
    for (const entry of (await catalog.log(after, below - 1 - after)).toReversed()) {
      if (entry.at < since) return { entries, isCut: false };
      if (sources.has(entry.source)) entries.push(entry);
    }
    below = after + 1;
  }
  return { entries, isCut: false };
}
