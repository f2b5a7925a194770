import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row } from '../access/rows.ts';
import type { Statement } from '../access/statements.ts';

/** Runs statements that are written for both databases: parameters are `?1` here. Each text is prepared once. */
export function runnerOf(db: DatabaseSync): (statement: Statement) => readonly Row[] {
  const prepared = new Map<string, StatementSync>();
  return ({ text, values }) => {
    let statement = prepared.get(text);
    if (!statement) {
      statement = db.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
      prepared.set(text, statement);
    }
    return statement.all(...values) as Row[];
  };
}
