import type { AccessDatabase } from '../access/access-store.ts';
import { optional, type Row, text } from '../access/rows.ts';
import type { Statement } from '../access/statements.ts';
import type { WatchRecord, WatchStore } from './port.ts';
import type { WatchStatements } from './statements.ts';

/** The port of watches over a database. */
export function watchStore(database: AccessDatabase, sql: WatchStatements): WatchStore {
  const all = async (statement: Statement) => (await database.ask(statement)).map(watchOf);
  return {
    all: () => all(sql.all),
    watch: async id => (await all(sql.watch(id)))[0],
    claim: async ({ now, ends, newest }) => (await all(sql.claim(now, ends, newest)))[0],
    write: (changes, audit = []) => database.write([...changes.map(sql.change), ...audit.map(sql.addAudit)]),
  };
}

function watchOf(row: Row): WatchRecord {
  const { failing, problem } = row;
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    url: text(row, 'url'),
    filter: JSON.parse(text(row, 'filter')),
    created: text(row, 'created'),
    by: { kind: text(row, 'who_kind'), id: text(row, 'who_id'), name: text(row, 'who_name') },
    cursor: Number(row.told),
    tries: Number(row.tries),
    next: text(row, 'next'),
    ...(typeof failing === 'string' && { failing: { since: failing, problem: String(problem ?? '') } }),
    ...optional(row, 'paused', 'paused'),
  };
}
