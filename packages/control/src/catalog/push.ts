import { compareText, type Digest } from '@portolan/base';
import type { Change, Entry, Store } from '@portolan/stores/port';
import type { Remote } from '../remote/remote.ts';
import type { PushedFile } from '../sources/pushed/ledger.ts';
import { rehearsedSource } from '../sources/pushed/pushed-source.ts';
import { holdingOf } from './holding.ts';
import type { CatalogDocument, PushedDocument, PushOutcome } from './model.ts';

/** What is different between the documents of a source before and after. */
export function outcomeOf(
  source: string,
  before: ReadonlyMap<string, Digest>,
  after: readonly CatalogDocument[],
): PushOutcome {
  const there = new Set(after.map(({ path }) => path));
  const gone = [...before.keys()].filter(path => !there.has(path));
  const documents: PushedDocument[] = [
    ...after.map(document => ({ path: document.path, change: changeOf(document, before), document })),
    ...gone.map(path => ({ path, change: 'removed' as const })),
  ];
  return { source, documents: documents.sort((a, b) => compareText(a.path, b.path)) };
}

function changeOf({ path, revision }: CatalogDocument, before: ReadonlyMap<string, Digest>): PushedDocument['change'] {
  const known = before.get(path);
  if (known === undefined) return 'added';
  return known === revision ? 'unchanged' : 'changed';
}

/** What a push would do: its documents are read and judged as they would be, and nothing is recorded. */
export async function rehearse(
  name: string,
  files: readonly PushedFile[],
  store: Store,
  remote?: Remote,
): Promise<PushOutcome> {
  const before = new Map((await store.heads(name)).map(({ path, digest }) => [path, digest]));
  const holding = await holdingOf(rehearsedSource(name, files, remote), store);
  const changes = await holding.survey();
  holding.learn(changes.map(asRecorded));
  await holding.settle();
  return outcomeOf(name, before, holding.documents());
}

/** A change as if the store had it. */
function asRecorded(change: Change): Entry {
  return { ...change, sequence: 0, at: '' };
}
