import type { DomainPage as Domain, DomainTie } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { domainQuery } from '../api/queries.ts';
import { Flow, type FlowEnd } from '../parts/flow.tsx';
import { Names } from '../parts/names.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { count } from '../words/count.ts';
import { CHANNEL_COLUMNS } from './channels.tsx';
import { MESSAGE_COLUMNS } from './messages.tsx';
import { SERVICE_COLUMNS } from './services.tsx';

/** A part of the business: its services, and the domains that it exchanges messages with. */
export function DomainPage() {
  const { id } = useParams({ from: '/domains/$id' });
  return (
    <ThingPage kind="domain" id={id} query={useQuery(domainQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Domain }) {
  const { domain, teams, services, channels, messages, dependsOn, dependedOnBy } = page;
  return (
    <>
      <PageHead kind="Domain" icon="domain" title={domain.name}>
        <Facts>
          <Fact name="Teams">
            {teams.length === 0 ? <span className="faint">None named</span> : null}
            <Names of={teams} keyOf={team => team.id}>
              {team => (
                <ThingLink kind="team" id={team.id}>
                  {team.name}
                </ThingLink>
              )}
            </Names>
          </Fact>
          <Fact name="On the map">
            <Link to="/map" search={{ domain: domain.id }} className="quiet-link">
              Only this domain
            </Link>
          </Fact>
        </Facts>
      </PageHead>
      <Section title="Other domains">
        <Flow
          left={{ heading: 'Depends on', ends: ends(dependsOn), none: 'Receives from no other domain' }}
          centre={{ kind: 'domain', name: domain.name, note: count(services.length, 'service') }}
          right={{ heading: 'Dependents', ends: ends(dependedOnBy), none: 'No other domain receives from it' }}
        />
      </Section>
      <Section title="Services" total={services.length}>
        <Table caption="Services" columns={without(SERVICE_COLUMNS)} rows={services} keyOf={service => service.id} />
      </Section>
      {channels.length > 0 ? (
        <Section title="Channels" total={channels.length}>
          <Table caption="Channels" columns={without(CHANNEL_COLUMNS)} rows={channels} keyOf={channel => channel.id} />
        </Section>
      ) : null}
      {messages.length > 0 ? (
        <Section title="Messages" total={messages.length}>
          <Table caption="Messages" columns={without(MESSAGE_COLUMNS)} rows={messages} keyOf={message => message.id} />
        </Section>
      ) : null}
    </>
  );
}

function ends(ties: readonly DomainTie[]): FlowEnd[] {
  return ties.map(({ domain, name, messages, uncertain }) => ({
    kind: 'domain',
    ...(domain !== undefined && { id: domain }),
    name,
    note: count(messages, 'message'),
    uncertain,
  }));
}

/** Here every row is of one domain. */
function without<T>(columns: readonly Column<T>[]): readonly Column<T>[] {
  return columns.filter(({ head }) => head !== 'Domain');
}
