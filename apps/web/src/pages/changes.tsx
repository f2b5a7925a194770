import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changesQuery } from '../api/queries.ts';
import { ChangeList } from '../parts/change-list.tsx';
import { FeedLinks } from '../parts/feed-links.tsx';
import { type Choice, FilterBar } from '../parts/filter-bar.tsx';
import { Outline } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { Empty } from '../parts/section.tsx';
import { useFilters, useThingChoices } from '../parts/use-filters.ts';
import { daysAgo } from '../words/when.ts';

/** Everything that happened to the documents, newest first, with feeds of it. */
export function ChangesPage() {
  const [filters, setFilters] = useFilters();
  const query = useInfiniteQuery(changesQuery(filters));
  const entries = query.data?.pages.flatMap(page => page.items);
  const { since: _, ...feed } = filters;
  const choices = useChoices(filters.since);
  if (query.error && !entries) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <PageHead title="What changed" icon="clock">
        <p className="soft">Every revision of every document, compared with the one before.</p>
        <p className="page-actions">
          <FeedLinks filter={feed} />
          <Link to="/changelog" search={filters.service ? { service: filters.service } : {}} className="link">
            By version
          </Link>
        </p>
      </PageHead>
      <FilterBar filters={filters} choices={choices} onChange={setFilters} />
      {entries === undefined ? <Outline /> : null}
      {entries?.length === 0 && !query.hasNextPage ? <Empty>Nothing changed here.</Empty> : null}
      {entries && entries.length > 0 ? <ChangeList entries={entries} /> : null}
      {query.hasNextPage ? (
        <div className="more">
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {query.isFetchingNextPage ? 'Loading more' : 'Show earlier ones'}
          </button>
        </div>
      ) : null}
    </>
  );
}

const SPANS = [
  [1, 'Since yesterday'],
  [7, 'In the last seven days'],
  [30, 'In the last thirty days'],
] as const;

function useChoices(since: string | undefined): readonly Choice[] {
  const spans = SPANS.map(([days, label]) => ({ value: daysAgo(days, Date.now()), label }));
  const isOther = since !== undefined && !spans.some(({ value }) => value === since);
  const options = isOther ? [...spans, { value: since, label: `Since ${since}` }] : spans;
  return [{ name: 'since', label: 'Any time', options }, ...useThingChoices()];
}
