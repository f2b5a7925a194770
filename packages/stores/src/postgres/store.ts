import { compareText, type Digest } from '@portolan/base';
import { accessStore } from '../access/access-store.ts';
import { accessStatements } from '../access/statements.ts';
import { faults } from '../faults.ts';
import type { Change, Revision, Store } from '../port.ts';
import { reviewStore } from '../reviews/review-store.ts';
import { reviewStatements } from '../reviews/statements.ts';
import { watchStatements } from '../watches/statements.ts';
import { watchStore } from '../watches/watch-store.ts';
import { accessDatabase } from './access-database.ts';
import type { Connections } from './connections.ts';
import { follower } from './follow.ts';
import { grouped } from './grouped.ts';
import { restore } from './restore.ts';
import { type EntryRow, entryOf } from './rows.ts';
import { statements } from './statements.ts';
import { writeAll } from './write.ts';

/** How long the newest sequence may take, in milliseconds: one row, which is also asked for to see whether the server lives. */
const SIGN_OF_LIFE = 3_000;

/** The store port over a migrated schema, whose connections it owns. `pace`: milliseconds between two looks at others' work. */
export function postgresStore(connections: Connections, schema: string, pace: number): Store {
  const sql = statements(schema);
  const { path } = connections;
  const writer = grouped(calls => writeAll(connections, sql, calls));
  const following = follower(sequence, pace);
  let closing: Promise<void> | undefined;

  async function rows<Row>(statement: string, values: readonly unknown[] = [], wait?: number): Promise<Row[]> {
    if (closing) throw faults.CLOSED({ path });
    return connections.read<Row>(statement, values, wait);
  }

  async function sequence(): Promise<number> {
    return Number((await rows<{ sequence: string }>(sql.sequence, [], SIGN_OF_LIFE))[0]?.sequence ?? 0);
  }

  const entries = async (statement: string, values: readonly unknown[]) =>
    (await rows<EntryRow>(statement, values)).map(entryOf);

  const database = accessDatabase(connections, sql, () => {
    if (closing) throw faults.CLOSED({ path });
  });

  async function close(): Promise<void> {
    following.stop();
    await writer.idle();
    await connections.close();
  }

  return {
    kind: 'postgres',
    access: accessStore(database, accessStatements(`${schema}.`)),
    reviews: reviewStore(database, reviewStatements(`${schema}.`)),
    watches: watchStore(database, watchStatements(`${schema}.`)),
    async record(changes) {
      if (closing) throw faults.CLOSED({ path });
      refuseBroken(changes, path);
      return changes.length === 0 ? [] : writer.record(changes);
    },
    async heads(source) {
      const heads = (await entries(sql.heads, [source ?? null])) as Revision[];
      return heads.sort((a, b) => compareText(a.document, b.document));
    },
    history: (document, { limit, before }) => entries(sql.history, [document, before ?? null, limit]),
    historyLength: async document => (await rows<{ length: number }>(sql.historyLength, [document]))[0]?.length ?? 0,
    revision: async (document, digest) => (await entries(sql.revision, [document, digest]))[0] as Revision | undefined,
    text: async (digest: Digest) => (await rows<{ text: Buffer }>(sql.text, [digest]))[0]?.text.toString('utf8'),
    log: (after, limit) => entries(sql.log, [after, limit]),
    sequence,
    follow: following.follow,
    async restore(log) {
      if (closing) throw faults.CLOSED({ path });
      await restore(connections, schema, sql, log);
    },
    [Symbol.asyncDispose]() {
      closing ??= close();
      return closing;
    },
  };
}

/** What is not whole is refused before it shares a transaction with others. */
function refuseBroken(changes: readonly Change[], path: string): void {
  for (const change of changes) {
    if (change.kind === 'removal') continue;
    const broken = change.files.find(({ digest, text }) => typeof digest !== 'string' || typeof text !== 'string');
    if (typeof change.digest === 'string' && !broken) continue;
    const what = broken ? `the text of ${broken.location}` : 'the digest';
    throw faults.FAILED({ path, reason: `${what} is missing in the revision of ${change.document}` });
  }
}
