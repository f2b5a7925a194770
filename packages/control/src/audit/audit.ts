import { randomUUID } from 'node:crypto';
import type { AccessStore, AuditRecordDraft } from '@portolan/stores/port';
import type { Audit, AuditDraft, AuditEntry } from '../access/model.ts';

/** Members that are called as secrets are, and values that look like our own. */
const SECRET_NAME = /password|passphrase|secret|credential|authorization|cookie|private.?key|^token$/i;
const SECRET_VALUE = /ptl_[\w-]{20,}/g;

/** Longest text in a detail, and the most members of a list or an object that are kept. */
const MOST_CHARACTERS = 500;
const MOST_MEMBERS = 50;
const DEEPEST = 4;

/** The audit log of a store. */
export function auditOf(store: AccessStore, now: () => Date): Audit {
  return {
    record: draft => store.write([], [auditRecord(draft, now())]),
    list: async page => (await store.audit(page)).map(entryOf),
  };
}

/** An entry as the store takes it, to be written together with what it tells of. Secrets are left out. */
export function auditRecord({ principal, action, subject, detail = {} }: AuditDraft, now: Date): AuditRecordDraft {
  const { kind, id, name, from } = principal;
  return {
    id: randomUUID(),
    at: now.toISOString(),
    who: { kind, id, name },
    ...(from !== undefined && { from }),
    action,
    subject: cleanText(subject),
    detail: clean(detail, 0) as Record<string, unknown>,
  };
}

function entryOf({
  sequence,
  at,
  who,
  from,
  action,
  subject,
  detail,
}: AuditRecordDraft & { sequence: number }): AuditEntry {
  const shown = { sequence, at, who: who as AuditEntry['who'], action, subject, detail };
  return from === undefined ? shown : { ...shown, from };
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS).map(item => clean(item, depth + 1));
  const members = Object.entries(value).filter(([name]) => !SECRET_NAME.test(name));
  return Object.fromEntries(members.slice(0, MOST_MEMBERS).map(([name, member]) => [name, clean(member, depth + 1)]));
}

function cleanText(text: string): string {
  const masked = text.replaceAll(SECRET_VALUE, 'ptl_•••');
  return masked.length > MOST_CHARACTERS ? `${masked.slice(0, MOST_CHARACTERS)}…` : masked;
}
