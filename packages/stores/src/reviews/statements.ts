import type { AuditRecordDraft } from '../access/port.ts';
import { accessStatements, type Statement } from '../access/statements.ts';
import type { CheckDraft, CheckSelection, DecisionRecord, KeptReview, ReviewChange } from './port.ts';

const CHECK = 'sequence, id, at, source, revision, base, title, link, verdict, who_kind, who_id, who_name';
const DECISION = 'id, at, kind, document, change, service, team, reason, until, who_kind, who_id, who_name, revoked';

/** Every statement about reviews, in words that both databases understand. `prefix` stands before the name of a table. */
export function reviewStatements(prefix: string) {
  const of = (text: string, ...values: Statement['values']): Statement => ({ text, values });

  function checkValues(check: CheckDraft, report: string): Statement['values'] {
    const { id, at, source, revision, base, title, link, verdict, by } = check;
    const optional = [title ?? null, link ?? null, verdict ?? null];
    return [id, at, source, revision, base, ...optional, by.kind, by.id, by.name, report];
  }

  function putDecision(decision: DecisionRecord): Statement {
    const { id, at, kind, document, change, service, team, reason, until, by, revoked } = decision;
    const about = [id, at, kind, document, change, service ?? null, team ?? null, reason, until ?? null];
    return of(
      `INSERT INTO ${prefix}decisions (${DECISION})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, until = excluded.until, revoked = excluded.revoked`,
      ...about,
      ...[by.kind, by.id, by.name, revoked ?? null],
    );
  }

  return {
    checks({ limit, before, source, since }: CheckSelection): Statement {
      const values: (string | number)[] = [limit];
      const where = [
        [before, 'sequence < $'],
        [source, 'source = $'],
        [since, 'at >= $'],
      ] as const;
      const terms = where.flatMap(([value, term]) => (value === undefined ? [] : `${term}${values.push(value)}`));
      const which = terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '';
      return of(`SELECT ${CHECK} FROM ${prefix}checks ${which} ORDER BY sequence DESC LIMIT $1`, ...values);
    },
    check: (id: string) => of(`SELECT ${CHECK}, report FROM ${prefix}checks WHERE id = $1`, id),
    checksAfter: (sequence: number, limit: number) =>
      of(
        `SELECT ${CHECK}, report FROM ${prefix}checks WHERE sequence > $1 ORDER BY sequence LIMIT $2`,
        sequence,
        limit,
      ),
    decisions: (document: string | undefined) =>
      document === undefined
        ? of(`SELECT ${DECISION} FROM ${prefix}decisions ORDER BY at DESC, id`)
        : of(`SELECT ${DECISION} FROM ${prefix}decisions WHERE document = $1 ORDER BY at DESC, id`, document),
    used: of(`SELECT (SELECT count(*) FROM ${prefix}checks) + (SELECT count(*) FROM ${prefix}decisions) AS amount`),
    change(change: ReviewChange): Statement {
      if (change.kind === 'decision') return putDecision(change.decision);
      // The writer has the table for itself, so that numbers follow each other.
      return of(
        `INSERT INTO ${prefix}checks (${CHECK}, report)
         SELECT coalesce(max(sequence), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM ${prefix}checks
         WHERE true ON CONFLICT (id) DO NOTHING`,
        ...checkValues(change.check, change.report),
      );
    },
    addAudit: (draft: AuditRecordDraft) => accessStatements(prefix).addAudit(draft),
    take(kept: KeptReview): Statement {
      if (kept.kind === 'decision') return putDecision(kept.decision);
      return of(
        `INSERT INTO ${prefix}checks (${CHECK}, report)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        kept.check.sequence,
        ...checkValues(kept.check, kept.report),
      );
    },
  };
}

export type ReviewStatements = ReturnType<typeof reviewStatements>;
