import type { Owned, Role } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/access.ts';

/** What whoever looks may do. The server asks again: this only keeps away what would be refused. */
export interface OwnRights {
  readonly governs: boolean;
  /** Whether a service is theirs, by itself or by its team. */
  owns(service: string, team: string | undefined): boolean;
}

export function useOwnRights(): OwnRights {
  const { data } = useQuery(sessionQuery);
  if (!data) return rightsOf([], NOTHING);
  if (data.access === 'open') return rightsOf(['governor'], NOTHING);
  return rightsOf(data.who?.roles ?? [], data.who?.owns ?? NOTHING);
}

const NOTHING: Owned = { services: [], teams: [], sources: [] };

function rightsOf(roles: readonly Role[], owns: Owned): OwnRights {
  const governs = roles.includes('governor') || roles.includes('administrator');
  const has = (owned: readonly string[], id: string) => owned.includes(id) || owned.includes('*');
  return {
    governs,
    owns: (service, team) =>
      governs ||
      (roles.includes('owner') && (has(owns.services, service) || (team !== undefined && has(owns.teams, team)))),
  };
}
