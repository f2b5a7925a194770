import type { Catalog } from '@portolan/control';
import type { Entry, Revision } from '@portolan/stores/port';
import type { ChangeEntry } from '../port.ts';
import type { Known } from '../views/known.ts';
import { ownerName } from '../views/summaries.ts';
import { type Told, toldOf } from './told.ts';

/** What the changes may be narrowed to. */
export interface ChangeFilter {
  /** ISO 8601; what was recorded before is left out. */
  readonly since?: string | undefined;
  readonly document?: string | undefined;
  readonly service?: string | undefined;
  readonly team?: string | undefined;
  readonly channel?: string | undefined;
}

export interface ChangePage {
  /** Newest first. */
  readonly limit: number;
  /** Sequence to continue below. */
  readonly before?: number | undefined;
}

/** Entries of the log that are read at once. */
const STRIDE = 500;

/** Entries that one answer looks through; who wants older ones asks on. */
const MOST_SEEN = 20_000;

/** Sentences that one entry has; a document that was rewritten as a whole has hundreds. */
const MOST_LINES = 20;

const GRAVITY = ['breaking', 'not-checked', 'non-breaking', 'editorial'] as const;

/**
 * What happened to the documents of the sources that are read now, newest first. `next` is the sequence to continue
 * below; absent when everything was looked through.
 */
export async function listEntries(
  catalog: Catalog,
  known: Known,
  filter: ChangeFilter,
  { limit, before }: ChangePage,
): Promise<{ entries: ChangeEntry[]; next?: number }> {
  const wanted = documentsOf(known, filter);
  const sources = new Set(known.snapshot.sources.map(({ name }) => name));
  const entries: ChangeEntry[] = [];
  let below = Math.min(before ?? Number.MAX_SAFE_INTEGER, known.snapshot.sequence + 1);
  for (let seen = 0; below > 1 && seen < MOST_SEEN; seen += STRIDE) {
    const after = Math.max(0, below - 1 - STRIDE);
    const stretch = await catalog.log(after, below - 1 - after);
    for (const entry of stretch.toReversed()) {
      if (filter.since !== undefined && entry.at < filter.since) return { entries };
      if (!sources.has(entry.source) || (wanted && !wanted.has(entry.document))) continue;
      const told = await entryOf(catalog, known, entry, filter.channel);
      if (!told) continue;
      if (entries.length === limit) return { entries, next: (entries.at(-1) as ChangeEntry).sequence };
      entries.push(told);
    }
    below = after + 1;
  }
  return { entries, ...(below > 1 && { next: below }) };
}

/** Documents that can be meant; undefined where every document is. */
export function documentsOf(known: Known, filter: ChangeFilter): ReadonlySet<string> | undefined {
  const { document, service, team, channel } = filter;
  const lists = [
    ...(document === undefined ? [] : [[document]]),
    ...(service === undefined ? [] : [known.services.get(service)?.documents ?? []]),
    ...(team === undefined ? [] : [known.ownedBy(team).services.flatMap(each => each.documents)]),
    ...(channel === undefined ? [] : [known.channels.get(channel)?.described.map(each => each.document) ?? []]),
  ];
  if (lists.length === 0) return undefined;
  const [first = [], ...others] = lists;
  return new Set(first.filter(id => others.every(list => list.includes(id))));
}

/** An entry in words; undefined where only one channel is asked for, and the entry does not touch it. */
export async function entryOf(catalog: Catalog, known: Known, entry: Entry, channel?: string) {
  const earlier = (await catalog.history(entry.document, { limit: 1, before: entry.sequence }))[0];
  const previous = earlier?.kind === 'revision' ? earlier : undefined;
  const isChange = entry.kind === 'revision' && previous !== undefined;
  const told = isChange ? await toldOf(catalog, previous, entry) : [];
  const lines = channel === undefined ? told : told.filter(line => touches(known, entry.document, line, channel));
  if (isChange && channel !== undefined && lines.length === 0) return undefined;
  return inWords(known, entry, previous, lines);
}

function touches(known: Known, document: string, { channels }: Told, channel: string): boolean {
  const described = known.channels.get(channel)?.described ?? [];
  return described.some(each => each.document === document && channels.has(each.id));
}

function inWords(known: Known, entry: Entry, previous: Revision | undefined, lines: readonly Told[]): ChangeEntry {
  const { sequence, at, document, source, path } = entry;
  const service = known.serviceOfDocument.get(document);
  const verdict = GRAVITY.find(each => lines.some(line => line.verdict === each));
  return {
    sequence,
    at,
    kind: entry.kind === 'removal' ? 'removed' : previous ? 'changed' : 'added',
    document,
    title: known.snapshot.documents.get(document)?.title ?? path,
    source,
    ...(service && { service: service.id, serviceName: service.name, ...ownerName(known, service) }),
    ...(service?.owner !== undefined && { owner: service.owner }),
    ...(entry.kind === 'revision' && { digest: entry.digest }),
    ...(previous && { before: previous.digest }),
    ...(verdict && { verdict }),
    changes: lines.slice(0, MOST_LINES).map(({ code, verdict: own, says }) => ({ code, verdict: own, says })),
    more: Math.max(0, lines.length - MOST_LINES),
  };
}
