import { compareText, digestOf, digestOfText } from '@portolan/base';
import { type ChartedDocument, relate } from '@portolan/chart';
import type { Evidence } from '@portolan/evidence/port';
import type { Entry } from '@portolan/stores/port';
import type { CatalogDocument, Snapshot, SourceState } from './model.ts';

/** How many entries `recent` shows. */
const RECENT = 20;

/**
 * Puts together what is known now.
 *
 * @param log the newest part of the store's log, oldest first
 * @param before the snapshot until now: its chart is kept when it follows from the same documents and evidence
 */
export function snapshotOf(
  documents: readonly CatalogDocument[],
  evidence: readonly Evidence[],
  sources: readonly SourceState[],
  log: readonly Entry[],
  sequence: number,
  before?: Snapshot,
): Snapshot {
  const start = performance.now();
  const sorted = documents.toSorted((a, b) => compareText(a.id, b.id));
  const byId = new Map(sorted.map(document => [document.id, document]));
  const isSame =
    before !== undefined && hasSame(before.documents, sorted) && digestOf(before.evidence) === digestOf(evidence);
  const chart = isSame ? before.chart : relate(sorted.flatMap(chartedOf), evidence);
  const recent = recentOf(log, byId, sources);
  return Object.freeze({
    digest: digestOfText([chart.digest, sequence, digestOf(sources), ...sorted.map(factsOf)].join('\n')),
    sequence,
    chart,
    documents: byId,
    evidence,
    sources,
    recent,
    took: performance.now() - start,
  });
}

/** Documents are never changed, only replaced: most hints of a source turn out to be nothing. */
function hasSame(before: Snapshot['documents'], documents: readonly CatalogDocument[]): boolean {
  return before.size === documents.length && documents.every(document => before.get(document.id) === document);
}

/** A document as the chart is related from it; none for one that could never be read. */
export function chartedOf({ id, source, path, contract, beside }: CatalogDocument): ChartedDocument[] {
  return contract ? [{ id, source, path, contract, ...(beside && { beside }) }] : [];
}

const facts = new WeakMap<CatalogDocument, string>();

/** One line that differs when something about the document does. Documents are many and seldom change, so it is kept. */
function factsOf(document: CatalogDocument): string {
  let line = facts.get(document);
  if (line === undefined) {
    const { id, revision, sequence, stale, findings, suppressed, beside } = document;
    line = JSON.stringify([id, revision, sequence, stale, suppressed, digestOf(findings), beside ?? null]);
    facts.set(document, line);
  }
  return line;
}

function recentOf(
  log: readonly Entry[],
  documents: ReadonlyMap<string, CatalogDocument>,
  sources: readonly SourceState[],
): Snapshot['recent'] {
  const names = new Set(sources.map(source => source.name));
  const newest = log.filter(entry => names.has(entry.source)).slice(-RECENT);
  return newest.reverse().map(entry => ({ ...entry, title: documents.get(entry.document)?.title ?? entry.path }));
}
