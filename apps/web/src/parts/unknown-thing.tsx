import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refusal } from '../api/client.ts';
import { searchQuery } from '../api/queries.ts';
import { KINDS, type Kind } from '../words/kind.ts';
import { HitList } from './hit-list.tsx';
import { PageHead } from './page-head.tsx';
import { Section } from './section.tsx';

const MOST_SUGGESTED = 5;

/** True when a query failed because the thing asked for does not exist. */
export function isUnknown(error: Error | null): boolean {
  return error instanceof Refusal && error.problem.status === 404;
}

/** The page of something that does not exist (any more), with what may have been meant. */
export function UnknownThing({ kind, id }: { kind: Kind; id: string }): ReactNode {
  const words = id.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const { data } = useQuery(searchQuery(words, MOST_SUGGESTED));
  const { one, many, path } = KINDS[kind];
  return (
    <>
      <PageHead kind={one} icon={kind} title={`No ${one.toLowerCase()} is called “${id}”`}>
        <p className="soft">It may have been renamed, or its document may be gone from the source.</p>
      </PageHead>
      {data && data.items.length > 0 ? (
        <Section title="Did you mean">
          <HitList hits={data.items} />
        </Section>
      ) : null}
      <p className="section">
        <Link to="/search" search={{ q: words }} className="link">
          Search for “{words}”
        </Link>{' '}
        or see{' '}
        <Link to={path} className="link">
          all {many.toLowerCase()}
        </Link>
        .
      </p>
    </>
  );
}
