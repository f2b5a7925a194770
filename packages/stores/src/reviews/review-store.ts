import type { AccessDatabase } from '../access/access-store.ts';
import { type Row, text } from '../access/rows.ts';
import type { Statement } from '../access/statements.ts';
import type { KeptReview, ReviewStore } from './port.ts';
import { checkOf, decisionOf } from './rows.ts';
import type { ReviewStatements } from './statements.ts';

/** Checks that are read at once for a backup: their reports may be large. */
const PAGE = 50;

/** The port of reviews over a database. */
export function reviewStore(database: AccessDatabase, sql: ReviewStatements): ReviewStore {
  const all = async <T>(statement: Statement, read: (row: Row) => T) => (await database.ask(statement)).map(read);
  const whole = (row: Row) => ({ check: checkOf(row), report: text(row, 'report') });

  async function* kept(): AsyncGenerator<KeptReview> {
    for (let after = 0; ; ) {
      const page = await all(sql.checksAfter(after, PAGE), whole);
      for (const one of page) yield { kind: 'check', ...one };
      if (page.length < PAGE) break;
      after = page.at(-1)?.check.sequence as number;
    }
    for (const decision of (await all(sql.decisions(undefined), decisionOf)).reverse())
      yield { kind: 'decision', decision };
  }

  return {
    checks: page => all(sql.checks(page), checkOf),
    async check(id) {
      const [found] = await all(sql.check(id), whole);
      return found && { ...found.check, report: found.report };
    },
    decisions: document => all(sql.decisions(document), decisionOf),
    write: (changes, audit = []) => database.write([...changes.map(sql.change), ...audit.map(sql.addAudit)]),
    kept,
  };
}
