import type { AccessChange, AuditRecord, AuditRecordDraft, AuditSelection, TokenRecord, UserRecord } from './port.ts';

/** A statement with its parameters, `$1` and so on. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | number | null)[];
}

const USER = 'id, name, title, password, issuer, subject, roles, owns, created, disabled';
const SESSION = 'digest, account, created, seen, expires, address, agent';
const TOKEN = 'id, digest, name, hint, account, roles, owns, created, expires, used, revoked';
const AUDIT = 'sequence, id, at, who_kind, who_id, who_name, address, action, subject, detail';

/** Every statement about access, in words that both databases understand. `prefix` stands before the name of a table. */
export function accessStatements(prefix: string) {
  const of = (text: string, ...values: Statement['values']): Statement => ({ text, values });
  const put = (table: string, columns: string, key: string): string => {
    const names = columns.split(', ');
    const holes = names.map((_, n) => `$${n + 1}`).join(', ');
    const news = names
      .filter(name => name !== key)
      .map(name => `${name} = excluded.${name}`)
      .join(', ');
    return `INSERT INTO ${prefix}${table} (${columns}) VALUES (${holes}) ON CONFLICT (${key}) DO UPDATE SET ${news}`;
  };

  function putUser(user: UserRecord): Statement {
    const { id, name, title, password, identity, roles, owns, created, disabled } = user;
    const values = [id, name, title, password ?? null, identity?.issuer ?? null, identity?.subject ?? null];
    const more = [JSON.stringify(roles), JSON.stringify(owns), created, disabled ?? null, calledOf(name)];
    return of(put('users', `${USER}, called`, 'id'), ...values, ...more);
  }

  function putToken(token: TokenRecord): Statement {
    const { id, digest, name, hint, user, roles, owns, created, expires, used, revoked } = token;
    const values = [
      id,
      digest,
      name,
      hint,
      user ?? null,
      JSON.stringify(roles),
      JSON.stringify(owns),
      created,
      expires,
    ];
    return of(put('tokens', TOKEN, 'id'), ...values, used ?? null, revoked ?? null);
  }

  return {
    users: of(`SELECT ${USER} FROM ${prefix}users`),
    user: (id: string) => of(`SELECT ${USER} FROM ${prefix}users WHERE id = $1`, id),
    userCalled: (name: string) => of(`SELECT ${USER} FROM ${prefix}users WHERE called = $1`, calledOf(name)),
    userKnownAs: (issuer: string, subject: string) =>
      of(`SELECT ${USER} FROM ${prefix}users WHERE issuer = $1 AND subject = $2`, issuer, subject),
    session: (digest: string) => of(`SELECT ${SESSION} FROM ${prefix}sessions WHERE digest = $1`, digest),
    sessionsOf: (user: string) =>
      of(`SELECT ${SESSION} FROM ${prefix}sessions WHERE account = $1 ORDER BY created DESC, digest`, user),
    tokens: of(`SELECT ${TOKEN} FROM ${prefix}tokens ORDER BY created DESC, id`),
    token: (digest: string) => of(`SELECT ${TOKEN} FROM ${prefix}tokens WHERE digest = $1`, digest),
    used: of(
      `SELECT (SELECT count(*) FROM ${prefix}users) + (SELECT count(*) FROM ${prefix}tokens)
         + (SELECT count(*) FROM ${prefix}audit) AS amount`,
    ),

    audit({ limit, before, action, who, subject }: AuditSelection): Statement {
      const values: (string | number)[] = [limit];
      const where = [
        [before, 'sequence < $'],
        [who, 'who_id = $'],
        [subject, 'subject = $'],
        [action, action?.endsWith('.') ? `substr(action, 1, ${action.length}) = $` : 'action = $'],
      ] as const;
      const terms = where.flatMap(([value, term]) => (value === undefined ? [] : `${term}${values.push(value)}`));
      const which = terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '';
      return of(`SELECT ${AUDIT} FROM ${prefix}audit ${which} ORDER BY sequence DESC LIMIT $1`, ...values);
    },
    auditAfter: (sequence: number, limit: number) =>
      of(`SELECT ${AUDIT} FROM ${prefix}audit WHERE sequence > $1 ORDER BY sequence LIMIT $2`, sequence, limit),
    /** The writer has the table for itself, so that numbers follow each other. */
    addAudit({ id, at, who, from, action, subject, detail }: AuditRecordDraft): Statement {
      return of(
        `INSERT INTO ${prefix}audit (${AUDIT})
         SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM ${prefix}audit
         WHERE true ON CONFLICT (id) DO NOTHING`,
        ...[id, at, who.kind, who.id, who.name, from ?? null, action, subject, JSON.stringify(detail)],
      );
    },
    takeAudit: ({ sequence, id, at, who, from, action, subject, detail }: AuditRecord) =>
      of(
        `INSERT INTO ${prefix}audit (${AUDIT}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        ...[sequence, id, at, who.kind, who.id, who.name, from ?? null, action, subject, JSON.stringify(detail)],
      ),
    take: (kind: string, digest: string, now: string) =>
      of(
        `DELETE FROM ${prefix}left_behind WHERE kind = $1 AND digest = $2 AND expires > $3 RETURNING data`,
        kind,
        digest,
        now,
      ),
    attempt: (who: string, now: string, ends: string) =>
      of(
        `INSERT INTO ${prefix}attempts AS a (who, tries, ends) VALUES ($1, 1, $3) ON CONFLICT (who) DO UPDATE SET
           tries = CASE WHEN a.ends <= $2 THEN 1 ELSE a.tries + 1 END,
           ends = CASE WHEN a.ends <= $2 THEN excluded.ends ELSE a.ends END
         RETURNING tries, ends`,
        who,
        now,
        ends,
      ),
    putUser,
    putToken,
    change(change: AccessChange): readonly Statement[] {
      switch (change.kind) {
        case 'user':
          return [putUser(change.user)];
        case 'token':
          return [putToken(change.token)];
        case 'token-used':
          return [of(`UPDATE ${prefix}tokens SET used = $2 WHERE id = $1`, change.id, change.at)];
        case 'session': {
          const { digest, user, created, seen, expires, from, agent } = change.session;
          const values = [digest, user, created, seen, expires, from ?? null, agent ?? null];
          return [of(put('sessions', SESSION, 'digest'), ...values)];
        }
        case 'session-seen':
          return [of(`UPDATE ${prefix}sessions SET seen = $2 WHERE digest = $1`, change.digest, change.at)];
        case 'session-ended':
          return [of(`DELETE FROM ${prefix}sessions WHERE digest = $1`, change.digest)];
        case 'sessions-ended': {
          const except = change.except ?? '';
          return [of(`DELETE FROM ${prefix}sessions WHERE account = $1 AND digest <> $2`, change.user, except)];
        }
        case 'left': {
          const { digest, what, data, expires } = change;
          return [of(put('left_behind', 'digest, kind, data, expires', 'digest'), digest, what, data, expires)];
        }
        case 'left-removed':
          return [of(`DELETE FROM ${prefix}left_behind WHERE kind = $1`, change.what)];
        case 'attempts-forgotten':
          return [of(`DELETE FROM ${prefix}attempts WHERE who = $1`, change.who)];
        case 'attempt-taken-back':
          return [of(`UPDATE ${prefix}attempts SET tries = tries - 1 WHERE who = $1 AND tries > 0`, change.who)];
        case 'swept':
          return [
            of(`DELETE FROM ${prefix}sessions WHERE expires <= $1`, change.now),
            of(`DELETE FROM ${prefix}left_behind WHERE expires <= $1`, change.now),
            of(`DELETE FROM ${prefix}attempts WHERE ends <= $1`, change.now),
          ];
      }
    },
  };
}

export type AccessStatements = ReturnType<typeof accessStatements>;

/** The form of a name in which it is unique. */
function calledOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
