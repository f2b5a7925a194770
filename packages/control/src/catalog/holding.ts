import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Digest } from '@portolan/base';
import type { DocumentBeside } from '@portolan/chart';
import type { Contract } from '@portolan/contract';
import type { Evidence } from '@portolan/evidence/port';
import type { Change, Entry, Store } from '@portolan/stores/port';
import { type Gathered, problemIn } from '../evidence/gathered.ts';
import type { GoverningFile } from '../settings/governing.ts';
import { slashed } from '../settings/places.ts';
import { today } from '../settings/today.ts';
import type { Source } from '../sources/port.ts';
import { lastReadable } from './last-readable.ts';
import type { CatalogDocument, SettledDecisions, SourceState } from './model.ts';
import { readingAhead } from './read-ahead.ts';
import { type Judging, type Reading, readDocument } from './read-document.ts';

/** What the catalog holds of one source, and how that catches up with the source. */
export interface Holding {
  /** Scans the source and reads what may have changed. Answers what is to be recorded; nothing else is visible yet. */
  survey(): Promise<readonly Change[]>;
  /** Takes note of what the store holds of the source now. */
  learn(entries: readonly Entry[]): void;
  /** What the last survey found was recorded and learnt. Answers the ids of the documents that differ from before. */
  settle(): Promise<readonly string[]>;
  documents(): readonly CatalogDocument[];
  /** What files beside the documents said at the last survey. */
  evidence(): readonly Evidence[];
  state(): SourceState;
}

interface Held {
  readonly document: CatalogDocument;
  readonly asked: ReadonlySet<string>;
  /** What the settings were that judged it. */
  readonly judgedBy: string;
}

/** The newest revision in the store. */
type Recorded = Pick<CatalogDocument, 'sequence' | 'at'> & { readonly digest: Digest };

