import { type Digest, digestOf, digestOfText } from '@portolan/base';
import type { Entry, RevisionDraft, Store } from '@portolan/stores/port';
import type { ListedFile, Listing } from '../listing.ts';

/**
 * What was pushed stands in the store as a document of its own: the newest revision of `<LEDGER>/<source>` has every
 * file of that source. So a push is one transaction, other processes hear of it, and a backup has it.
 * No source can be called this: names hold no colon.
 */
export const LEDGER = 'portolan:pushed';

/** Where a push came from, in the words of whoever pushed. */
export interface PushFacts {
  readonly commit?: string;
  readonly branch?: string;
  /** Address of the repository or of the run that pushed. */
  readonly from?: string;
}

/** A file as it was pushed. */
export interface PushedFile {
  /** Path inside the source, with `/`. */
  readonly location: string;
  readonly text: string;
}

/** Everything that a source holds since a push. */
export interface Pushed {
  readonly sequence: number;
  readonly at: string;
  /** Of all files; undefined after the source was removed. */
  readonly digest?: Digest;
  readonly files: Listing;
  /** The text of its facts. */
  readonly facts?: Digest;
}

/** File of the ledger in which the facts of a push stand: no pushed file can be called this. */
const FACTS = ':facts';

/** The revision of the ledger that a push makes. Equal files make an equal digest, whoever pushed them. */
export function pushDraft(name: string, files: readonly PushedFile[], facts: PushFacts): RevisionDraft {
  const texts = files.map(file => ({ ...file, digest: digestOfText(file.text) }));
  const told = JSON.stringify(facts);
  return {
    kind: 'revision',
    document: `${LEDGER}/${name}`,
    source: LEDGER,
    path: name,
    digest: digestOf(Object.fromEntries(texts.map(({ location, digest }) => [location, digest]))),
    files: [{ location: FACTS, text: told, digest: digestOfText(told) }, ...texts],
  };
}

/** The last push to a source; undefined when there was none. */
export async function lastPush(store: Store, name: string): Promise<Pushed | undefined> {
  const [entry] = await store.history(`${LEDGER}/${name}`, { limit: 1 });
  return entry && pushedBy(entry);
}

/** The facts of a push, as people see where its documents are: `pushed from https://ci.example.com/7, commit 1a2b3c4d5e`. */
export async function shownFacts(store: Store, { facts }: Pushed): Promise<string> {
  const text = facts && (await store.text(facts));
  const { from, branch, commit } = JSON.parse(text ?? '{}') as PushFacts;
  const origin = [from && `from ${from}`, branch && `branch ${branch}`, commit && `commit ${commit.slice(0, 10)}`];
  const parts = origin.filter(part => part !== undefined && part !== '');
  return parts.length > 0 ? `pushed ${parts.join(', ')}` : 'pushed';
}

/** Names of all sources that were pushed and not removed. */
export async function pushedNames(store: Store): Promise<readonly string[]> {
  return (await store.heads(LEDGER)).map(({ path }) => path);
}

function pushedBy(entry: Entry): Pushed {
  const { sequence, at } = entry;
  if (entry.kind === 'removal') return { sequence, at, files: new Map() };
  const files = new Map<string, ListedFile>();
  let facts: Digest | undefined;
  for (const { location, digest } of entry.files) {
    if (location === FACTS) facts = digest;
    else files.set(location, { id: digest });
  }
  return { sequence, at, digest: entry.digest, files, ...(facts && { facts }) };
}
