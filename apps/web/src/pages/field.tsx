import type { FieldPage as Field, FieldDefinition, FieldReader, LineageView } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { fieldQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Prose } from '../parts/prose.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { Limits, Typed } from '../parts/shape-words.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { isUnknown, UnknownThing } from '../parts/unknown-thing.tsx';
import './field.css';

/** One field of a message: what documents say of it, who reads it, and where it comes from and goes. */
export function FieldPage() {
  const { id, field } = useParams({ from: '/messages/$id/fields/$field' });
  const query = useQuery(fieldQuery(id, field));
  if (isUnknown(query.error)) return <UnknownThing kind="message" id={`${id} ${field}`} />;
  return <Loaded query={query}>{page => <Content page={page} />}</Loaded>;
}

function Content({ page }: { page: Field }) {
  const { message, field, definitions, senders, receivers, lineage } = page;
  const readers = receivers.filter(({ reads }) => reads === 'yes').length;
  const sent = [...new Map(senders.map(link => [link.service, link])).values()];
  return (
    <>
      <PageHead kind="Field" icon="field" title={field}>
        <p className="soft">
          Of{' '}
          <ThingLink kind="message" id={message.id} className="link">
            {message.name}
          </ThingLink>
        </p>
        <Facts>
          <Fact name="Owner">
            <Owner id={message.owner} name={message.ownerName} />
          </Fact>
          <Fact name="Read by">
            {readers} of {receivers.length}
          </Fact>
          <Fact name="Sent by">
            {sent.length === 0 ? (
              <span className="faint">Nobody known</span>
            ) : (
              sent.map(link => link.serviceName).join(', ')
            )}
          </Fact>
        </Facts>
        <p className="page-actions">
          <Link to="/impact" search={{ of: `message:${message.id}`, field, change: 'remove' }} className="button">
            What would break if it changes
          </Link>
        </p>
      </PageHead>
      <Section title="Who reads it" total={receivers.length}>
        {receivers.length === 0 ? (
          <Empty>No service is known to receive the message.</Empty>
        ) : (
          <Table caption={`Who reads ${field}`} columns={READER_COLUMNS} rows={receivers} keyOf={row => row.service} />
        )}
      </Section>
      <Section title="Where it comes from and goes">
        <Lineage lineage={lineage} />
      </Section>
      <Section title="What documents say" total={definitions.length}>
        <ul className="rows">
          {definitions.map(definition => (
            <li key={definition.document}>
              <Said definition={definition} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const READS = {
  yes: <Badge tone="receive">reads it</Badge>,
  no: <Badge>does not read it</Badge>,
  unknown: <Badge tone="warning">nobody knows</Badge>,
} as const;

const READER_COLUMNS: readonly Column<FieldReader>[] = [
  {
    head: 'Service',
    cell: reader => (
      <ThingLink kind="service" id={reader.service} className="quiet-link strong">
        {reader.serviceName}
      </ThingLink>
    ),
  },
  { head: 'Reads', cell: reader => READS[reader.reads] },
  { head: 'Owner', wide: true, short: true, cell: ({ owner, ownerName }) => <Owner id={owner} name={ownerName} /> },
  {
    head: 'Direction',
    wide: true,
    cell: ({ confidence }) =>
      confidence === 'uncertain' ? <Badge tone="warning">uncertain</Badge> : <span className="soft">{confidence}</span>,
  },
];

function Said({ definition }: { definition: FieldDefinition }) {
  const { document, service, serviceName, actions, shapes, required, file, line } = definition;
  return (
    <div className="field-said">
      <p className="field-who">
        {service === '' ? (
          <span className="strong">{serviceName}</span>
        ) : (
          <ThingLink kind="service" id={service} className="quiet-link strong">
            {serviceName}
          </ThingLink>
        )}
        <span className="faint">{actions.map(action => (action === 'send' ? 'sends' : 'receives')).join(', ')}</span>
        <Link
          to="/documents/$id"
          params={{ id: document }}
          search={{ file }}
          hash={line === undefined ? '' : `L${line}`}
          className="faint quiet-link mono break"
        >
          {line === undefined ? file : `${file}:${line}`}
        </Link>
      </p>
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alternatives may be alike, and never change places
        <div key={index}>
          <p>
            <Typed shape={shape} /> {required ? <span className="schema-required">required</span> : null}
          </p>
          <Prose text={shape.description} />
          <Limits shape={shape} />
        </div>
      ))}
    </div>
  );
}

type Carried = LineageView['goesTo'][number];

function Lineage({ lineage }: { lineage: LineageView }) {
  const { comesFrom, goesTo, start } = lineage;
  if (comesFrom.length + goesTo.length === 0) {
    return <Empty>No service is known to carry a field of this name from one message to another.</Empty>;
  }
  return (
    <>
      <p className="soft field-note">
        Documents do not say what services do inside. This goes by the names of fields, so it says what may be.
      </p>
      <div className="field-lineage">
        <div>
          <h3>May come from</h3>
          {comesFrom.length === 0 ? <p className="faint">Nowhere else, as far as names tell.</p> : null}
          <Steps all={comesFrom} at={start} way="back" />
        </div>
        <div>
          <h3>May go on to</h3>
          {goesTo.length === 0 ? <p className="faint">Nowhere else, as far as names tell.</p> : null}
          <Steps all={goesTo} at={start} way="on" />
        </div>
      </div>
    </>
  );
}

interface StepsProps {
  all: readonly Carried[];
  at: { readonly message: string; readonly field: string };
  way: 'on' | 'back';
}

/** Each field hangs on the one that it is carried from or to; every field is there once, so this ends. */
function Steps({ all, at, way }: StepsProps) {
  const own = all.filter(step => {
    const near = way === 'on' ? step.from : step.to;
    return near.message === at.message && near.field === at.field;
  });
  if (own.length === 0) return null;
  return (
    <ul className="field-steps">
      {own.map(step => {
        const next = way === 'on' ? step.to : step.from;
        return (
          <li key={`${step.service} ${next.message} ${next.field}`} data-uncertain={step.confidence === 'uncertain'}>
            <Link
              to="/messages/$id/fields/$field"
              params={{ id: next.message, field: next.field }}
              className="link break"
            >
              {next.messageName}.<span className="mono">{next.field}</span>
            </Link>
            <p className="faint">
              through{' '}
              <ThingLink kind="service" id={step.service}>
                {step.serviceName}
              </ThingLink>
              : {step.same === 'path' ? 'the same path' : 'the same words'}
              {step.confidence === 'uncertain' ? ', uncertain' : ''}
            </p>
            <Steps all={all} at={next} way={way} />
          </li>
        );
      })}
    </ul>
  );
}
