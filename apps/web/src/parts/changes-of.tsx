import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changesQuery } from '../api/queries.ts';
import { ChangeList } from './change-list.tsx';
import { FeedLinks } from './feed-links.tsx';
import { Section } from './section.tsx';

interface Props {
  filter: { readonly service: string } | { readonly team: string } | { readonly channel: string };
}

const MOST_ENTRIES = 4;
const MOST_LINES = 4;

/** The newest changes of one thing, as a part of its page, with feeds of them. */
export function ChangesOf({ filter }: Props) {
  const { data } = useInfiniteQuery(changesQuery(filter, MOST_ENTRIES));
  const page = data?.pages[0];
  if (!page || page.items.length === 0) return null;
  return (
    <Section title="What changed" end={<FeedLinks filter={filter} />}>
      <ChangeList entries={page.items} most={MOST_LINES} />
      <p className="page-actions">
        {page.next === undefined ? null : (
          <Link to="/changes" search={filter} className="link">
            All changes
          </Link>
        )}
        {'service' in filter ? (
          <Link to="/changelog" search={filter} className="link">
            By version
          </Link>
        ) : null}
      </p>
    </Section>
  );
}
