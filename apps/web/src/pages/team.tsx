import type { TeamPage as Team } from '@portolan/server/port';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { findingsQuery, teamQuery } from '../api/queries.ts';
import { Counts } from '../parts/badge.tsx';
import { ChangesOf } from '../parts/changes-of.tsx';
import { byDocument, FindingGroup } from '../parts/finding-group.tsx';
import { MaturityView } from '../parts/maturity.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Inline } from '../parts/prose.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { CHANNEL_COLUMNS } from './channels.tsx';
import { MESSAGE_COLUMNS } from './messages.tsx';
import { SERVICE_COLUMNS } from './services.tsx';

/** What a team answers for. */
export function TeamPage() {
  const { id } = useParams({ from: '/teams/$id' });
  return (
    <ThingPage kind="team" id={id} query={useQuery(teamQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Team }) {
  const { team, maturity, services, channels, messages } = page;
  return (
    <>
      <PageHead kind="Team" icon="team" title={team.name}>
        <Facts>
          {team.email ? (
            <Fact name="Email">
              <a className="link" href={`mailto:${team.email}`}>
                {team.email}
              </a>
            </Fact>
          ) : null}
          {team.url ? (
            <Fact name="Page">
              <Inline text={team.url} />
            </Fact>
          ) : null}
          <Fact name="Findings in its documents">
            <Counts counts={team.findings} />
          </Fact>
        </Facts>
      </PageHead>
      <Section title="Services" total={services.length}>
        {services.length === 0 ? <Empty>This team owns no service.</Empty> : null}
        {services.length > 0 ? (
          <Table
            caption="Services"
            columns={SERVICE_COLUMNS.filter(column => column.head !== 'Owner')}
            rows={services}
            keyOf={service => service.id}
          />
        ) : null}
      </Section>
      {channels.length > 0 ? (
        <Section title="Channels" total={channels.length}>
          <Table
            caption="Channels"
            columns={CHANNEL_COLUMNS.filter(column => column.head !== 'Owner')}
            rows={channels}
            keyOf={channel => channel.id}
          />
        </Section>
      ) : null}
      {messages.length > 0 ? (
        <Section title="Messages" total={messages.length}>
          <Table
            caption="Messages"
            columns={MESSAGE_COLUMNS.filter(column => column.head !== 'Owner')}
            rows={messages}
            keyOf={message => message.id}
          />
        </Section>
      ) : null}
      <Section
        title="Maturity"
        end={
          <Link to="/maturity" className="link">
            All teams
          </Link>
        }
      >
        <MaturityView maturity={maturity} />
      </Section>
      <ChangesOf filter={{ team: team.id }} />
      <TeamFindings services={services} />
    </>
  );
}

/** Documents whose findings are listed; a team with more reads them on the findings page. */
const MOST_DOCUMENTS = 20;

/** The findings in the documents of a team's services. */
function TeamFindings({ services }: { services: Team['services'] }) {
  const documents = services
    .filter(({ findings }) => findings.error + findings.warning + findings.info > 0)
    .flatMap(service => service.documents);
  if (documents.length === 0) return null;
  return (
    <Section title="Findings">
      {documents.slice(0, MOST_DOCUMENTS).map(document => (
        <DocumentFindings key={document} document={document} />
      ))}
    </Section>
  );
}

function DocumentFindings({ document }: { document: string }) {
  const { data } = useInfiniteQuery(findingsQuery({ document }));
  const findings = data?.pages.flatMap(page => page.items) ?? [];
  return byDocument(findings).map(group => <FindingGroup key={group.document} group={group} level={3} />);
}
