import type { ServiceSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { servicesQuery } from '../api/queries.ts';
import { Counts, Protocols } from '../parts/badge.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { Gist } from '../parts/prose.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { useChartChoices, useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

/** Columns of a list of services; the team's page shows them too. */
export const SERVICE_COLUMNS: readonly Column<ServiceSummary>[] = [
  {
    head: 'Service',
    cell: service => (
      <>
        <ThingLink kind="service" id={service.id} className="row-link">
          {service.name}
        </ThingLink>
        <span className="row-note">
          <Gist text={service.summary ?? service.description} />
        </span>
      </>
    ),
  },
  { head: 'Owner', wide: true, short: true, cell: service => <Owner id={service.owner} name={service.ownerName} /> },
  { head: 'Domain', wide: true, short: true, cell: service => service.domain ?? <span className="faint">None</span> },
  { head: 'Protocols', wide: true, short: true, cell: service => <Protocols protocols={service.protocols} /> },
  { head: 'Sends', number: true, cell: service => number(service.sends) },
  { head: 'Receives', number: true, cell: service => number(service.receives) },
  { head: 'Findings', wide: true, short: true, cell: service => <Counts counts={service.findings} /> },
];

/** Every service of the organisation. */
export function ServicesPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Services"
      icon="service"
      says="The applications that documents describe."
      filters={filters}
      onFilters={setFilters}
      choices={useChartChoices()}
      textLabel="Filter services"
      query={useInfiniteQuery(servicesQuery(filters))}
      none={<NoDocuments />}
    >
      {items => <Table caption="Services" columns={SERVICE_COLUMNS} rows={items} keyOf={service => service.id} />}
    </ListPage>
  );
}