/** Starts from the heads that the store has of the source, so that only what differs is recorded again. */
export async function holdingOf(source: Source, store: Store): Promise<Holding> {
  const held = new Map<string, Held>();
  const recorded = new Map<string, Recorded>((await store.heads(source.name)).map(head => [head.path, head]));
  /** Locations that changed since the last settled survey. */
  const owed = new Set<string>();
  let found = new Map<string, Reading>();
  let gone: readonly string[] = [];
  /** Documents of the last scan, and of the last one that was settled. */
  let present: ReadonlySet<string> = new Set();
  let seen: ReadonlySet<string> | undefined;
  let problem: string | undefined;
  let gathered: Gathered = { evidence: [], findings: [] };
  let besides: ReadonlyMap<string, DocumentBeside> = new Map();
  let judging = new Map<string, Judging & { readonly mark: string }>();

  const idOf = (path: string) => `${source.name}/${path}`;

  async function survey(): Promise<readonly Change[]> {
    const scan = await source.scan();
    for (const location of scan.changed) owed.add(location);
    problem = scan.problem;
    found = new Map();
    gone = [];
    if (!scan.documents) return [];
    gathered = (await source.evidence?.()) ?? gathered;
    besides = (await source.beside?.(scan.documents)) ?? besides;
    const there = new Set(scan.documents);
    present = there;
    judging = await judgingOf(scan.documents);
    const stale = scan.documents.filter(path => {
      const before = held.get(path);
      return !before || meets(before.asked, owed) || before.judgedBy !== judging.get(path)?.mark;
    });
    const load = readingAhead(stale, source.load);
    for (const path of stale) {
      const reading = await readDocument(path, load, judging.get(path));
      // Gone since the scan, perhaps with the whole folder: whether that is a removal, the next scan tells.
      if (reading) found.set(path, reading);
      // Reading is computation: let others be served between two documents.
      await nextTurn();
    }
    // What another process recorded, a source that is asked now and then may not have seen yet.
    const before = source.refresh && seen ? seen : new Set([...held.keys(), ...recorded.keys()]);
    gone = [...before].filter(path => !there.has(path));
    return [...found].flatMap(revisionDraft).concat(gone.flatMap(removalDraft));
  }

  /** What judges each document now. An exclude may end with the day, so the day counts where one can end. */
  async function judgingOf(paths: readonly string[]): Promise<Map<string, Judging & { readonly mark: string }>> {
    const root = slashed(source.root ?? resolve(source.location));
    const known = new Map<string, Judging & { readonly mark: string }>();
    for (const path of paths) {
      const governing = await source.settings?.(path);
      const ends = governing?.settings.excludes.some(({ until }) => until !== undefined);
      const mark = `${governing?.digest} ${ends ? today() : ''}`;
      known.set(path, { ...(governing && { governing }), root, mark });
    }
    return known;
  }

  /** What is wrong with the settings, as far as anything is. */
  function settingsProblem(): string | undefined {
    const files = new Map<string, GoverningFile>();
    for (const { governing } of judging.values()) for (const file of governing?.files ?? []) files.set(file.path, file);
    const said = [...files.values()].flatMap(({ location, findings }) =>
      findings.map(({ message, range }) => `${location}${range ? `:${range.start.line}` : ''}: ${message}`),
    );
    const more = said.length > 3 ? [`${said.length - 3} more are told by \`portolan validate\`.`] : [];
    return said.length > 0 ? [...said.slice(0, 3), ...more].join(' ') : undefined;
  }

  function revisionDraft([path, { digest, files }]: readonly [string, Reading]): Change[] {
    if (recorded.get(path)?.digest === digest) return [];
    return [{ kind: 'revision', document: idOf(path), source: source.name, path, digest, files }];
  }

  function removalDraft(path: string): Change[] {
    return recorded.has(path) ? [{ kind: 'removal', document: idOf(path), source: source.name, path }] : [];
  }

  function learn(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.source !== source.name) continue;
      if (entry.kind === 'revision') recorded.set(entry.path, entry);
      else recorded.delete(entry.path);
    }
  }

  async function settle(): Promise<readonly string[]> {
    const touched: string[] = gone.map(idOf);
    for (const path of gone) held.delete(path);
    for (const [path, reading] of found) {
      // Another process removed it in the same moment: the next survey reads and records it again.
      if (!recorded.has(path)) continue;
      const before = held.get(path)?.document;
      const document = await documentOf(path, reading, before);
      held.set(path, { document, asked: reading.asked, judgedBy: judging.get(path)?.mark ?? '' });
      if (!before || differ(before, document)) touched.push(document.id);
    }
    for (const [path, { document, ...rest }] of held) {
      const { beside, ...own } = document;
      const now = besides.get(path);
      if (JSON.stringify(beside) === JSON.stringify(now)) continue;
      held.set(path, { ...rest, document: Object.freeze({ ...own, ...(now && { beside: now }) }) });
      touched.push(document.id);
    }
    owed.clear();
    seen = present;
    found = new Map();
    gone = [];
    return [...new Set(touched)];
  }

  async function documentOf(path: string, reading: Reading, before?: CatalogDocument): Promise<CatalogDocument> {
    // Half a document must not make half a service vanish from the map, as long as there is a whole one to show.
    const contract =
      whole(reading.contract) ?? whole(before?.contract) ?? (await lastReadable(store, idOf(path))) ?? reading.contract;
    const stale = contract !== undefined && contract !== reading.contract;
    const { sequence, at } = recorded.get(path) as Recorded;
    const decisions = decisionsOf(judging.get(path));
    return Object.freeze({
      id: idOf(path),
      source: source.name,
      path,
      title: contract?.info.title || path,
      ...(contract && { contract }),
      stale,
      findings: reading.findings,
      suppressed: reading.suppressed,
      ...(reading.score && { score: reading.score }),
      files: reading.files.map(({ location, digest }) => ({ location, digest })),
      places: stale ? new Map() : reading.places,
      revision: reading.digest,
      sequence,
      at,
      ...(decisions && { decisions }),
    });
  }

  return {
    survey,
    learn,
    settle,
    documents: () => [...held.values()].map(({ document }) => document),
    evidence: () => gathered.evidence,
    state() {
      const problems = [problem, settingsProblem(), problemIn(gathered.findings)].filter(it => it !== undefined);
      return {
        name: source.name,
        location: source.location,
        documents: held.size,
        ...(problems.length > 0 && { problem: problems.join(' ') }),
      };
    },
  };
}

function decisionsOf({ governing, root = '' }: Judging = {}): SettledDecisions | undefined {
  const { waivers = [], signOffs = [] } = governing?.settings ?? {};
  return waivers.length + signOffs.length > 0 ? { waivers, signOffs, root } : undefined;
}

/** A contract of which no part was lost to damage. */
function whole(contract: Contract | undefined): Contract | undefined {
  return contract?.incomplete ? undefined : contract;
}

function meets(asked: ReadonlySet<string> | undefined, changed: ReadonlySet<string>): boolean {
  return asked !== undefined && [...asked].some(location => changed.has(location));
}

function differ(a: CatalogDocument, b: CatalogDocument): boolean {
  if (a.sequence !== b.sequence || a.suppressed !== b.suppressed) return true;
  return JSON.stringify([a.findings, a.decisions]) !== JSON.stringify([b.findings, b.decisions]);
}
