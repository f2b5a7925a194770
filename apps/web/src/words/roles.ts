import type { AuditEntry, Owned, Role } from '@portolan/server/port';

/** Each role and what it may do, the least first. */
export const ROLE_WORDS: readonly { readonly role: Role; readonly name: string; readonly says: string }[] = [
  { role: 'reader', name: 'Reader', says: 'Reads everything.' },
  { role: 'owner', name: 'Owner', says: 'Also changes what belongs to their services, teams and sources.' },
  { role: 'governor', name: 'Governor', says: 'Also changes what belongs to others, and decides about exceptions.' },
  { role: 'administrator', name: 'Administrator', says: 'Also decides who may do what, and reads the audit log.' },
];

/** The name of the highest role, which includes the others. */
export function highestRole(roles: readonly Role[]): string {
  return ROLE_WORDS.findLast(({ role }) => roles.includes(role))?.name ?? 'No role';
}

/** What an owner owns, in words; undefined for nothing. */
export function ownedWords({ services, teams, sources }: Owned): string | undefined {
  const parts = [wordsOf('services', services), wordsOf('teams', teams), wordsOf('sources', sources)];
  return parts.filter(part => part !== undefined).join('; ') || undefined;
}

function wordsOf(kind: string, ids: readonly string[]): string | undefined {
  if (ids.length === 0) return undefined;
  return ids.includes('*') ? `all ${kind}` : `${kind} ${ids.join(', ')}`;
}

const DEEDS: Readonly<Record<string, string>> = {
  'session.started': 'signed in',
  'session.ended': 'signed out',
  'session.refused': 'was refused at the sign-in',
  'user.created': 'made the account',
  'user.changed': 'changed the account',
  'user.disabled': 'disabled the account',
  'token.created': 'made the token',
  'token.revoked': 'revoked the token',
  'source.pushed': 'pushed documents to',
  'source.removed': 'ended',
  'check.pushed': 'sent a check of',
  'waiver.granted': 'waived a change of',
  'waiver.revoked': 'took back a waiver for',
  'change.signed-off': 'signed off a change of',
  'sign-off.revoked': 'took back a sign-off for',
  'watch.created': 'began the watch',
  'watch.resumed': 'resumed the watch',
  'watch.removed': 'ended the watch',
};

/** What an entry of the audit log says was done; the bare action where nobody has put it into words. */
export function deedOf({ action }: Pick<AuditEntry, 'action'>): string {
  return DEEDS[action] ?? action;
}
