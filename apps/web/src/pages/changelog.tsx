import type { ChangelogView, ReleaseView } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { changelogQuery } from '../api/reviews.ts';
import { Badge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Inline } from '../parts/prose.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { isUnknown, UnknownThing } from '../parts/unknown-thing.tsx';
import { When } from '../parts/when.tsx';
import { count } from '../words/count.ts';
import '../parts/change-list.css';

const TITLES = {
  breaking: 'Breaking',
  added: 'Added',
  changed: 'Changed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  security: 'Security',
  'not-checked': 'Not checked',
  editorial: 'Wording',
} as const;

/** What changed from version to version: of one service, or of those that changed last. */
export function ChangelogPage() {
  const { service } = useSearch({ from: '/changelog' });
  const query = useQuery(changelogQuery(service));
  if (service !== undefined && isUnknown(query.error)) return <UnknownThing kind="service" id={service} />;
  return (
    <Loaded query={query}>
      {({ items, more }) => (
        <>
          <PageHead
            kind="Changelog"
            icon="clock"
            title={service === undefined ? 'Version by version' : (items[0]?.serviceName ?? items[0]?.title ?? service)}
          >
            <p className="soft">
              {service === undefined
                ? 'What changed from version to version, the documents first that changed last.'
                : 'What changed from version to version, the newest first.'}
            </p>
            {service === undefined ? null : (
              <p className="page-actions">
                <Link to="/changelog" className="link">
                  All services
                </Link>
              </p>
            )}
          </PageHead>
          {items.length === 0 ? <Empty>No revision could be read.</Empty> : null}
          {items.map(item => (
            <Document key={item.document} item={item} />
          ))}
          {more > 0 ? (
            <p className="faint">
              {count(more, 'document')} that changed earlier are not shown; their services have pages of their own.
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Document({ item: { document, title, service, isCut, releases } }: { item: ChangelogView }) {
  return (
    <Section
      title={title}
      end={
        service === undefined ? null : (
          <ThingLink kind="service" id={service} className="link">
            Service
          </ThingLink>
        )
      }
    >
      <ol className="changes">
        {releases.map(release => (
          <li key={`${release.revision} ${release.version}`} className="change">
            <Release document={document} release={release} />
          </li>
        ))}
      </ol>
      {isCut ? <p className="faint">Older revisions are not looked through here.</p> : null}
    </Section>
  );
}

function Release({ document, release }: { document: string; release: ReleaseView }) {
  const { version, at, revision, kind, strongest, due, lines, more } = release;
  const sections = Map.groupBy(lines, ({ section }) => section);
  return (
    <>
      <p className="change-head">
        <span className="strong">{version ?? 'Gone'}</span>
        {kind === 'first' ? <Badge tone="sand">first</Badge> : null}
        {strongest === 'breaking' ? <Badge tone="error">breaking</Badge> : null}
        {due === undefined ? null : <Badge tone="warning">{due} was due</Badge>}
        <span className="faint change-when">
          <Link to="/documents/$id/changes/$digest" params={{ id: document, digest: revision }} className="quiet-link">
            <When at={at} />
          </Link>
        </span>
      </p>
      {kind === 'changed' && lines.length === 0 ? <p className="faint">Nothing but the version.</p> : null}
      {[...sections].map(([section, told]) => (
        <div key={section}>
          <p className="faint">{TITLES[section]}</p>
          <ul className="change-lines">
            {told.map(({ says, verdict }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be alike, and these are only ever replaced
              <li key={`${says} ${index}`} className={`break change-${verdict}`}>
                <Inline text={says} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 ? <p className="faint">and {count(more, 'more', 'more')}</p> : null}
    </>
  );
}
