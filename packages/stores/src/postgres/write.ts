import type { Digest } from '@portolan/base';
import { faults } from '../faults.ts';
import type { Change, Entry, FileText } from '../port.ts';
import type { Ask, Connections } from './connections.ts';
import { LAYOUT } from './migrations.ts';
import { type Known, type Plan, planOf } from './plan.ts';
import type { Statements } from './statements.ts';

/** Characters of text that one statement carries at most, unless a single file is longer. */
const CHUNK = 4_000_000;

type Text = Pick<FileText, 'digest' | 'text'>;

/**
 * Writes calls in their order in one transaction, and answers each. A lost connection leaves open whether the last
 * transaction was committed: the next try looks, so that nothing is written twice and nothing acknowledged that is not there.
 *
 * Faults: STORE_AWAY, STORE_TOO_NEW, STORE_DISK_FULL and others of the server.
 */
export function writeAll(
  connections: Connections,
  sql: Statements,
  calls: readonly (readonly Change[])[],
): Promise<Plan['answers']> {
  const at = new Date().toISOString();
  let tried: Plan | undefined;
  return connections.patiently(() =>
    connections.transaction(async ask => {
      await ask(sql.limits);
      const [state] = await ask<{ layout: number; sequence: string }>(sql.lock);
      const layout = state?.layout ?? 0;
      if (layout !== LAYOUT) throw faults.TOO_NEW({ path: connections.path, found: layout, known: LAYOUT });
      if (tried && (await isThere(ask, sql, tried))) return tried.answers;
      const plan = planOf(calls, await knownOf(ask, sql, calls), Number(state?.sequence), at);
      tried = plan;
      if (plan.entries.length > 0) {
        await addTexts(ask, sql, plan.texts);
        await ask(sql.add, columnsOf(plan.entries));
      }
      return plan.answers;
    }),
  );
}

/** Whether the newest entry of a plan is in the store: then the whole transaction is. */
async function isThere(ask: Ask, sql: Statements, { entries }: Plan): Promise<boolean> {
  const last = entries.at(-1);
  if (!last) return false;
  const [row] = await ask<{ at: Date; name: string }>(sql.identity, [last.sequence]);
  return row?.name === last.document && row.at.toISOString() === last.at;
}

async function knownOf(ask: Ask, sql: Statements, calls: readonly (readonly Change[])[]): Promise<Map<string, Known>> {
  const names = [...new Set(calls.flatMap(changes => changes.map(change => change.document)))];
  const rows = await ask<Known & { name: string }>(sql.known, [names]);
  return new Map(rows.map(({ name, kind, digest }) => [name, { kind, digest }]));
}

/** Adds the texts that the store does not have yet, a few megabytes at a time. */
export async function addTexts(ask: Ask, sql: Statements, texts: readonly Text[]): Promise<void> {
  const rows = await ask<{ digest: Digest }>(sql.present, [texts.map(text => text.digest)]);
  const present = new Set(rows.map(row => row.digest));
  let chunk: Text[] = [];
  let size = 0;
  for (const text of texts) {
    if (present.has(text.digest)) continue;
    chunk.push(text);
    size += text.text.length;
    if (size < CHUNK) continue;
    await addChunk(ask, sql, chunk);
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) await addChunk(ask, sql, chunk);
}

function addChunk(ask: Ask, sql: Statements, chunk: readonly Text[]): Promise<unknown> {
  return ask(sql.addTexts, [chunk.map(({ digest }) => digest), chunk.map(({ text }) => Buffer.from(text, 'utf8'))]);
}

/** The parameters of the statement `add`: one array for each column. */
export function columnsOf(entries: readonly Entry[]): unknown[] {
  const heads = new Map(entries.map(entry => [entry.document, entry]));
  const documents = [...heads.values()];
  const files = entries.flatMap(entry =>
    entry.kind === 'revision'
      ? entry.files.map((file, position) => ({ ...file, position, entry: entry.sequence }))
      : [],
  );
  return [
    documents.map(({ document }) => document),
    documents.map(({ source }) => source),
    documents.map(({ path }) => path),
    documents.map(({ sequence }) => sequence),
    entries.map(({ sequence }) => sequence),
    entries.map(({ at }) => at),
    entries.map(({ document }) => document),
    entries.map(({ kind }) => kind),
    entries.map(entry => (entry.kind === 'revision' ? entry.digest : null)),
    files.map(({ entry }) => entry),
    files.map(({ position }) => position),
    files.map(({ location }) => location),
    files.map(({ digest }) => digest),
    entries.at(-1)?.sequence,
  ];
}
