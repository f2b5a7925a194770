import type { MessagePage as Message } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { messageQuery } from '../api/queries.ts';
import { tryMessage } from '../api/reviews.ts';
import { Badge } from '../parts/badge.tsx';
import { Definition } from '../parts/definition.tsx';
import { Flow } from '../parts/flow.tsx';
import { Names } from '../parts/names.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { PartyList } from '../parts/party-list.tsx';
import { Prose } from '../parts/prose.tsx';
import { readersByField } from '../parts/readers.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { TryMessage } from '../parts/try-message.tsx';
import { Contact, DomainLink } from '../parts/whose.tsx';
import { count } from '../words/count.ts';
import { serviceEnds } from '../words/ends.ts';

/** What a message says, who sends it, and who reads which part of it. */
export function MessagePage() {
  const { id } = useParams({ from: '/messages/$id' });
  return (
    <ThingPage kind="message" id={id} query={useQuery(messageQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Message }) {
  const { message, team, channels, senders, receivers, definitions } = page;
  const readers = readersByField(receivers);
  return (
    <>
      <PageHead
        kind="Message"
        icon="message"
        title={message.name}
        after={message.deprecated ? <Badge tone="warning">deprecated</Badge> : null}
      >
        {message.title && !sameWords(message.title, message.name) ? <p className="soft">{message.title}</p> : null}
        <Prose text={message.description ?? message.summary} />
        <Facts>
          <Fact name="Owner">
            <Contact team={team} />
          </Fact>
          <Fact name="Domain">
            <DomainLink domain={message.domain} />
          </Fact>
          <Fact name="Content type">
            {message.contentType ? (
              <span className="mono">{message.contentType}</span>
            ) : (
              <span className="faint">Not named</span>
            )}
          </Fact>
          <Fact name={channels.length === 1 ? 'Channel' : 'Channels'}>
            <span className="mono">
              <Names of={channels} keyOf={channel => channel.id}>
                {channel => (
                  <ThingLink kind="channel" id={channel.id}>
                    {channel.address ?? channel.name}
                  </ThingLink>
                )}
              </Names>
            </span>
          </Fact>
        </Facts>
        <p className="page-actions">
          <Link to="/impact" search={{ of: `message:${message.id}` }} className="button">
            What would break if it changes
          </Link>
        </p>
      </PageHead>

      <Section title="Who sends, who receives">
        <Flow
          left={{ heading: 'Senders', ends: serviceEnds(senders, 'channel'), none: 'No known sender' }}
          centre={{ kind: 'message', name: message.name, note: count(channels.length, 'channel') }}
          right={{ heading: 'Receivers', ends: serviceEnds(receivers, 'channel'), none: 'No known receiver' }}
        />
      </Section>
      <Section title="What it says">
        {definitions.length === 0 ? <Empty>No document defines it.</Empty> : null}
        {definitions.length === 1 && definitions[0] ? (
          <Definition definition={definitions[0]} readers={readers} message={message} />
        ) : null}
        {definitions.length > 1 ? (
          <Tabs
            label="Definitions"
            tabs={definitions.map((definition, index) => ({
              id: `${definition.document} ${index}`,
              label: (
                <>
                  {definition.serviceName}
                  <span className="faint"> {definition.actions.map(action => ACTIONS[action]).join(', ')}</span>
                </>
              ),
              panel: () => <Definition definition={definition} readers={readers} message={message} />,
            }))}
          />
        ) : null}
      </Section>
      {definitions.some(({ payload }) => payload) ? (
        <Section title="Try a message">
          <TryMessage
            example={definitions[0]?.examples[0]?.payload}
            send={payload => tryMessage(message.id, payload)}
          />
        </Section>
      ) : null}
      <Section title="Links" total={senders.length + receivers.length}>
        <PartyList links={[...senders, ...receivers]} caption={`Links of ${message.name}`} by="channel" />
      </Section>
    </>
  );
}

/** True for `OrderPlaced` and `Order placed`: saying both says nothing more. */
function sameWords(a: string, b: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}

const ACTIONS = { send: 'sends', receive: 'receives' } as const;
