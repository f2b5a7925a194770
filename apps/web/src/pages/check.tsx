import type { CheckedDocument, CheckPage as Page } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { checkQuery } from '../api/reviews.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { Decisions } from '../parts/decide.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Fact, Facts, PageHead } from '../parts/page-head.tsx';
import { Inline } from '../parts/prose.tsx';
import { ReviewChanges } from '../parts/review-changes.tsx';
import { Consumers } from '../parts/review-consumers.tsx';
import { Verdict } from '../parts/review-verdict.tsx';
import { Section } from '../parts/section.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { When } from '../parts/when.tsx';
import { count } from '../words/count.ts';

/** Findings of one check that are listed before the rest is counted. */
const MOST_FINDINGS = 100;

/** What one check of a pipeline found, with what was decided since. */
export function CheckPage() {
  const { id } = useParams({ from: '/checks/$id' });
  return <Loaded query={useQuery(checkQuery(id))}>{page => <Content page={page} />}</Loaded>;
}

function Content({ page }: { page: Page }) {
  const { check, verdict, said, documents, decisions } = page;
  const { title, source, revision, base, link, at, by } = check;
  return (
    <>
      <PageHead kind="Check" icon="check" title={title ?? `${source} at ${revision}`}>
        <Facts>
          <Fact name="Source">{source}</Fact>
          <Fact name="Revision">
            <span className="mono break">{revision}</span>
          </Fact>
          <Fact name="Compared with">
            <span className="mono break">{base}</span>
          </Fact>
          <Fact name="Sent">
            <When at={at} /> <span className="faint">by {by.name}</span>
          </Fact>
          {link ? (
            <Fact name="From">
              <a href={link} className="link break" rel="noreferrer">
                {link}
              </a>
            </Fact>
          ) : null}
        </Facts>
      </PageHead>
      <Verdict verdict={verdict} />
      {said === verdict.says ? null : (
        <p className="soft">
          The pipeline said: <Inline text={said} />
        </p>
      )}
      <Consumers consumers={verdict.consumers} documents={documents} />
      {documents.map(document => (
        <Changes key={document.document} document={document} />
      ))}
      <Findings documents={page.findings.documents} />
      <Decisions decisions={decisions} />
    </>
  );
}

function Changes({ document: { document, charted, title, version, changes } }: { document: CheckedDocument }) {
  return (
    <Section title={`Changes of ${title}`} total={changes.length}>
      <p className="soft impact-meaning">
        {charted ? (
          <ThingLink kind="document" id={document} className="link break">
            {document}
          </ThingLink>
        ) : (
          <span className="mono break">{document}</span>
        )}
        {version ? `, version ${version.before} → ${version.after}` : ''}
        {version?.due !== undefined && version.enough === false ? `, ${version.due} is due` : ''}
      </p>
      <ReviewChanges document={document} changes={changes} />
    </Section>
  );
}

function Findings({ documents }: { documents: Page['findings']['documents'] }) {
  const all = documents.flatMap(({ location, findings }) => findings.map(finding => ({ ...finding, location })));
  if (all.length === 0) return null;
  return (
    <Section title="Findings" total={all.length}>
      <ul className="impact-rows">
        {all.slice(0, MOST_FINDINGS).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be alike, and they never change places
          <li key={`${finding.code} ${index}`} className="impact-row">
            <p className="impact-name">
              <SeverityBadge severity={finding.severity} />
              <span className="faint mono break">
                {finding.location}
                {finding.range ? `:${finding.range.start.line}` : ''}
              </span>
              <span className="faint mono">{finding.code}</span>
            </p>
            <p className="break">
              <Inline text={finding.message} />
            </p>
          </li>
        ))}
      </ul>
      {all.length > MOST_FINDINGS ? (
        <p className="faint">and {count(all.length - MOST_FINDINGS, 'more', 'more')}</p>
      ) : null}
    </Section>
  );
}
