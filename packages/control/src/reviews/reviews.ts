import { digestOf } from '@portolan/base';
import type { DecisionRecord, Store } from '@portolan/stores/port';
import { demand, owning } from '../access/may.ts';
import type { Principal } from '../access/model.ts';
import { newId } from '../access/secrets.ts';
import { auditRecord } from '../audit/audit.ts';
import { faults } from '../faults.ts';
import { today } from '../settings/today.ts';
import type { OfChanges, Reviews } from './model.ts';

/** Days that a waiver may last at most: whoever made it is asked again within a year. */
const MOST_DAYS = 366;
const DAY = 24 * 60 * 60 * 1_000;

/** Checks and decisions of a store. Each decision is told to the audit log in the same transaction. */
export function reviewsOf({ reviews }: Pick<Store, 'reviews'>, now: () => Date = () => new Date()): Reviews {
  async function decide(principal: Principal, action: string, decisions: readonly DecisionRecord[]) {
    await reviews.write(
      decisions.map(decision => ({ kind: 'decision', decision })),
      decisions.map(({ id, document, change, service, team, reason, until }) => {
        const who = { ...(service && { service }), ...(team && { team }), ...(until && { until }) };
        const detail = { id, change, reason, ...who };
        return auditRecord({ principal, action, subject: `document:${document}`, detail }, now());
      }),
    );
    return decisions;
  }

  /** One decision for each change, so that each can be taken back by itself. */
  function begun(principal: Principal, { document, changes, reason }: OfChanges) {
    if (reason.trim() === '') throw faults.DECISION_REFUSED({ reason: 'it gives no reason' });
    const { kind, id, name } = principal;
    const common = { at: now().toISOString(), document, reason: reason.trim(), by: { kind, id, name } };
    return [...new Set(changes)].map(change => ({ ...common, id: newId(), change }));
  }

  return {
    checks: page => reviews.checks(page),
    async check(id) {
      const found = await reviews.check(id);
      if (!found) throw faults.CHECK_UNKNOWN({ id });
      return found;
    },
    async add(principal, { report, ...facts }) {
      demand(principal, owning({ source: facts.source }));
      const { source, revision, base, verdict } = facts;
      const id = digestOf({ source, revision, base, report }).replace('sha256:', '').slice(0, 24);
      if (await reviews.check(id)) return { id, added: false };
      const { kind, id: who, name } = principal;
      const check = { ...facts, id, at: now().toISOString(), by: { kind, id: who, name } };
      const detail = { id, revision, base, verdict };
      const told = auditRecord({ principal, action: 'check.pushed', subject: `source:${source}`, detail }, now());
      await reviews.write([{ kind: 'check', check, report }], [told]);
      return { id, added: true };
    },
    decisions: document => reviews.decisions(document),
    async waive(principal, waiver) {
      demand(principal, 'govern');
      const { until } = waiver;
      const problem = problemWith(until, now());
      if (problem !== undefined) throw faults.DECISION_REFUSED({ reason: problem });
      const kind = 'waiver' as const;
      const made = begun(principal, waiver).map(each => ({ ...each, kind, until }));
      return await decide(principal, 'waiver.granted', made);
    },
    async signOff(principal, signOff) {
      const { service, team } = signOff;
      demand(principal, owning({ service, ...(team !== undefined && { team }) }));
      const more = { kind: 'sign-off' as const, service, ...(team !== undefined && { team }) };
      const made = begun(principal, signOff).map(each => ({ ...each, ...more }));
      return await decide(principal, 'change.signed-off', made);
    },
    async revoke(principal, id) {
      const found = (await reviews.decisions()).find(decision => decision.id === id);
      if (!found) throw faults.DECISION_UNKNOWN({ id });
      const { kind, service, team } = found;
      if (kind === 'waiver') demand(principal, 'govern');
      else
        demand(principal, owning({ ...(service !== undefined && { service }), ...(team !== undefined && { team }) }));
      if (found.revoked !== undefined) return found;
      const action = kind === 'waiver' ? 'waiver.revoked' : 'sign-off.revoked';
      const revoked = { ...found, revoked: now().toISOString() };
      await decide(principal, action, [revoked]);
      return revoked;
    },
  };
}

/** Why a day cannot be the last one of a waiver. */
function problemWith(until: string, now: Date): string | undefined {
  const day = Date.parse(`${until}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(day)) return `${until} is no day, such as 2027-01-31`;
  if (new Date(day).toISOString().slice(0, 10) !== until) return `there is no day ${until}`;
  if (until < today(now)) return `its last day, ${until}, is over`;
  return day - now.getTime() > MOST_DAYS * DAY ? 'it would last for more than a year' : undefined;
}
