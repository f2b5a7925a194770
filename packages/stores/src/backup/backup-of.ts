import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { Digest } from '@portolan/base';
import { faults } from '../faults.ts';
import type { Entry, Kept, KeptText, Store } from '../port.ts';
import { type End, type Line, VERSION } from './format.ts';

/** Entries that are read at once. */
const PAGE = 100;

/**
 * The backup of a store, as the bytes of a file: everything that was recorded when it began. What is recorded meanwhile
 * does no harm and is not in it.
 *
 * Faults, as errors of the stream: those of the store, and STORE_UNREADABLE when it lacks a text.
 */
export function backupOf(store: Store): Gzip {
  const bytes = createGzip();
  // Whoever reads the bytes meets the error there.
  pipeline(linesOf(store), bytes).catch(() => undefined);
  return bytes;
}

async function* linesOf(store: Store): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const amount = { entries: 0, texts: 0 };
  for await (const line of contentOf(store)) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (line.kind === 'text') amount.texts++;
    else if (line.kind === 'revision' || line.kind === 'removal') amount.entries++;
    yield text;
  }
  const end: End = { kind: 'end', ...amount, sha256: hash.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}

async function* contentOf(store: Store): AsyncGenerator<Line> {
  yield { kind: 'portolan-backup', version: VERSION, at: new Date().toISOString() };
  yield* logOf(store);
  yield* store.access.kept();
  yield* store.reviews.kept();
  for (const watch of await store.watches.all()) yield { kind: 'watch', watch };
}

/** All that a store keeps, oldest first, each text before the first entry that names it. */
async function* logOf(store: Store): AsyncGenerator<Kept> {
  const told = new Set<Digest>();
  const last = await store.sequence();
  for (let after = 0; after < last; ) {
    const page = (await store.log(after, PAGE)).filter(({ sequence }) => sequence <= last);
    for (const entry of page) {
      yield* await textsOf(store, entry, told);
      yield entry;
    }
    after = page.at(-1)?.sequence ?? last;
  }
}

async function textsOf(store: Store, entry: Entry, told: Set<Digest>): Promise<KeptText[]> {
  if (entry.kind === 'removal') return [];
  const digests = [...new Set(entry.files.map(({ digest }) => digest))].filter(digest => !told.has(digest));
  return Promise.all(
    digests.map(async digest => {
      told.add(digest);
      const text = await store.text(digest);
      const path = store.kind;
      if (text === undefined)
        throw faults.UNREADABLE({ path, reason: `the text ${digest} of ${entry.document} is missing` });
      return { kind: 'text' as const, digest, text };
    }),
  );
}
