import type { SchemaPage as Schema, SchemaTwin } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { schemaQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Examples, SchemaView } from '../parts/definition.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { isUnknown, UnknownThing } from '../parts/unknown-thing.tsx';
import { languageOf } from '../words/language.ts';
import { MESSAGE_COLUMNS } from './messages.tsx';
import { SCHEMA_COLUMNS } from './schema-columns.tsx';

/** A schema as a tree, with an example, and everything that uses it. */
export function SchemaPage() {
  const { id, schema } = useParams({ from: '/documents/$id/schemas/$schema' });
  const query = useQuery(schemaQuery(id, schema));
  if (isUnknown(query.error)) return <UnknownThing kind="document" id={`${id} ${schema}`} />;
  return <Loaded query={query}>{page => <Content page={page} />}</Loaded>;
}

function Content({ page }: { page: Schema }) {
  const { schema, document, file, examples, messages, usedIn, elsewhere } = page;
  return (
    <>
      <PageHead kind="Schema" icon="schema" title={schema.id}>
        <Facts>
          <Fact name="Written in">{languageOf(schema)}</Fact>
          <Fact name="Of the document">
            <ThingLink kind="document" id={document.id} className="link">
              {document.title}
            </ThingLink>
          </Fact>
          <Fact name="File">
            <span className="mono break">{file}</span>
          </Fact>
          <Fact name="Of the service">
            {document.service === undefined ? (
              <span className="faint">None</span>
            ) : (
              <ThingLink kind="service" id={document.service}>
                {document.service}
              </ThingLink>
            )}
          </Fact>
        </Facts>
        {messages.length > 0 ? (
          <p className="page-actions">
            <Link to="/impact" search={{ of: `schema:${schema.id}` }} className="button">
              What would break if it changes
            </Link>
          </p>
        ) : null}
      </PageHead>
      <Section title="What it says">
        <div className="definition">
          <div className="definition-main">
            <SchemaView title="Schema" view={schema} />
          </div>
          <Examples examples={examples} />
        </div>
      </Section>
      <Section title="Messages with it" total={messages.length}>
        {messages.length === 0 ? (
          <Empty>No message has it.</Empty>
        ) : (
          <Table caption="Messages" columns={MESSAGE_COLUMNS} rows={messages} keyOf={message => message.id} />
        )}
      </Section>
      {usedIn.length > 0 ? (
        <Section title="Part of" total={usedIn.length}>
          <Table caption="Schemas" columns={SCHEMA_COLUMNS} rows={usedIn} keyOf={other => other.id} />
        </Section>
      ) : null}
      {elsewhere.length > 0 ? (
        <Section title="In other documents" total={elsewhere.length}>
          <p className="soft">Schemas of the same name, which may have grown apart.</p>
          <Table caption="In other documents" columns={TWIN_COLUMNS} rows={elsewhere} keyOf={twin => twin.document} />
        </Section>
      ) : null}
    </>
  );
}

const TWIN_COLUMNS: readonly Column<SchemaTwin>[] = [
  {
    head: 'Document',
    cell: twin => (
      <Link to="/documents/$id/schemas/$schema" params={{ id: twin.document, schema: twin.id }} className="row-link">
        {twin.title}
      </Link>
    ),
  },
  {
    head: 'Says',
    cell: twin => (twin.same ? <Badge>the same</Badge> : <Badge tone="warning">something else</Badge>),
  },
];
