import { slug } from '@portolan/base';
import type { TeamId } from '../model.ts';
import { familyOf } from '../relate/protocols.ts';
import type { EntryFacts } from './entries.ts';
import type { SearchKind } from './hit.ts';
import type { Query } from './query.ts';

/** Whether a thing passes the filters of a query. */
export type Allows = (kind: SearchKind, facts: EntryFacts) => boolean;

/**
 * Makes the test for a query's filters. Owners and domains are compared by id, an owner also by its name; protocols by
 * their family; kinds in the singular or plural.
 */
export function allowing({ filters }: Query, teamNames: ReadonlyMap<TeamId, string>): Allows {
  const owners = filters.owner?.map(slug);
  const domains = filters.domain?.map(slug);
  const protocols = filters.protocol?.map(familyOf);
  const kinds = filters.kind?.map(kind => kind.toLowerCase().replace(/s$/, ''));
  return (kind, { owner, domain, protocols: carrying }) =>
    (!kinds || kinds.includes(kind)) &&
    (!protocols || carrying.some(protocol => protocols.includes(protocol))) &&
    (!domains || (domain !== undefined && domains.includes(domain))) &&
    (!owners ||
      (owner !== undefined && (owners.includes(owner) || owners.includes(slug(teamNames.get(owner) ?? owner)))));
}
