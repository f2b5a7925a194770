import type { AuditRecord, SessionRecord, TokenRecord, UserRecord } from './port.ts';

/** A row as both drivers give it: texts, numbers and nulls by column. */
export type Row = Readonly<Record<string, unknown>>;

export const text = (row: Row, column: string) => row[column] as string;
const parsed = (row: Row, column: string) => JSON.parse(text(row, column));

/** A member that is left out when the column is empty. */
export function optional<K extends string>(row: Row, column: string, member: K): { readonly [k in K]?: string } {
  const value = row[column];
  return typeof value === 'string' ? ({ [member]: value } as { [k in K]: string }) : {};
}

export function userOf(row: Row): UserRecord {
  const issuer = row.issuer;
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    title: text(row, 'title'),
    ...optional(row, 'password', 'password'),
    ...(typeof issuer === 'string' && { identity: { issuer, subject: text(row, 'subject') } }),
    roles: parsed(row, 'roles'),
    owns: parsed(row, 'owns'),
    created: text(row, 'created'),
    ...optional(row, 'disabled', 'disabled'),
  };
}

export function sessionOf(row: Row): SessionRecord {
  return {
    digest: text(row, 'digest'),
    user: text(row, 'account'),
    created: text(row, 'created'),
    seen: text(row, 'seen'),
    expires: text(row, 'expires'),
    ...optional(row, 'address', 'from'),
    ...optional(row, 'agent', 'agent'),
  };
}

export function tokenOf(row: Row): TokenRecord {
  return {
    id: text(row, 'id'),
    digest: text(row, 'digest'),
    name: text(row, 'name'),
    hint: text(row, 'hint'),
    ...optional(row, 'account', 'user'),
    roles: parsed(row, 'roles'),
    owns: parsed(row, 'owns'),
    created: text(row, 'created'),
    expires: text(row, 'expires'),
    ...optional(row, 'used', 'used'),
    ...optional(row, 'revoked', 'revoked'),
  };
}

export function auditOf(row: Row): AuditRecord {
  return {
    sequence: Number(row.sequence),
    id: text(row, 'id'),
    at: text(row, 'at'),
    who: { kind: text(row, 'who_kind'), id: text(row, 'who_id'), name: text(row, 'who_name') },
    ...optional(row, 'address', 'from'),
    action: text(row, 'action'),
    subject: text(row, 'subject'),
    detail: parsed(row, 'detail'),
  };
}
