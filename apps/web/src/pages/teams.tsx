import type { TeamSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { teamsQuery } from '../api/queries.ts';
import { Counts } from '../parts/badge.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { number } from '../words/count.ts';

const COLUMNS: readonly Column<TeamSummary>[] = [
  {
    head: 'Team',
    cell: team => (
      <>
        <ThingLink kind="team" id={team.id} className="row-link">
          {team.name}
        </ThingLink>
        <span className="row-note">{team.email ?? team.url}</span>
      </>
    ),
  },
  { head: 'Services', number: true, cell: team => number(team.services) },
  { head: 'Channels', number: true, wide: true, cell: team => number(team.channels) },
  { head: 'Messages', number: true, wide: true, cell: team => number(team.messages) },
  { head: 'Findings', cell: team => <Counts counts={team.findings} /> },
];

/** Every team that answers for something. */
export function TeamsPage() {
  return (
    <ListPage
      title="Teams"
      icon="team"
      says="Who answers for services, channels and messages."
      filters={{}}
      onFilters={() => {}}
      choices={[]}
      query={useInfiniteQuery(teamsQuery())}
      none={
        <Empty>
          No document names an owner. Portolan reads one from <code>x-owner</code>, or from <code>info.contact</code>.
        </Empty>
      }
    >
      {items => <Table caption="Teams" columns={COLUMNS} rows={items} keyOf={team => team.id} />}
    </ListPage>
  );
}
