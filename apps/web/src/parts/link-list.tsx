import type { Dependency, LinkView } from '@portolan/server/port';
import { Confidence } from './confidence.tsx';
import { Names } from './names.tsx';
import { Empty } from './section.tsx';
import { type Column, Table } from './table.tsx';
import { ThingLink } from './thing-link.tsx';

interface Props {
  links: readonly LinkView[];
  /** What the links have in common, for those who cannot see the table. */
  caption: string;
  /** Services at the other ends, with the messages that make them so. */
  others: readonly Dependency[];
  /** What those services do: `Received by`, `Sent by`. */
  othersHead: string;
  none: string;
}

/** What a service sends or receives: message, channel, who is at the other end, and what it is worth. */
export function LinkList({ links, caption, others, othersHead, none }: Props) {
  if (links.length === 0) return <Empty>{none}</Empty>;
  const columns: Column<LinkView>[] = [
    {
      head: 'Message',
      cell: link => <MessageOf link={link} />,
    },
    {
      head: 'Channel',
      cell: link => (
        <ThingLink kind="channel" id={link.channel} className="quiet-link mono">
          {link.channelAddress ?? link.channelName}
        </ThingLink>
      ),
    },
    { head: othersHead, wide: true, cell: link => <Others link={link} ends={allEnds(link, links, others)} /> },
    { head: 'Direction', cell: link => <Confidence link={link} /> },
  ];
  return (
    <Table
      stacks
      caption={caption}
      columns={columns}
      rows={links.filter(isOwn)}
      keyOf={link => `${link.channel} ${link.message ?? ''}`}
    />
  );
}

/** Whether a document states the link itself, rather than that it follows from a pattern. */
export function isOwn({ through }: LinkView): boolean {
  return through === undefined;
}

/** The services at the other end of a link, on its channel and on those that its pattern takes in. */
function allEnds(link: LinkView, links: readonly LinkView[], others: readonly Dependency[]): readonly Dependency[] {
  const followed = links.filter(
    ({ through }) => through !== undefined && through.channel === link.channel && through.message === link.message,
  );
  return [...new Set([link, ...followed].flatMap(each => otherEnds(each, others)))];
}

/** The message of a link as a link to it; a link that names none stands for whatever is on its channel. */
export function MessageOf({ link }: { link: LinkView }) {
  if (link.message === undefined) return <span className="faint">Not named</span>;
  return (
    <ThingLink kind="message" id={link.message} className="quiet-link strong">
      {link.messageName ?? link.message}
    </ThingLink>
  );
}

/** The services that a link connects to: by its message, or where it names none by everything on its channel. */
export function otherEnds(link: LinkView, others: readonly Dependency[]): readonly Dependency[] {
  return others.filter(other =>
    other.messages.some(
      message => message.channel === link.channel && (link.message === undefined || message.id === link.message),
    ),
  );
}

function Others({ link, ends }: { link: LinkView; ends: readonly Dependency[] }) {
  if (ends.length === 0 && link.message === undefined) {
    return (
      <ThingLink kind="channel" id={link.channel} className="faint quiet-link">
        See the channel
      </ThingLink>
    );
  }
  if (ends.length === 0) return <span className="faint">Nobody known</span>;
  return (
    <Names of={ends} keyOf={end => end.service}>
      {end => (
        <ThingLink kind="service" id={end.service}>
          {end.serviceName}
        </ThingLink>
      )}
    </Names>
  );
}
