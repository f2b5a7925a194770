import type { Finding } from '@portolan/base';
import { writtenIn } from '@portolan/contract/written-in';
import type { DocumentPage as Document } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { documentQuery, revisionQuery, schemasQuery } from '../api/queries.ts';
import { Badge, Counts } from '../parts/badge.tsx';
import { FindingList } from '../parts/finding-list.tsx';
import { Loaded, Outline } from '../parts/loaded.tsx';
import { LostPoints } from '../parts/lost-points.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Revisions, shortDigest } from '../parts/revisions.tsx';
import { ScoreBadge } from '../parts/score-badge.tsx';
import { Section } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ThingPage } from '../parts/thing-page.tsx';
import { When } from '../parts/when.tsx';
import { SCHEMA_COLUMNS } from './schema-columns.tsx';
import './document.css';

const SourceView = lazy(() => import('../source/source-view.tsx'));

/** A document as it was written, with its findings at their lines. */
export function DocumentPage() {
  const { id } = useParams({ from: '/documents/$id' });
  return (
    <ThingPage kind="document" id={id} query={useQuery(documentQuery(id))}>
      {page => <Content page={page} />}
    </ThingPage>
  );
}

function Content({ page }: { page: Document }) {
  const { document, files, findings, score } = page;
  const { revision } = useSearch({ from: '/documents/$id' });
  const old = revision !== undefined && revision !== document.revision;
  return (
    <div className="full-width">
      <PageHead
        kind="Document"
        icon="document"
        title={document.title}
        after={document.version ? <Badge>version {document.version}</Badge> : null}
      >
        <p className="mono soft break">{document.id}</p>
        <Facts>
          <Fact name="Written in">
            {writtenIn(document) === undefined ? (
              <Badge tone="error">cannot be read</Badge>
            ) : (
              <span className="number">{writtenIn(document)}</span>
            )}
          </Fact>
          {document.service ? (
            <Fact name="Describes">
              <ThingLink kind="service" id={document.service} className="link">
                {document.service}
              </ThingLink>
            </Fact>
          ) : null}
          <Fact name="Source">
            <Link to="/documents" search={{ source: document.source }} className="quiet-link">
              {document.source}
            </Link>
          </Fact>
          <Fact name="Changed">
            <When at={document.at} />
          </Fact>
          {document.committed ? (
            <Fact name="Committed">
              <When at={document.committed.at} /> <span className="mono faint">{document.committed.commit}</span>
            </Fact>
          ) : null}
          <Fact name="Revision">
            <span className="mono" title={document.revision}>
              {shortDigest(document.revision)}
            </span>
          </Fact>
          <Fact name="Findings">
            <Counts counts={document.findings} />
            {document.suppressed ? <span className="faint number"> and {document.suppressed} excluded</span> : null}
          </Fact>
          {score ? (
            <Fact name="Score">
              <ScoreBadge points={score.points} />
            </Fact>
          ) : null}
        </Facts>
        {score && !old ? <LostPoints id={document.id} score={score} files={files.length} /> : null}
      </PageHead>
      {old ? (
        <OldRevision id={document.id} digest={revision} />
      ) : (
        <Source id={document.id} files={files} findings={findings} />
      )}
      <Schemas id={document.id} />
      <Revisions id={document.id} current={document.revision} shown={revision ?? document.revision} />
    </div>
  );
}

/** Schemas that have a name, so that others can use them. */
function Schemas({ id }: { id: string }) {
  const schemas = useQuery(schemasQuery(id)).data?.items.filter(({ named }) => named) ?? [];
  if (schemas.length === 0) return null;
  return (
    <Section title="Schemas" total={schemas.length}>
      <Table caption="Schemas" columns={SCHEMA_COLUMNS} rows={schemas} keyOf={schema => schema.id} />
    </Section>
  );
}

function OldRevision({ id, digest }: { id: string; digest: string }) {
  return (
    <>
      <p className="old-revision">
        This is an earlier revision, <span className="mono">{shortDigest(digest)}</span>.{' '}
        <Link to="/documents/$id" params={{ id }} className="link">
          See the current one
        </Link>
      </p>
      <Loaded query={useQuery(revisionQuery(id, digest))}>
        {page => <Source id={id} files={page.files} findings={NO_FINDINGS} />}
      </Loaded>
    </>
  );
}

const NO_FINDINGS: readonly Finding[] = [];

interface SourceProps {
  id: string;
  files: Document['files'];
  findings: readonly Finding[];
}

/** The files, one of them open, and the findings beside it. */
function Source({ id, files, findings }: SourceProps) {
  const search = useSearch({ from: '/documents/$id' });
  const hash = useRouterState({ select: state => state.location.hash });
  const navigate = useNavigate();
  const file = files.find(({ location }) => location === search.file) ?? files[0];
  const here = useMemo(
    () => findings.filter(finding => finding.origin.source === file?.location || files.length === 1),
    [findings, file?.location, files.length],
  );
  if (!file) return null;
  const line = Number(/^#?L(\d+)/.exec(hash)?.[1]) || undefined;
  return (
    <div className="source-grid" data-findings={findings.length > 0}>
      <div className="source card">
        {files.length > 1 ? (
          <nav aria-label="Files" className="source-files">
            {files.map(({ location }) => (
              <Link
                key={location}
                to="/documents/$id"
                params={{ id }}
                search={{ ...search, file: location }}
                className="source-file mono"
                aria-current={location === file.location ? 'true' : undefined}
                activeOptions={{ exact: true }}
              >
                {location}
              </Link>
            ))}
          </nav>
        ) : null}
        <div className="source-body">
          <Suspense fallback={<Outline lines={12} />}>
            <SourceView
              label={`Source of ${file.location}`}
              text={file.text}
              findings={here}
              line={line}
              onLine={chosen => void navigate({ to: '.', search: true, hash: `L${chosen}`, replace: true })}
            />
          </Suspense>
        </div>
      </div>
      {findings.length > 0 ? (
        <aside className="source-findings">
          <Section title="Findings" total={findings.length}>
            <FindingList
              findings={findings}
              place={(finding, label) => (
                <Link
                  to="/documents/$id"
                  params={{ id }}
                  search={files.length > 1 ? { ...search, file: finding.origin.source } : search}
                  hash={finding.range ? `L${finding.range.start.line}` : ''}
                  hashScrollIntoView={false}
                  className="link finding-cover"
                >
                  {files.length > 1 ? `${finding.origin.source}, ` : ''}
                  {label}
                </Link>
              )}
            />
          </Section>
        </aside>
      ) : null}
    </div>
  );
}
