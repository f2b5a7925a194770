import { type ChangeVerdict, VERDICTS } from '@portolan/changes';
import { type ComparedDocument, compareReads, type PlacedChange, reportOf } from '@portolan/review';
import type { namedAmong } from '@portolan/review/consumers';
import { type Step, type WalkOptions, walk } from '../past/walk.ts';
import { countsFor, isTooSmall } from '../revisions/exit.ts';
import type { BrokenConsumer, History, HistorySummary, PastChange, PastDocument, PastRevision, Stop } from './model.ts';
import { STOPS } from './model.ts';

export interface LookBackOptions extends WalkOptions {
  /** Whether to judge each change against what the other documents of the repository said at the time. */
  readonly againstConsumers?: boolean;
}

/**
 * Asks the rules of `portolan check` about each commit of the past: what it changed, and why it would have been stopped.
 *
 * Faults: those of `walk`.
 */
export async function lookBack(options: LookBackOptions): Promise<History> {
  const revisions: PastRevision[] = [];
  let commits = 0;
  const count = (all: number) => {
    commits = all;
  };
  // The chart is loaded for those who ask for it.
  const naming = options.againstConsumers ? (await import('@portolan/review/consumers')).namedAmong : undefined;
  for await (const step of walk(options, count)) {
    const revision = await revisionOf(step, naming);
    if (revision.documents.length > 0 || revision.unreadable.length > 0) revisions.push(revision);
  }
  revisions.reverse();
  return { revisions, summary: summaryOf(revisions, commits, naming !== undefined) };
}

async function revisionOf(
  { commit, before, after, unreadable, around }: Step,
  naming?: typeof namedAmong,
): Promise<PastRevision> {
  const compared = compareReads(before, after);
  const others = naming && (await around());
  const named = others && naming && compared.map(document => naming(document, others.documents, others.evidence));
  const report = reportOf(named ?? compared);
  const stops: Record<Stop, boolean> = {
    breaking: countsFor(report, 'breaking'),
    version: isTooSmall(report),
    unreadable: unreadable.length > 0,
  };
  return {
    commit: commit.id,
    date: commit.date,
    author: commit.author,
    subject: commit.subject,
    stops: STOPS.filter(stop => stops[stop]),
    // Without the texts: a thousand commits have to fit into the memory.
    documents: report.documents.map(documentOf),
    unreadable,
  };
}

function documentOf({ title, before, after, changes, version }: ComparedDocument): PastDocument {
  const path = after?.location ?? before?.location ?? '';
  return { title, path, changes: changes.map(changeOf), ...(version && { version }) };
}

function changeOf({ code, verdict, says, reason, consumers }: PlacedChange): PastChange {
  return { code, verdict, says, ...(reason !== undefined && { reason }), ...(consumers && { consumers }) };
}

function summaryOf(revisions: readonly PastRevision[], commits: number, against: boolean): HistorySummary {
  const changes = revisions.flatMap(({ documents }) => documents.flatMap(document => document.changes));
  const ofVerdict = (verdict: ChangeVerdict) => changes.filter(change => change.verdict === verdict);
  const stoppedBy = (stop: Stop) => revisions.filter(({ stops }) => stops.includes(stop)).length;
  return {
    commits,
    revisions: revisions.length,
    stopped: revisions.filter(({ stops }) => stops.length > 0).length,
    stops: Object.fromEntries(STOPS.map(stop => [stop, stoppedBy(stop)])) as HistorySummary['stops'],
    changes: Object.fromEntries(
      VERDICTS.map(verdict => [verdict, ofVerdict(verdict).length]),
    ) as HistorySummary['changes'],
    breaking: counted(ofVerdict('breaking').map(({ code }) => code)),
    ...(against && { consumers: brokenBy(revisions) }),
  };
}

/** How often each word stands there, the most frequent first. */
function counted(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
}

function brokenBy(revisions: readonly PastRevision[]): BrokenConsumer[] {
  const owners = new Map<string, string | undefined>();
  const names = revisions.flatMap(({ documents }) => {
    const consumers = documents.flatMap(({ changes }) => changes.flatMap(change => change.consumers ?? []));
    const broken = consumers.filter(({ verdict }) => verdict === 'breaks');
    for (const { name, owner } of broken) owners.set(name, owner);
    return [...new Set(broken.map(({ name }) => name))];
  });
  return Object.entries(counted(names)).map(([name, revisions]) => {
    const owner = owners.get(name);
    return { name, ...(owner !== undefined && { owner }), revisions };
  });
}
