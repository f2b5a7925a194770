import type { ServerPage as Server, ServerDescription } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { serverQuery } from '../api/queries.ts';
import { Badge, Protocols } from '../parts/badge.tsx';
import { Bindings } from '../parts/bindings.tsx';
import { Names } from '../parts/names.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Inline, Prose } from '../parts/prose.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { CHANNEL_COLUMNS } from './channels.tsx';
import { SERVICE_COLUMNS } from './services.tsx';
import './server.css';

/** A broker or host: what is on it, who uses it, and how documents say to reach it. */
export function ServerPage() {
  const { id } = useParams({ from: '/servers/$id' });
  return (
    <ThingPage kind="server" id={id} query={useQuery(serverQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Server }) {
  const { server, channels, services, described } = page;
  return (
    <>
      <PageHead kind="Server" icon="server" title={server.host} code>
        <Facts>
          <Fact name="Protocol">
            <Protocols protocols={[server.protocol]} />
          </Fact>
          {server.names.length > 0 ? (
            <Fact name="Called in documents">
              <span className="mono">{server.names.join(', ')}</span>
            </Fact>
          ) : null}
        </Facts>
      </PageHead>
      <Section title="Channels" total={channels.length}>
        {channels.length === 0 ? (
          <Empty>No document says what travels here.</Empty>
        ) : (
          <Table caption="Channels" columns={CHANNEL_COLUMNS} rows={channels} keyOf={channel => channel.id} />
        )}
      </Section>
      {services.length > 0 ? (
        <Section title="Services" total={services.length}>
          <Table caption="Services" columns={SERVICE_COLUMNS} rows={services} keyOf={service => service.id} />
        </Section>
      ) : null}
      <Section title="How to reach it" total={described.length}>
        <ul className="rows">
          {described.map(description => (
            <li key={`${description.name} ${description.documents[0]?.id}`}>
              <Description description={description} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Description({ description }: { description: ServerDescription }) {
  const { documents, name, url, protocolVersion, variables, security, bindings } = description;
  return (
    <div className="server-said">
      <h3 className="mono">{name}</h3>
      <p className="mono break">
        {url}
        {protocolVersion ? <span className="faint"> version {protocolVersion}</span> : null}
      </p>
      <Prose text={description.description} />
      {variables.length > 0 ? (
        <table className="pairs">
          <tbody>
            {variables.map(variable => (
              <tr key={variable.name}>
                <th scope="row" className="mono">{`{${variable.name}}`}</th>
                <td>
                  {variable.description ? <Inline text={variable.description} /> : null}{' '}
                  <span className="faint">{valuesInWords(variable)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {security.length > 0 ? (
        <p>
          <span className="faint">{security.length > 1 ? 'Security, one of' : 'Security'}</span>{' '}
          <span className="badges">
            {security.map(({ scheme, type, scopes }) => (
              <Badge key={`${scheme} ${scopes.join(' ')}`}>
                {type ?? 'not defined'} <span className="mono">{scheme}</span>
                {scopes.length > 0 ? ` with ${scopes.join(', ')}` : ''}
              </Badge>
            ))}
          </span>
        </p>
      ) : null}
      {Object.keys(bindings).length > 0 ? <Bindings bindings={bindings} /> : null}
      <p className="faint">
        Said by{' '}
        <Names of={documents} keyOf={({ id }) => id}>
          {({ id, title }) => (
            <ThingLink kind="document" id={id}>
              {title}
            </ThingLink>
          )}
        </Names>
      </p>
    </div>
  );
}

function valuesInWords({ default: usual, enum: values }: ServerDescription['variables'][number]): string {
  return [values ? `One of ${values.join(', ')}.` : '', usual === undefined ? '' : `Usually ${usual}.`]
    .join(' ')
    .trim();
}
