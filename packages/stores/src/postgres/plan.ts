import type { Digest } from '@portolan/base';
import type { Change, Entry, FileText } from '../port.ts';

/** The newest entry of a document. */
export interface Known {
  readonly kind: Entry['kind'];
  readonly digest: Digest | null;
}

/** What a group of calls comes to. */
export interface Plan {
  /** What each call is answered. */
  readonly answers: readonly (readonly Entry[])[];
  /** All entries to add, in the order of their sequences, which follow each other. */
  readonly entries: readonly Entry[];
  /** The texts that they name, each once, in the order of their digests. */
  readonly texts: readonly FileText[];
}

/**
 * What is to be written for calls that come one after the other, when the store holds `known` and its newest entry is
 * `sequence`: what says what is there already is left out.
 */
export function planOf(
  calls: readonly (readonly Change[])[],
  known: ReadonlyMap<string, Known>,
  sequence: number,
  at: string,
): Plan {
  const now = new Map(known);
  const entries: Entry[] = [];
  const texts = new Map<Digest, FileText>();
  const answers = calls.map(changes => {
    const first = entries.length;
    for (const change of changes) {
      if (!isNews(change, now.get(change.document))) continue;
      const entry = entryOf(change, sequence + entries.length + 1, at);
      now.set(change.document, { kind: entry.kind, digest: entry.kind === 'revision' ? entry.digest : null });
      entries.push(entry);
      if (change.kind === 'revision') for (const file of change.files) texts.set(file.digest, file);
    }
    return entries.slice(first);
  });
  const sorted = [...texts.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  return { answers, entries, texts: sorted };
}

function isNews(change: Change, known: Known | undefined): boolean {
  const present = known?.kind === 'revision';
  return change.kind === 'removal' ? present : !present || known.digest !== change.digest;
}

function entryOf(change: Change, sequence: number, at: string): Entry {
  const { document, source, path } = change;
  if (change.kind === 'removal') return { kind: 'removal', sequence, at, document, source, path };
  const files = change.files.map(({ location, digest }) => ({ location, digest }));
  return { kind: 'revision', sequence, at, document, source, path, digest: change.digest, files };
}
