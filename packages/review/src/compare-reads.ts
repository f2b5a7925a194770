import type { Origin } from '@portolan/base';
import { type Change, documentChanges, versionDue } from '@portolan/changes';
import type { ReadResult } from '@portolan/contract';
import type { ComparedDocument, ComparedSide, PlacedChange, Spot } from './model.ts';

/** A document of one side that has been read, with its way inside what was named. */
export interface Read extends ComparedSide {
  readonly way: string;
}

/** Compares documents that are read already, each with what it was before. */
export function compareReads(before: readonly Read[], after: readonly Read[]): ComparedDocument[] {
  return paired(before, after).map(compareDocument);
}

/** One document on both sides, or on the one where it is. */
export interface ReadPair {
  readonly before?: Read;
  readonly after?: Read;
}

/** By their way inside what was named; what moved, by its id, then by its title, where that is clear. */
export function paired(before: readonly Read[], after: readonly Read[]): ReadPair[] {
  const [first, second] = [before[0], after[0]];
  // Two documents that were named themselves are one document, whatever they are called.
  if (before.length === 1 && after.length === 1 && first?.way === '' && second?.way === '')
    return [{ before: first, after: second }];
  const pairs: ReadPair[] = [];
  let [gone, fresh] = [[...before], [...after]];
  for (const keyOf of [wayOf, idOf, titleOf]) {
    const others = unique(fresh, keyOf);
    for (const [key, one] of unique(gone, keyOf)) {
      const other = others.get(key);
      if (!one || !other) continue;
      pairs.push({ before: one, after: other });
      gone = gone.filter(read => read !== one);
      fresh = fresh.filter(read => read !== other);
    }
  }
  return [...pairs, ...gone.map(read => ({ before: read })), ...fresh.map(read => ({ after: read }))];
}

const wayOf = ({ way }: Read) => way;
const idOf = ({ read }: Read) => read.contract?.id;
const titleOf = ({ read }: Read) => read.contract?.info.title;

function unique(reads: readonly Read[], keyOf: (read: Read) => string | undefined): Map<string, Read | undefined> {
  const found = new Map<string, Read | undefined>();
  for (const read of reads) {
    const key = keyOf(read);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : read);
  }
  return found;
}

function compareDocument({ before, after }: ReadPair): ComparedDocument {
  const changes = documentChanges(sideOf(before), sideOf(after));
  const [from, to] = [before?.read.contract, after?.read.contract];
  const readable = from && to && !from.incomplete && !to.incomplete;
  return {
    title: to?.info.title ?? from?.info.title ?? after?.location ?? before?.location ?? '',
    ...(before && { before }),
    ...(after && { after }),
    changes: changes.map(change => placed(change, before, after)),
    ...(readable && { version: versionDue(from, to, changes) }),
  };
}

function sideOf(read: Read | undefined) {
  const contract = read?.read.contract;
  return read && { name: read.location, unresolved: unresolvedOf(read.read), ...(contract && { contract }) };
}

/** Findings about references that were not followed, so that nobody knows what they mean. */
const UNFOLLOWED: ReadonlySet<string> = new Set([
  'REFERENCE_BROKEN',
  'REFERENCE_FILE_MISSING',
  'REFERENCE_REMOTE',
  'REFERENCE_REMOTE_FAILED',
  'REFERENCE_SCHEME',
]);

/** Places of references that could not be followed. */
export function unresolvedOf({ findings }: ReadResult): string[] {
  const open = findings.filter(({ code }) => UNFOLLOWED.has(code));
  return open.map(({ origin }) => `${origin.source}#${origin.pointer}`);
}

function placed({ before, after, ...change }: Change, left: Read | undefined, right: Read | undefined): PlacedChange {
  return {
    ...change,
    ...(before && { before: spotOf(before, left) }),
    ...(after && { after: spotOf(after, right) }),
  };
}

function spotOf(origin: Origin, side: Read | undefined): Spot {
  const range = side?.read.locate(origin);
  return { origin, ...(range && { range }) };
}
