import { compareText } from '@portolan/base';
import type { Change, Entry, Store } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Remote } from '../remote/remote.ts';
import { isSourceName } from '../sources/named-sources.ts';
import type { Source } from '../sources/port.ts';
import { checkedFiles } from '../sources/pushed/checked-files.ts';
import { LEDGER, lastPush, pushDraft, pushedNames } from '../sources/pushed/ledger.ts';
import { pushedSource } from '../sources/pushed/pushed-source.ts';
import { type Holding, holdingOf } from './holding.ts';
import type { Catalog, CatalogChange, CatalogDocument, Log, PushOutcome, Snapshot } from './model.ts';
import { outcomeOf, rehearse } from './push.ts';
import { snapshotOf } from './snapshot.ts';
import { tellProblems } from './tell-problems.ts';

/** What a catalog is made of. It owns the store from the moment of opening. */
export interface CatalogOptions {
  readonly store: Store;
  readonly sources: readonly Source[];
  readonly log?: Log;
  /** Files of the network that pushed documents may refer to. Default: none. */
  readonly remote?: Remote;
  /** Milliseconds until a change that could not be recorded is tried again. Default 5,000. */
  readonly retryAfter?: number;
}

/** Entries of the log that are looked through for the newest ones of the sources at hand. */
const LOG_TAIL = 200;

/** Entries of the log that are read at once. */
const LOG_PAGE = 1_000;

/**
 * Reads all sources, records what differs from the store, and follows the sources from then on. Resolves when
 * everything was read once. Documents of sources that are not given now stay in the store, untouched and unseen; what
 * was pushed is a source without being given.
 *
 * What cannot be recorded is not shown either: the snapshot stays, the sources say why, and it is tried again. Of what
 * other processes record in the same store, the log is followed; a source that they also read is looked at again.
 *
 * Faults: CONTROL_SOURCE_MISSING, CONTROL_SOURCE_TWICE, and those of the store, which is closed then.
 */
export async function openCatalog(options: CatalogOptions): Promise<Catalog> {
  const { store, log, remote, retryAfter = 5_000 } = options;
  const sources = [...options.sources];
  /** Those among the sources that were pushed. */
  const pushed = new Set<Source>();
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
  let lastTurn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const holdings = await opening(store, async () => {
    refuseTwins(sources);
    // Before the heads are read: what is recorded in between is learnt from the log.
    learnt = await store.sequence();
    for (const name of await pushedNames(store)) meet(name);
    return await Promise.all(sources.map(source => holdingOf(source, store)));
  });
  let snapshot = await opening(store, async () => {
    await takeIn(holdings);
    return await draw(undefined);
  });
  touched.clear();
  log?.info(factsOf(snapshot), 'sources read');
  if (log) tellProblems([], snapshot.sources, log);

  /** From the sources through the store into the holdings: one transaction. */
  async function takeIn(taken: readonly Holding[]): Promise<void> {
    const changes = [];
    for (const holding of taken) changes.push(...(await holding.survey()));
    const own = new Set((changes.length > 0 ? await store.record(changes) : []).map(entry => entry.sequence));
    const entries = await newEntries();
    for (const holding of holdings) holding.learn(entries);
    for (const holding of taken) for (const id of await holding.settle()) touched.add(id);
    lookAgain(entries.filter(entry => !own.has(entry.sequence)));
    for (const { source, path } of entries) if (source === LEDGER) await lookAtPushed(path);
  }

  /** A source that was pushed, unless one of that name was given: what is known of it then stays unseen. */
  function meet(name: string): void {
    if (sources.some(source => source.name === name)) return;
    const source = pushedSource(name, store, remote);
    sources.push(source);
    pushed.add(source);
  }

  async function lookAtPushed(name: string): Promise<void> {
    meet(name);
    const n = sources.findIndex(source => source.name === name);
    holdings[n] ??= await holdingOf(sources[n] as Source, store);
    if (pushed.has(sources[n] as Source)) due.add(holdings[n]);
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
    for (const [n, source] of sources.entries()) {
      if (!names.has(source.name)) continue;
      if (source.refresh) source.refresh();
      else if (holdings[n]) due.add(holdings[n]);
    }
  }

  /** With `trouble` the store may be away, and is not asked. */
  async function draw(before: Snapshot | undefined, trouble?: string): Promise<Snapshot> {
    const isAway = before !== undefined && trouble !== undefined;
    const sequence = isAway ? before.sequence : await store.sequence();
    if (!isAway) tail = await store.log(Math.max(0, sequence - LOG_TAIL), LOG_TAIL);
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
      before,
    );
  }

  /** Shows a new snapshot if there is anything new in it. */
  async function publish(trouble?: string): Promise<void> {
    const next = await draw(snapshot, trouble);
    if (next.digest === snapshot.digest) return;
    if (log) tellProblems(snapshot.sources, next.sources, log);
    snapshot = next;
    const documents = [...touched].sort(compareText);
    touched.clear();
    log?.info({ ...factsOf(snapshot), changed: documents.length }, 'chart changed');
    for (const listener of listeners) listener({ snapshot, documents });
  }

  /** Answers whether everything was taken in. */
  async function work(): Promise<boolean> {
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
        return false;
      }
    }
    return true;
  }

  function start(): void {
    if (closed) return;
    working ??= work().then(isDone => {
      working = undefined;
      // What came between the last look and this moment.
      if (isDone && (due.size > 0 || behind)) start();
    });
  }

  /** Records something in the ledger, and answers when it is shown. */
  async function pushing(name: string, change: Change): Promise<PushOutcome> {
    const known = documentsOf(name);
    const before = new Map(known.map(({ path, revision }) => [path, revision]));
    const [entry] = await store.record([change]);
    behind = true;
    start();
    while (working) await working;
    if (!closed && entry && (behind || learnt < entry.sequence)) throw faults.PUSH_LATE({ source: name });
    return outcomeOf(name, before, documentsOf(name));
  }

  function documentsOf(name: string): readonly CatalogDocument[] {
    return [...snapshot.documents.values()].filter(({ source }) => source === name);
  }

  function refuseOthers(name: string): void {
    if (!isSourceName(name)) {
      throw faults.PUSH_REFUSED({ source: name.slice(0, 100), reason: 'that is no name for a source' });
    }
    const other = sources.find(source => source.name === name && !pushed.has(source));
    if (other) throw faults.SOURCE_NOT_PUSHED({ source: name, location: other.location });
  }

  /** One push after the other, so that each answers what it did itself. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const mine = lastTurn.then(step);
    lastTurn = mine.catch(() => undefined);
    return mine;
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
    log: store.log,
    async push(name, files, { dryRun = false, ...facts } = {}) {
      refuseOthers(name);
      const checked = checkedFiles(name, files);
      if (dryRun) return await rehearse(name, checked, store, remote);
      return await inTurn(() => pushing(name, pushDraft(name, checked, facts)));
    },
    async removePushed(name) {
      refuseOthers(name);
      if ((await lastPush(store, name))?.digest === undefined) throw faults.SOURCE_UNKNOWN({ source: name });
      const change = { kind: 'removal', document: `${LEDGER}/${name}`, source: LEDGER, path: name } as const;
      return await inTurn(() => pushing(name, change));
    },
    async check() {
      await store.sequence();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      following[Symbol.dispose]();
      for (const watch of watches) watch[Symbol.dispose]();
      listeners.clear();
      await lastTurn;
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
