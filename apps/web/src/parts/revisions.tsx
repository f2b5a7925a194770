import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { revisionsQuery } from '../api/queries.ts';
import { Badge } from './badge.tsx';
import { Loaded } from './loaded.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';

/** Characters of a digest that tell revisions apart for people. */
const SHORT = 10;

/** The beginning of a digest, as people compare them. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, SHORT);
}

interface Props {
  id: string;
  /** Digest of the newest revision. */
  current: string;
  /** Digest of the revision that the page shows. */
  shown: string;
}

/** Every state that a document was in, newest first; each can be read. */
export function Revisions({ id, current, shown }: Props) {
  return (
    <Section title="Revisions">
      <Loaded query={useQuery(revisionsQuery(id))}>
        {({ items }) => (
          <ul className="rows revisions">
            {items.map(({ sequence, at, kind, digest }) => (
              <li key={sequence} className="revision">
                <When at={at} />{' '}
                {kind === 'removal' || digest === undefined ? (
                  <span className="faint">removed from its source</span>
                ) : (
                  <Link
                    to="/documents/$id"
                    params={{ id }}
                    search={digest === current ? {} : { revision: digest }}
                    className="link mono"
                    activeOptions={{ exact: true }}
                  >
                    {shortDigest(digest)}
                  </Link>
                )}{' '}
                {digest === undefined ? null : (
                  <Link to="/documents/$id/changes/$digest" params={{ id, digest }} className="link">
                    changes<span className="unseen"> of {shortDigest(digest)}</span>
                  </Link>
                )}{' '}
                {digest === current ? <Badge>current</Badge> : null}
                {digest === shown && digest !== current ? <Badge tone="sand">shown</Badge> : null}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
