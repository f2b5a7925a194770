import type { ChannelSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { channelsQuery } from '../api/queries.ts';
import { Protocols } from '../parts/badge.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { useChartChoices, useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

/** Columns of a list of channels; other pages show them too. */
export const CHANNEL_COLUMNS: readonly Column<ChannelSummary>[] = [
  {
    head: 'Channel',
    cell: channel => (
      <>
        <ThingLink
          kind="channel"
          id={channel.id}
          className={channel.name === channel.address ? 'row-link mono' : 'row-link'}
        >
          {channel.name}
        </ThingLink>
        <span className="row-note">
          {channel.address !== null && channel.address !== channel.name ? (
            <span className="mono">{channel.address}</span>
          ) : (
            channel.summary
          )}
        </span>
      </>
    ),
  },
  { head: 'Owner', wide: true, short: true, cell: channel => <Owner id={channel.owner} name={channel.ownerName} /> },
  { head: 'Protocols', wide: true, short: true, cell: channel => <Protocols protocols={channel.protocols} /> },
  { head: 'Messages', number: true, wide: true, cell: channel => number(channel.messages.length) },
  { head: 'Senders', number: true, cell: channel => number(channel.senders) },
  { head: 'Receivers', number: true, cell: channel => number(channel.receivers) },
];

/** Every channel of the organisation. */
export function ChannelsPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Channels"
      icon="channel"
      says="The addresses on brokers where messages travel."
      filters={filters}
      onFilters={setFilters}
      choices={useChartChoices()}
      textLabel="Filter channels"
      query={useInfiniteQuery(channelsQuery(filters))}
      none={<NoDocuments />}
    >
      {items => <Table caption="Channels" columns={CHANNEL_COLUMNS} rows={items} keyOf={channel => channel.id} />}
    </ListPage>
  );
}
