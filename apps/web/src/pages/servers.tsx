import type { ServerSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { serversQuery } from '../api/queries.ts';
import { Protocols } from '../parts/badge.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useChartChoices, useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

const COLUMNS: readonly Column<ServerSummary>[] = [
  {
    head: 'Server',
    cell: server => (
      <>
        <ThingLink kind="server" id={server.id} className="row-link mono break">
          {server.host}
        </ThingLink>
        <span className="row-note">{server.names.join(', ')}</span>
      </>
    ),
  },
  { head: 'Protocol', short: true, cell: server => <Protocols protocols={[server.protocol]} /> },
  { head: 'Channels', number: true, cell: server => number(server.channels) },
  { head: 'Services', number: true, cell: server => number(server.services) },
];

/** Every broker and host that documents name. */
export function ServersPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Servers"
      icon="server"
      says="The brokers and hosts that documents name."
      filters={filters}
      onFilters={setFilters}
      choices={useChartChoices().filter(({ name }) => name === 'protocol')}
      textLabel="Filter servers"
      query={useInfiniteQuery(serversQuery(filters))}
      none={<Empty>No document names a server.</Empty>}
    >
      {items => <Table caption="Servers" columns={COLUMNS} rows={items} keyOf={server => server.id} />}
    </ListPage>
  );
}
