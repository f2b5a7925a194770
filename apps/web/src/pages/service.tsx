import type { Dependency, LinkView, ServicePage as Service } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { serviceQuery } from '../api/queries.ts';
import { Badge, Counts, Protocols } from '../parts/badge.tsx';
import { ChangesOf } from '../parts/changes-of.tsx';
import { DriftSection } from '../parts/drift-list.tsx';
import { Flow, type FlowEnd } from '../parts/flow.tsx';
import { isOwn, LinkList, otherEnds } from '../parts/link-list.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Prose } from '../parts/prose.tsx';
import { Section } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { Contact, DomainLink } from '../parts/whose.tsx';
import { count } from '../words/count.ts';
import { DOCUMENT_COLUMNS } from './documents.tsx';

/** What a service is, what it sends and receives, and who is at the other ends. */
export function ServicePage() {
  const { id } = useParams({ from: '/services/$id' });
  return (
    <ThingPage kind="service" id={id} query={useQuery(serviceQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Service }) {
  const { service, team, sends, receives, dependsOn, dependedOnBy, documents, drift } = page;
  return (
    <>
      <PageHead
        kind="Service"
        icon="service"
        title={service.name}
        after={service.version ? <Badge>version {service.version}</Badge> : null}
      >
        <Prose text={service.description ?? service.summary} />
        <Facts>
          <Fact name="Owner">
            <Contact team={team} />
          </Fact>
          <Fact name="Domain">
            <DomainLink domain={service.domain} />
          </Fact>
          <Fact name="Protocols">
            <Protocols protocols={service.protocols} />
          </Fact>
          <Fact name="Source">
            <Link to="/services" search={{ source: service.source }} className="quiet-link">
              {service.source}
            </Link>
          </Fact>
          <Fact name="Findings">
            <Counts counts={service.findings} />
          </Fact>
          <Fact name="Path">
            <Link to="/path" search={{ from: service.id }} className="quiet-link">
              From here to another service
            </Link>
          </Fact>
          {service.tags.length > 0 ? <Fact name="Tags">{service.tags.join(', ')}</Fact> : null}
        </Facts>
        {service.documents[0] === undefined ? null : (
          <p className="page-actions">
            <Link to="/documents/$id/edit" params={{ id: service.documents[0] }} className="button">
              Edit owner and description
            </Link>
          </p>
        )}
      </PageHead>

      <Section title="Dependencies">
        <Flow
          left={{ heading: 'Depends on', ends: ends(dependsOn, receives), none: 'Receives from nobody known' }}
          centre={{ kind: 'service', name: service.name }}
          right={{ heading: 'Dependents', ends: ends(dependedOnBy, sends), none: 'Nobody known receives from it' }}
        />
      </Section>
      <Section title="Sends" total={sends.filter(isOwn).length}>
        <LinkList
          links={sends}
          caption={`What ${service.name} sends`}
          others={dependedOnBy}
          othersHead="Received by"
          none="This service sends nothing."
        />
      </Section>
      <Section title="Receives" total={receives.filter(isOwn).length}>
        <LinkList
          links={receives}
          caption={`What ${service.name} receives`}
          others={dependsOn}
          othersHead="Sent by"
          none="This service receives nothing."
        />
      </Section>
      <DriftSection items={drift} />
      <ChangesOf filter={{ service: service.id }} />
      <Section title="Documents" total={documents.length}>
        <Table caption="Documents" columns={DOCUMENT_COLUMNS} rows={documents} keyOf={document => document.id} />
      </Section>
    </>
  );
}

/** A dependency is uncertain when every link of this service that makes it one is. */
function ends(dependencies: readonly Dependency[], links: readonly LinkView[]): FlowEnd[] {
  return dependencies.map(dependency => {
    const makers = links.filter(link => otherEnds(link, [dependency]).length > 0);
    const names = [...new Set(dependency.messages.map(message => message.name))];
    const [only] = names;
    return {
      kind: 'service',
      id: dependency.service,
      name: dependency.serviceName,
      note: names.length === 1 && only !== undefined ? only : names.length === 0 ? '' : count(names.length, 'message'),
      uncertain: makers.length > 0 && makers.every(link => link.confidence === 'uncertain'),
    };
  });
}
