import { compareText } from '@portolan/base';
import type { AccessStore, KeptAccess } from './port.ts';
import { auditOf, type Row, sessionOf, tokenOf, userOf } from './rows.ts';
import type { AccessStatements, Statement } from './statements.ts';

/** What access needs of a database. */
export interface AccessDatabase {
  /** Runs one statement. */
  ask(statement: Statement): Promise<readonly Row[]>;
  /** Runs statements in one transaction while nobody else writes to the audit log; the same again when the answer is lost. */
  write(statements: readonly Statement[]): Promise<void>;
}

/** Entries of the audit log that are read at once for a backup. */
const PAGE = 500;

/** The port of access over a database. */
export function accessStore(database: AccessDatabase, sql: AccessStatements): AccessStore {
  const all = async <T>(statement: Statement, read: (row: Row) => T) => (await database.ask(statement)).map(read);
  const one = async <T>(statement: Statement, read: (row: Row) => T) => (await all(statement, read))[0];

  async function* kept(): AsyncGenerator<KeptAccess> {
    for (const user of await all(sql.users, userOf)) yield { kind: 'user', user };
    for (const token of await all(sql.tokens, tokenOf)) yield { kind: 'token', token };
    for (let after = 0; ; ) {
      const page = await all(sql.auditAfter(after, PAGE), auditOf);
      for (const entry of page) yield { kind: 'audit', entry };
      if (page.length < PAGE) return;
      after = page.at(-1)?.sequence as number;
    }
  }

  return {
    users: async () => (await all(sql.users, userOf)).sort((a, b) => compareText(a.name, b.name)),
    user: id => one(sql.user(id), userOf),
    userCalled: name => one(sql.userCalled(name), userOf),
    userKnownAs: (issuer, subject) => one(sql.userKnownAs(issuer, subject), userOf),
    session: digest => one(sql.session(digest), sessionOf),
    sessionsOf: user => all(sql.sessionsOf(user), sessionOf),
    tokens: () => all(sql.tokens, tokenOf),
    token: digest => one(sql.token(digest), tokenOf),
    audit: page => all(sql.audit(page), auditOf),
    write: (changes, audit = []) => database.write([...changes.flatMap(sql.change), ...audit.map(sql.addAudit)]),
    take: (kind, digest, now) => one(sql.take(kind, digest, now), row => row.data as string),
    async attempt(who, now, ends) {
      const [row] = await database.ask(sql.attempt(who, now, ends));
      return { count: Number(row?.tries), ends: row?.ends as string };
    },
    kept,
  };
}

/** What puts back one thing of a backup. */
export function restoring(sql: AccessStatements, kept: KeptAccess): Statement {
  if (kept.kind === 'user') return sql.putUser(kept.user);
  return kept.kind === 'token' ? sql.putToken(kept.token) : sql.takeAudit(kept.entry);
}
