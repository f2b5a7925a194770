import type { RevisionChanges, SchemaSidesView } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { revisionChangesQuery, tryRevisions } from '../api/reviews.ts';
import { Decisions } from '../parts/decide.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { ReviewChanges } from '../parts/review-changes.tsx';
import { Consumers } from '../parts/review-consumers.tsx';
import { Verdict } from '../parts/review-verdict.tsx';
import { shortDigest } from '../parts/revisions.tsx';
import { type Mark, SchemaSides } from '../parts/schema-sides.tsx';
import { Section } from '../parts/section.tsx';
import { Owner, ThingLink } from '../parts/thing-link.tsx';
import { TryMessage } from '../parts/try-message.tsx';
import { isUnknown, UnknownThing } from '../parts/unknown-thing.tsx';
import { When } from '../parts/when.tsx';

/** What one revision of a document changed: the verdict, who breaks, the schemas side by side, every edit. */
export function RevisionChangesPage() {
  const { id, digest } = useParams({ from: '/documents/$id/changes/$digest' });
  const { against } = useSearch({ from: '/documents/$id/changes/$digest' });
  const query = useQuery(revisionChangesQuery(id, digest, against));
  if (isUnknown(query.error)) return <UnknownThing kind="document" id={`${id} ${digest}`} />;
  return <Loaded query={query}>{told => <Content told={told} />}</Loaded>;
}

function Content({ told }: { told: RevisionChanges }) {
  const { document, title, verdict, changes, more, schemas, decisions } = told;
  return (
    <>
      <PageHead kind="Change" icon="clock" title={title}>
        <Facts>
          <Fact name="Revision">
            <Revision document={document} digest={told.digest} at={told.at} />
          </Fact>
          <Fact name="Compared with">
            {told.before ? (
              <Revision document={document} digest={told.before.digest} at={told.before.at} />
            ) : (
              <span className="faint">Nothing: it is the first one</span>
            )}
          </Fact>
          <Fact name="Version">
            <Version told={told} />
          </Fact>
          <Fact name="Owner">
            <Owner id={told.owner} name={told.ownerName} />
          </Fact>
          <Fact name="Document">
            <ThingLink kind="document" id={document} className="link break">
              {document}
            </ThingLink>
          </Fact>
        </Facts>
      </PageHead>
      <Verdict verdict={verdict} />
      <Consumers consumers={verdict.consumers} documents={[{ document, changes }]} />
      {schemas.length > 0 ? (
        <Section title="Schemas side by side" total={schemas.length}>
          {schemas.map(sides => (
            <Sides key={sides.message} sides={sides} told={told} />
          ))}
        </Section>
      ) : null}
      <Section title="Changes" total={changes.length + more}>
        <ReviewChanges document={document} changes={changes} more={more} />
      </Section>
      <Decisions decisions={decisions} />
    </>
  );
}

function Revision({ document, digest, at }: { document: string; digest: string; at: string }) {
  return (
    <>
      <Link to="/documents/$id" params={{ id: document }} search={{ revision: digest }} className="link mono">
        {shortDigest(digest)}
      </Link>{' '}
      <span className="faint">
        <When at={at} />
      </span>
    </>
  );
}

function Version({ told: { version } }: { told: RevisionChanges }) {
  if (!version) return <span className="faint">Not compared</span>;
  const { before, after, due, enough } = version;
  return (
    <>
      {before === after ? after : `${before} → ${after}`}
      {due === undefined || enough ? null : <span className="faint"> {due} is due</span>}
    </>
  );
}

function Sides({ sides, told }: { sides: SchemaSidesView; told: RevisionChanges }) {
  const { message, charted, before, after, marks } = sides;
  const [isTrying, tryIt] = useState(false);
  const revisions = [...(told.before ? [told.before.digest] : []), told.digest];
  return (
    <div className="review-sides">
      <div className="definition-head">
        <h3>
          {charted === undefined ? (
            message
          ) : (
            <ThingLink kind="message" id={charted}>
              {message}
            </ThingLink>
          )}
        </h3>
        <button type="button" className="button" aria-expanded={isTrying} onClick={() => tryIt(!isTrying)}>
          Try a message<span className="unseen"> {message} against both</span>
        </button>
      </div>
      <SchemaSides before={before} after={after} marks={byPath(marks)} />
      {isTrying ? (
        <TryMessage
          example={witnessOf(told, message)}
          send={payload => tryRevisions(told.document, { payload, message, revisions })}
        />
      ) : null}
    </div>
  );
}

/** A message that somebody would not read is the best one to begin with. */
function witnessOf({ verdict, changes }: RevisionChanges, message: string): unknown {
  const told = changes.flatMap(({ differences }) => differences).filter(each => each.message === message);
  const shown =
    told.find(({ witness }) => witness)?.witness ?? verdict.consumers.find(each => each.message === message)?.witness;
  return shown?.encoded ?? shown?.message;
}

function byPath(marks: SchemaSidesView['marks']): ReadonlyMap<string, readonly Mark[]> {
  return Map.groupBy(marks, ({ path }) => path);
}
