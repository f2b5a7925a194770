import type { MessageSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { messagesQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { Gist } from '../parts/prose.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { useChartChoices, useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

/** Columns of a list of messages; other pages show them too. */
export const MESSAGE_COLUMNS: readonly Column<MessageSummary>[] = [
  {
    head: 'Message',
    cell: message => (
      <>
        <ThingLink kind="message" id={message.id} className="row-link">
          {message.name}
        </ThingLink>{' '}
        {message.deprecated ? <Badge tone="warning">deprecated</Badge> : null}
        <span className="row-note">
          <Gist text={message.summary ?? message.description ?? message.title} />
        </span>
      </>
    ),
  },
  { head: 'Owner', wide: true, short: true, cell: message => <Owner id={message.owner} name={message.ownerName} /> },
  {
    head: 'Format',
    wide: true,
    short: true,
    cell: message => {
      const format = message.contentType ?? message.payloadFormat;
      return (
        <span className="mono soft" title={format}>
          {format}
        </span>
      );
    },
  },
  { head: 'Channels', number: true, wide: true, cell: message => number(message.channels.length) },
  { head: 'Senders', number: true, cell: message => number(message.senders) },
  { head: 'Receivers', number: true, cell: message => number(message.receivers) },
];

/** Every message of the organisation. */
export function MessagesPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Messages"
      icon="message"
      says="What services send to each other."
      filters={filters}
      onFilters={setFilters}
      choices={useChartChoices()}
      textLabel="Filter messages"
      query={useInfiniteQuery(messagesQuery(filters))}
      none={<NoDocuments />}
    >
      {items => <Table caption="Messages" columns={MESSAGE_COLUMNS} rows={items} keyOf={message => message.id} />}
    </ListPage>
  );
}
