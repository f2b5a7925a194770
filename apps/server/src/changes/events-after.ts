import { relate } from '@portolan/chart';
import { type Catalog, contractOf, type EventsAfter, type WatchEvent, type WatchFilter } from '@portolan/control';
import type { Entry, Removal } from '@portolan/stores/port';
import type { Serving } from '../http/serving.ts';
import type { ChangeEntry } from '../port.ts';
import { type Known, known } from '../views/known.ts';
import { addressOf } from './feed.ts';
import { documentsOf, entryOf } from './list-entries.ts';

/** Entries of the log that are looked through at once. */
const STRIDE = 200;

/** What changed after a place in the log, as events for those who watch. Nothing while the documents are read first. */
export function eventsAfter(serving: Pick<Serving, 'catalog' | 'publicUrl'>): EventsAfter {
  return async (filter, after, limit) => {
    const catalog = serving.catalog();
    if (!catalog) return { events: [], cursor: after };
    const now = known(catalog.snapshot());
    const events: WatchEvent[] = [];
    let cursor = after;
    // What is recorded and not in the snapshot yet is told when it is.
    for (const entry of await catalog.log(after, STRIDE)) {
      if (entry.sequence > now.snapshot.sequence || events.length === limit) break;
      const told = await toldOf(catalog, now, entry, filter);
      if (told) events.push(eventOf(told, serving.publicUrl()));
      cursor = entry.sequence;
    }
    return { events, cursor };
  };
}

async function toldOf(catalog: Catalog, now: Known, entry: Entry, filter: WatchFilter) {
  if (!(await isAbout(catalog, now, entry, filter))) return undefined;
  const told = await entryOf(catalog, now, entry, entry.kind === 'removal' ? undefined : filter.channel);
  const isGrave = told?.verdict === 'breaking' || told?.kind === 'removed';
  return told && (filter.verdict === undefined || isGrave) ? told : undefined;
}

async function isAbout(catalog: Catalog, now: Known, entry: Entry, filter: WatchFilter): Promise<boolean> {
  const wanted = documentsOf(now, filter);
  if (!wanted || wanted.has(entry.document)) return true;
  // The chart knows no more whose it was; what it last said does.
  return entry.kind === 'removal' && (await wasAbout(catalog, entry, filter));
}

async function wasAbout(catalog: Catalog, removal: Removal, filter: WatchFilter): Promise<boolean> {
  const { document, sequence, source, path } = removal;
  if (filter.document !== undefined && filter.document !== document) return false;
  const [last] = await catalog.history(document, { limit: 1, before: sequence });
  const contract = last?.kind === 'revision' ? await contractOf(catalog, last) : undefined;
  if (!contract) return false;
  const chart = relate([{ id: document, source, path, contract }]);
  const has = (wanted: string | undefined, nodes: readonly { readonly id: string }[]) =>
    wanted === undefined || nodes.some(({ id }) => id === wanted);
  return has(filter.service, chart.services) && has(filter.team, chart.teams) && has(filter.channel, chart.channels);
}

/** `portolan.document.added`, `…changed`, `…removed`, with what `GET /api/v1/changes` says of it and where people read on. */
function eventOf(entry: ChangeEntry, origin: string): WatchEvent {
  const { sequence, at, kind, document } = entry;
  const link = kind === 'removed' ? `${origin}/changes` : addressOf(origin, entry);
  return {
    id: String(sequence),
    type: `portolan.document.${kind}`,
    sequence,
    time: at,
    subject: document,
    data: { ...entry, link },
  };
}
