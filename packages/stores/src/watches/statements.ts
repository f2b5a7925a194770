import { accessStatements, type Statement } from '../access/statements.ts';
import type { WatchChange, WatchRecord, WatchState } from './port.ts';

const STATE = 'told, tries, next, failing, problem, paused';
const WATCH = `id, name, url, filter, created, who_kind, who_id, who_name, ${STATE}`;

/** Before every other time: claimed by nobody. */
const NEVER = '';

/** Every statement about watches, in words that both databases understand. `prefix` stands before the name of a table. */
export function watchStatements(prefix: string) {
  const of = (text: string, ...values: Statement['values']): Statement => ({ text, values });
  const stateValues = ({ cursor, tries, next, failing, paused }: WatchState) => [
    ...[cursor, tries, next],
    ...[failing?.since ?? null, failing?.problem ?? null, paused ?? null],
  ];

  function add(watch: WatchRecord): Statement {
    const { id, name, url, filter, created, by } = watch;
    return of(
      `INSERT INTO ${prefix}watches (${WATCH}, claimed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '${NEVER}')`,
      ...[id, name, url, JSON.stringify(filter), created, by.kind, by.id, by.name],
      ...stateValues(watch),
    );
  }

  return {
    all: of(`SELECT ${WATCH} FROM ${prefix}watches ORDER BY created, id`),
    watch: (id: string) => of(`SELECT ${WATCH} FROM ${prefix}watches WHERE id = $1`, id),
    used: of(`SELECT count(*) AS amount FROM ${prefix}watches`),
    /** What is claimed is asked again outside: another process may have been faster. */
    claim: (now: string, ends: string, newest: number) =>
      of(
        `UPDATE ${prefix}watches SET claimed = $2 WHERE claimed <= $1 AND id = (
           SELECT id FROM ${prefix}watches
           WHERE claimed <= $1 AND next <= $1 AND told < $3 AND paused IS NULL ORDER BY next, id LIMIT 1
         ) RETURNING ${WATCH}`,
        now,
        ends,
        newest,
      ),
    change(change: WatchChange): Statement {
      if (change.kind === 'watch') return add(change.watch);
      if (change.kind === 'watch-removed') return of(`DELETE FROM ${prefix}watches WHERE id = $1`, change.id);
      return of(
        `UPDATE ${prefix}watches SET told = $2, tries = $3, next = $4, failing = $5, problem = $6, paused = $7,
           claimed = '${NEVER}' WHERE id = $1`,
        change.id,
        ...stateValues(change.state),
      );
    },
    addAudit: accessStatements(prefix).addAudit,
  };
}

export type WatchStatements = ReturnType<typeof watchStatements>;
