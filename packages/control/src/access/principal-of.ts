import type { TokenRecord, UserRecord } from '@portolan/stores/port';
import { type AccessMode, type Owned, type Principal, ROLES, type Role } from './model.ts';

/** Owner of nothing. */
export const NOTHING: Owned = Object.freeze({ services: [], teams: [], sources: [] });

/** Everybody who is not known. */
export function anonymous(mode: AccessMode, from?: string): Principal {
  const roles: Record<AccessMode, readonly Role[]> = { open: ['administrator'], read: ['reader'], closed: [] };
  return withAddress(
    { kind: 'anonymous', id: 'anonymous', name: 'anonymous', roles: roles[mode], owns: NOTHING },
    from,
  );
}

/** The machine itself, for commands that work on the store. */
export const COMMAND_LINE: Principal = Object.freeze<Principal>({
  kind: 'anonymous',
  id: 'command-line',
  name: 'command line',
  roles: ['administrator'],
  owns: NOTHING,
});

export function principalOfUser(user: UserRecord, from?: string): Principal {
  const { id, name } = user;
  return withAddress({ kind: 'user', id, name, roles: rolesOf(user), owns: ownedOf(user) }, from);
}

/** What a token may do: never more than the user may at this moment whose it is. */
export function principalOfToken(token: TokenRecord, user: UserRecord | undefined, from?: string): Principal {
  const { id, name } = token;
  const given = { roles: rolesOf(token), owns: ownedOf(token) };
  return withAddress({ kind: 'token', id, name, ...(user ? limited(given, user) : given) }, from);
}

/** Roles and belongings as far as a user has them. */
function limited(
  { roles, owns }: Pick<Principal, 'roles' | 'owns'>,
  user: UserRecord,
): Pick<Principal, 'roles' | 'owns'> {
  const most = Math.max(-1, ...rolesOf(user).map(role => ROLES.indexOf(role)));
  const kept = roles.filter(role => ROLES.indexOf(role) <= most);
  const lost = kept.length < roles.length && most >= 0 ? [ROLES[most] as Role] : [];
  if (most > ROLES.indexOf('owner')) return { roles: [...new Set([...kept, ...lost])], owns };
  const theirs = ownedOf(user);
  const both = (kind: keyof Owned) => common(owns[kind], theirs[kind]);
  return {
    roles: [...new Set([...kept, ...lost])],
    owns: { services: both('services'), teams: both('teams'), sources: both('sources') },
  };
}

function common(some: readonly string[], others: readonly string[]): readonly string[] {
  if (others.includes('*')) return some;
  return some.includes('*') ? others : some.filter(id => others.includes(id));
}

/** The roles that this Portolan knows; others come from a newer one. */
export function rolesOf({ roles }: Pick<UserRecord, 'roles'>): readonly Role[] {
  return ROLES.filter(role => roles.includes(role));
}

export function ownedOf({ owns }: Pick<UserRecord, 'owns'>): Owned {
  const { services = [], teams = [], sources = [] } = owns;
  return { services, teams, sources };
}

function withAddress(principal: Principal, from: string | undefined): Principal {
  return Object.freeze(from === undefined ? principal : { ...principal, from });
}
