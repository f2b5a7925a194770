import type { LinkView } from '@portolan/server/port';
import { count } from '../words/count.ts';
import { ActionBadge } from './badge.tsx';
import { Confidence } from './confidence.tsx';
import { MessageOf } from './link-list.tsx';
import { Empty } from './section.tsx';
import { type Column, Table } from './table.tsx';
import { Owner, ThingLink } from './thing-link.tsx';

interface Props {
  /** Senders first, then receivers. */
  links: readonly LinkView[];
  caption: string;
  /** Which column tells the links of one service apart. */
  by: 'message' | 'channel';
}

/** Who sends and who receives, as a table with what each link is worth. */
export function PartyList({ links, caption, by }: Props) {
  if (links.length === 0) return <Empty>No document says who sends or receives.</Empty>;
  const reads = links.some(link => link.fields !== undefined && link.fields.length > 0);
  const columns: Column<LinkView>[] = [
    {
      head: 'Service',
      cell: link => (
        <>
          <ThingLink kind="service" id={link.service} className="quiet-link strong">
            {link.serviceName}
          </ThingLink>
          <Through link={link} />
        </>
      ),
    },
    { head: 'Action', cell: link => <ActionBadge action={link.action} /> },
    by === 'message'
      ? { head: 'Message', cell: link => <MessageOf link={link} /> }
      : {
          head: 'Channel',
          wide: true,
          cell: link => (
            <ThingLink kind="channel" id={link.channel} className="quiet-link mono">
              {link.channelAddress ?? link.channelName}
            </ThingLink>
          ),
        },
    { head: 'Owner', wide: true, short: true, cell: link => <Owner id={link.owner} name={link.ownerName} /> },
    { head: 'Direction', cell: link => <Confidence link={link} /> },
  ];
  if (reads && by === 'channel')
    columns.splice(4, 0, { head: 'Reads', wide: true, short: true, cell: link => <Fields link={link} /> });
  return (
    <Table
      stacks
      caption={caption}
      columns={columns}
      rows={links}
      keyOf={link => `${link.action} ${link.service} ${link.channel} ${link.message ?? ''}`}
    />
  );
}

/** The channel from which a service receives what is sent here. */
function Through({ link }: { link: LinkView }) {
  if (!link.through) return null;
  return (
    <span className="soft">
      {' through '}
      <ThingLink kind="channel" id={link.through.channel} className="quiet-link mono">
        {link.throughName ?? link.through.channel}
      </ThingLink>
    </span>
  );
}

function Fields({ link }: { link: LinkView }) {
  if (link.action === 'send' || !link.fields) return null;
  return (
    <span className="soft" title={link.fields.join(', ')}>
      {count(link.fields.length, 'field')}
    </span>
  );
}
