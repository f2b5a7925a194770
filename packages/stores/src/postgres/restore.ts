import { restoring } from '../access/access-store.ts';
import { accessStatements } from '../access/statements.ts';
import { faults } from '../faults.ts';
import type { Entry, Kept, KeptText } from '../port.ts';
import { reviewStatements } from '../reviews/statements.ts';
import { watchStatements } from '../watches/statements.ts';
import { classify } from './classify.ts';
import type { Connections } from './connections.ts';
import type { Statements } from './statements.ts';
import { addTexts, columnsOf } from './write.ts';

/** What is sent to the server at once: characters of texts, and entries. */
const CHARACTERS = 4_000_000;
const ENTRIES = 500;

/**
 * Writes the log of another store in one transaction. It is not tried again when the connection is lost, because the log
 * is read only once.
 *
 * Faults: STORE_NOT_EMPTY, STORE_AWAY and others of the server, and what the log itself throws.
 */
export async function restore(
  connections: Connections,
  schema: string,
  sql: Statements,
  log: AsyncIterable<Kept>,
): Promise<void> {
  const access = accessStatements(`${schema}.`);
  const reviews = reviewStatements(`${schema}.`);
  const watches = watchStatements(`${schema}.`);
  const { path } = connections;
  const takenBack = (kept: Exclude<Kept, KeptText | Entry>) => {
    if (kept.kind === 'watch') return watches.change(kept);
    return kept.kind === 'check' || kept.kind === 'decision' ? reviews.take(kept) : restoring(access, kept);
  };
  let texts: KeptText[] = [];
  let entries: Entry[] = [];
  let characters = 0;
  try {
    await connections.transaction(async ask => {
      async function flush(): Promise<void> {
        if (texts.length > 0) await addTexts(ask, sql, texts);
        if (entries.length > 0) await ask(sql.add, columnsOf(entries));
        [texts, entries, characters] = [[], [], 0];
      }
      await ask(sql.limits);
      const [state] = await ask<{ sequence: string }>(sql.lock);
      let used = state?.sequence !== '0';
      for (const { text } of [access.used, reviews.used, watches.used])
        used ||= (await ask<{ amount: string }>(text))[0]?.amount !== '0';
      if (used) throw faults.NOT_EMPTY({ path });
      for await (const kept of log) {
        if (kept.kind === 'text') {
          texts.push(kept);
          characters += kept.text.length;
        } else if (kept.kind === 'revision' || kept.kind === 'removal') {
          entries.push(kept);
        } else {
          const { text, values } = takenBack(kept);
          await ask(text, values);
        }
        if (characters >= CHARACTERS || entries.length >= ENTRIES) await flush();
      }
      await flush();
    });
  } catch (error) {
    throw classify(error, path);
  }
}
