import { compareText } from '@portolan/base';
import type { Entry, Store } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Source } from '../sources/port.ts';
import { type Holding, holdingOf } from './holding.ts';
import type { Catalog, CatalogChange, Log, Snapshot } from './model.ts';
import { snapshotOf } from './snapshot.ts';

/** What a catalog is made of. It owns the store from the moment of opening. */
export interface CatalogOptions {
  readonly store: Store;
  readonly sources: readonly Source[];
  readonly log?: Log;
  /** Milliseconds until a change that could not be recorded is tried again. Default 5,000. */
  readonly retryAfter?: number;
}

/** Entries of the log that are looked through for the newest ones of the sources at hand. */
const LOG_TAIL = 200;

/** Entries of the log that are read at once. */
const LOG_PAGE = 1_000;

/**
 * Reads all sources, records what differs from the store, and follows the sources from then on. Resolves when
 * everything was read once. Documents of sources that are not given now stay in the store, untouched and unseen.
 *
 * What cannot be recorded is not shown either: the snapshot stays, the sources say why, and it is tried again. Of what
 * other processes record in the same store, the log is followed; a source that they also read is looked at again.
 *
 * Faults: CONTROL_SOURCE_MISSING, CONTROL_SOURCE_TWICE, and those of the store, which is closed then.
 */
export async function openCatalog({ store, sources, log, retryAfter = 5_000 }: CatalogOptions): Promise<Catalog> {
  const listeners = new Set<(change: CatalogChange) => void>();
  /** Ids of documents that differ from the ones in the snapshot. */
  const touched = new Set<string>();
  const due = new Set<Holding>();
  let watches: readonly Disposable[] = [];
  /** Newest entry that the holdings have learnt of. */
  let learnt = 0;
  /** Whether another process may have recorded something since. */
  let behind = false;
  /** The newest entries when the last snapshot was drawn, oldest first. */
  let tail: readonly Entry[] = [];
  let retry: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let closed = false;

  const holdings = await opening(store, async () => {
    refuseTwins(sources);
    // Before the heads are read: what is recorded in between is learnt from the log.
    learnt = await store.sequence();
    return await Promise.all(sources.map(source => holdingOf(source, store)));
  });
  let snapshot = await opening(store, async () => {
    await takeIn(holdings);
    return await draw();
  });
  touched.clear();
  log?.info(factsOf(snapshot), 'sources read');

  /** From the sources through the store into the holdings: one transaction. */
  async function takeIn(taken: readonly Holding[]): Promise<void> {
    const changes = [];
    for (const holding of taken) changes.push(...(await holding.survey()));
    const own = new Set((changes.length > 0 ? await store.record(changes) : []).map(entry => entry.sequence));
    const entries = await newEntries();
    for (const holding of holdings) holding.learn(entries);
    for (const holding of taken) for (const id of await holding.settle()) touched.add(id);
    lookAgain(entries.filter(entry => !own.has(entry.sequence)));
  }

  /** The log since the last time; it also has what this process wrote without hearing that it was written. */
  async function newEntries(): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let after = learnt; ; after = entries.at(-1)?.sequence ?? after) {
      const page = await store.log(after, LOG_PAGE);
      entries.push(...page);
      if (page.length < LOG_PAGE) break;
    }
    learnt = entries.at(-1)?.sequence ?? learnt;
    return entries;
  }

  /** Another process saw a source of ours change: perhaps our own watch will not. */
  function lookAgain(foreign: readonly Entry[]): void {
    const names = new Set(foreign.map(entry => entry.source));
    for (const [n, { name }] of sources.entries()) if (names.has(name)) due.add(holdings[n] as Holding);
  }

  /** With `trouble` the store may be away, and is not asked. */
  async function draw(trouble?: string): Promise<Snapshot> {
    const sequence = trouble === undefined ? await store.sequence() : snapshot.sequence;
    if (trouble === undefined) tail = await store.log(Math.max(0, sequence - LOG_TAIL), LOG_TAIL);
    const states = holdings.map(holding => ({
      ...holding.state(),
      ...(trouble !== undefined && { problem: trouble }),
    }));
    return snapshotOf(
      holdings.flatMap(holding => holding.documents()),
      holdings.flatMap(holding => holding.evidence()),
      states,
      tail,
      sequence,
    );
  }

  /** Shows a new snapshot if there is anything new in it. */
  async function publish(trouble?: string): Promise<void> {
    const next = await draw(trouble);
    if (next.digest === snapshot.digest) return;
    snapshot = next;
    const documents = [...touched].sort(compareText);
    touched.clear();
    log?.info({ ...factsOf(snapshot), changed: documents.length }, 'chart changed');
    for (const listener of listeners) listener({ snapshot, documents });
  }

  async function work(): Promise<void> {
    while ((due.size > 0 || behind) && !closed) {
      const taken = [...due];
      due.clear();
      behind = false;
      try {
        await takeIn(taken);
        await publish();
      } catch (error) {
        for (const holding of taken) due.add(holding);
        behind = true;
        clearTimeout(retry);
        retry = setTimeout(start, retryAfter);
        log?.error({ error }, 'a change could not be taken in; it is tried again');
        await publish(`Changes are not taken in at the moment: ${(error as Error).message}`).catch(() => undefined);
        return;
      }
    }
  }

  function start(): void {
    if (closed) return;
    working ??= work().finally(() => {
      working = undefined;
    });
  }

  watches = sources.map((source, n) =>
    source.watch(() => {
      due.add(holdings[n] as Holding);
      start();
    }),
  );
  const following = store.follow(() => {
    behind = true;
    start();
  });

  return {
    snapshot: () => snapshot,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    history: store.history,
    historyLength: store.historyLength,
    revision: store.revision,
    text: store.text,
    async check() {
      await store.sequence();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      following[Symbol.dispose]();
      for (const watch of watches) watch[Symbol.dispose]();
      listeners.clear();
      await working;
      await store[Symbol.asyncDispose]();
    },
  };
}

/** A catalog that cannot be opened leaves its store closed. */
async function opening<T>(store: Store, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await store[Symbol.asyncDispose]();
    throw error;
  }
}

function refuseTwins(sources: readonly Source[]): void {
  const byName = new Map<string, Source>();
  for (const source of sources) {
    const twin = byName.get(source.name);
    if (twin) throw faults.SOURCE_TWICE({ name: source.name, first: twin.location, second: source.location });
    byName.set(source.name, source);
  }
}

function factsOf({ documents, chart, sequence, took }: Snapshot): object {
  return { documents: documents.size, services: chart.services.length, sequence, took: Math.round(took) };
}
