import { faults } from '../faults.ts';
import type { Need, Owned, Owning, Permission, Principal, Role } from './model.ts';

/** The roles that give what is needed; one of them is enough. */
const GIVEN_BY: Readonly<Record<Exclude<Need, 'nothing' | 'known' | 'account'>, readonly Role[]>> = {
  read: ['reader', 'owner', 'governor', 'administrator'],
  own: ['owner', 'governor', 'administrator'],
  govern: ['governor', 'administrator'],
  administer: ['administrator'],
};

/** Whether a principal has a permission. */
export function may(principal: Principal, permission: Permission): boolean {
  if (permission === 'nothing') return true;
  if (permission === 'known') return principal.kind !== 'anonymous';
  if (permission === 'account') return principal.kind === 'user';
  if (typeof permission === 'string') return hasOne(principal, GIVEN_BY[permission]);
  return hasOne(principal, GIVEN_BY.govern) || (hasOne(principal, ['owner']) && isOwner(principal.owns, permission));
}

/**
 * Goes on only for a principal that has the permission.
 *
 * Faults: CONTROL_SIGN_IN_NEEDED for somebody unknown, CONTROL_ROLE_NEEDED for everybody else.
 */
export function demand(principal: Principal, permission: Permission): void {
  if (may(principal, permission)) return;
  if (principal.kind === 'anonymous') throw faults.SIGN_IN_NEEDED();
  throw faults.ROLE_NEEDED({ name: principal.name, needed: neededFor(permission) });
}

/** The right to change what belongs to a thing. */
export function owning(own: Owning['own']): Owning {
  return { own };
}

function hasOne(principal: Principal, roles: readonly Role[]): boolean {
  return principal.roles.some(role => roles.includes(role));
}

function isOwner(owns: Owned, { own: { service, team, source } }: Owning): boolean {
  return includes(owns.services, service) || includes(owns.teams, team) || includes(owns.sources, source);
}

function includes(owned: readonly string[], id: string | undefined): boolean {
  return id !== undefined && (owned.includes(id) || owned.includes('*'));
}

/** In words, for people who lack it. */
function neededFor(permission: Permission): string {
  if (typeof permission !== 'string') {
    const [kind, id] = Object.entries(permission.own)[0] ?? ['thing', ''];
    return `to own the ${kind} ${id}, or to be a governor`;
  }
  if (permission === 'account') return 'a user who signed in, not a token';
  const [least] = GIVEN_BY[permission as keyof typeof GIVEN_BY];
  return `the role ${least}`;
}
