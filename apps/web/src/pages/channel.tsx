import type { ChannelPage as Channel } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { channelQuery } from '../api/queries.ts';
import { Protocols } from '../parts/badge.tsx';
import { Bindings } from '../parts/bindings.tsx';
import { ChangesOf } from '../parts/changes-of.tsx';
import { CoverFacts } from '../parts/cover-facts.tsx';
import { DriftSection } from '../parts/drift-list.tsx';
import { Flow } from '../parts/flow.tsx';
import { Names } from '../parts/names.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { PartyList } from '../parts/party-list.tsx';
import { Inline, Prose } from '../parts/prose.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { Contact, DomainLink } from '../parts/whose.tsx';
import { count } from '../words/count.ts';
import { serviceEnds, undocumentedEnds } from '../words/ends.ts';
import { MESSAGE_COLUMNS } from './messages.tsx';

/** What a channel is, what travels on it, and who is on either side. */
export function ChannelPage() {
  const { id } = useParams({ from: '/channels/$id' });
  return (
    <ThingPage kind="channel" id={id} query={useQuery(channelQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Channel }) {
  const { channel, team, brokers, messages, senders, receivers, covers, drift } = page;
  const named = channel.name !== channel.address;
  const sendsElsewhere = covers.some(({ way, by }) => way === 'takes-in' && by !== 'parameter');
  return (
    <>
      <PageHead kind="Channel" icon="channel" title={channel.name} code={!named}>
        {named ? (
          <p className="mono soft break">{channel.address ?? 'The address is decided while the system runs.'}</p>
        ) : null}
        <Prose text={channel.description ?? channel.summary} />
        <Facts>
          <Fact name="Owner">
            <Contact team={team} />
          </Fact>
          <Fact name="Domain">
            <DomainLink domain={channel.domain} />
          </Fact>
          <Fact name="Protocols">
            <Protocols protocols={channel.protocols} />
          </Fact>
          <Fact name={brokers.length > 1 ? 'Brokers' : 'Broker'}>
            {brokers.length === 0 ? <span className="faint">None named</span> : null}
            <span className="mono">
              <Names of={brokers} keyOf={broker => broker.id}>
                {broker => (
                  <ThingLink kind="server" id={broker.id}>
                    {broker.host}
                  </ThingLink>
                )}
              </Names>
            </span>
          </Fact>
          <CoverFacts covers={covers} />
        </Facts>
        <p className="page-actions">
          <Link to="/impact" search={{ of: `channel:${channel.id}` }} className="button">
            What would break without it
          </Link>
        </p>
      </PageHead>

      <Section title="Who sends, who receives">
        <Flow
          left={{
            heading: 'Senders',
            ends: serviceEnds(senders, 'message'),
            none: sendsElsewhere ? 'On the channels that it takes in' : 'No known sender',
          }}
          centre={{ kind: 'channel', name: channel.name, note: count(messages.length, 'message') }}
          right={{
            heading: 'Receivers',
            ends: [...serviceEnds(receivers, 'message'), ...undocumentedEnds(drift, 'receives-more')],
            none: 'No known receiver',
          }}
        />
      </Section>
      <Section title="Links" total={senders.length + receivers.length}>
        <PartyList links={[...senders, ...receivers]} caption={`Links of ${channel.name}`} by="message" />
      </Section>
      <DriftSection items={drift} />
      <Section title="Messages" total={messages.length}>
        {messages.length === 0 ? (
          <Empty>No document says what travels here.</Empty>
        ) : (
          <Table caption="Messages" columns={MESSAGE_COLUMNS} rows={messages} keyOf={message => message.id} />
        )}
      </Section>
      {channel.parameters.length > 0 ? (
        <Section title="Parameters" total={channel.parameters.length}>
          <table className="pairs">
            <tbody>
              {channel.parameters.map(parameter => (
                <tr key={parameter.name}>
                  <th scope="row" className="mono">{`{${parameter.name}}`}</th>
                  <td className="soft">{parameter.description ? <Inline text={parameter.description} /> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ) : null}
      {Object.keys(channel.bindings).length > 0 ? (
        <Section title="Bindings">
          <Bindings bindings={channel.bindings} />
        </Section>
      ) : null}
      <ChangesOf filter={{ channel: channel.id }} />
      <Section title="Described in" total={channel.described.length}>
        <ul className="rows">
          {channel.described.map(({ document, id }) => (
            <li key={`${document} ${id}`}>
              <ThingLink kind="document" id={document} className="quiet-link mono" icon>
                {document}
              </ThingLink>{' '}
              <Link to="/documents/$id/edit" params={{ id: document }} search={{ channel: id }} className="link">
                Edit<span className="unseen"> the description in {document}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
