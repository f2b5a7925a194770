import type { DomainNode, TeamNode } from '@portolan/chart';
import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../api/queries.ts';
import { ThingLink } from './thing-link.tsx';

/** The team that answers for something, with a way to reach it. */
export function Contact({ team }: { team: TeamNode | undefined }) {
  if (!team) return <span className="faint">No owner named</span>;
  return (
    <>
      <ThingLink kind="team" id={team.id} className="link">
        {team.name}
      </ThingLink>
      {team.email ? (
        <a className="faint quiet-link" href={`mailto:${team.email}`}>
          {' '}
          {team.email}
        </a>
      ) : null}
    </>
  );
}

/** A domain by its name, leading to its page. */
export function DomainLink({ domain }: { domain: string | undefined }) {
  const domains: readonly DomainNode[] = useQuery(overviewQuery).data?.domains ?? [];
  if (domain === undefined) return <span className="faint">None named</span>;
  return (
    <ThingLink kind="domain" id={domain}>
      {domains.find(({ id }) => id === domain)?.name ?? domain}
    </ThingLink>
  );
}
