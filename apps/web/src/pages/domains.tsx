import type { DomainSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { domainsQuery } from '../api/queries.ts';
import { ListPage } from '../parts/list-page.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

const COLUMNS: readonly Column<DomainSummary>[] = [
  {
    head: 'Domain',
    cell: domain => (
      <ThingLink kind="domain" id={domain.id} className="row-link">
        {domain.name}
      </ThingLink>
    ),
  },
  { head: 'Services', number: true, cell: domain => number(domain.services) },
  { head: 'Channels', number: true, wide: true, cell: domain => number(domain.channels) },
  { head: 'Messages', number: true, wide: true, cell: domain => number(domain.messages) },
  { head: 'Teams', number: true, cell: domain => number(domain.teams) },
];

/** Every domain that documents name. */
export function DomainsPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Domains"
      icon="domain"
      says="The parts of the business that services belong to."
      filters={filters}
      onFilters={setFilters}
      choices={[]}
      textLabel="Filter domains"
      query={useInfiniteQuery(domainsQuery(filters))}
      none={
        <Empty>
          No document names a domain. Portolan reads one from <code>x-domain</code>.
        </Empty>
      }
    >
      {items => <Table caption="Domains" columns={COLUMNS} rows={items} keyOf={domain => domain.id} />}
    </ListPage>
  );
}
