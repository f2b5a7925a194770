import type { MessageSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { messagesQuery } from '../api/queries.ts';
import { FilterBar, type Filters } from '../parts/filter-bar.tsx';
import { Outline } from '../parts/loaded.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner } from '../parts/thing-link.tsx';
import { number } from '../words/count.ts';

const COLUMNS: readonly Column<MessageSummary>[] = [
  {
    head: 'Message',
    cell: message => (
      <Link to="/impact" search={{ of: `message:${message.id}` }} className="row-link">
        {message.name}
      </Link>
    ),
  },
  { head: 'Owner', wide: true, short: true, cell: ({ owner, ownerName }) => <Owner id={owner} name={ownerName} /> },
  { head: 'Receivers', number: true, cell: message => number(message.receivers) },
];

/** Which message is to be changed: found by a part of its name. */
export function ChooseMessage() {
  const [filters, setFilters] = useState<Filters>({});
  const { data } = useInfiniteQuery(messagesQuery({ q: filters.q }));
  const messages = data?.pages.flatMap(page => page.items);
  return (
    <>
      <FilterBar filters={filters} choices={[]} textLabel="Find a message" onChange={setFilters} />
      {messages === undefined ? <Outline /> : null}
      {messages?.length === 0 ? <Empty>No message has these words.</Empty> : null}
      {messages && messages.length > 0 ? (
        <Table caption="Messages" columns={COLUMNS} rows={messages} keyOf={message => message.id} />
      ) : null}
    </>
  );
}
