import type { Page } from '@portolan/server/port';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { number } from '../words/count.ts';
import { type Choice, FilterBar, type Filters } from './filter-bar.tsx';
import type { IconName } from './icon.tsx';
import { Outline } from './loaded.tsx';
import { PageHead } from './page-head.tsx';
import { ProblemView } from './problem-view.tsx';
import { Empty } from './section.tsx';

interface Props<T> {
  title: string;
  icon: IconName;
  /** One sentence on what these things are. */
  says: string;
  filters: Filters;
  onFilters: (filters: Filters) => void;
  choices: readonly Choice[];
  textLabel?: string;
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  /** Shown when there is none at all, filters aside. */
  none: ReactNode;
  children: (items: readonly T[]) => ReactNode;
}

/** A page that lists things of one kind: heading with their number, filters, the list, and more of it on the way down. */
export function ListPage<T>(props: Props<T>) {
  const { title, icon, says, filters, onFilters, choices, textLabel, query, none, children } = props;
  const filtered = Object.values(filters).some(value => value !== undefined);
  const pages = query.data?.pages;
  const total = pages?.at(-1)?.total;
  const items = pages?.flatMap(page => page.items) ?? [];
  if (query.error && !pages) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <PageHead
        title={title}
        icon={icon}
        after={
          <span className="faint number" role="status">
            {total === undefined ? '' : number(total)}
            <span className="unseen">{total === undefined ? '' : ' in this list'}</span>
          </span>
        }
      >
        <p className="soft">{says}</p>
      </PageHead>
      <FilterBar
        filters={filters}
        choices={choices}
        onChange={onFilters}
        {...(textLabel === undefined ? {} : { textLabel })}
      />
      {pages === undefined ? <Outline /> : null}
      {items.length > 0 ? children(items) : null}
      {total === 0 ? filtered ? <Empty>Nothing matches these filters.</Empty> : none : null}
      <More query={query} />
    </>
  );
}

/** Fetches the next page when the end of the list comes near, and offers a button to those who do not scroll. */
function More<T>({ query }: { query: UseInfiniteQueryResult<InfiniteData<Page<T>>> }) {
  const mark = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    const element = mark.current;
    if (!element || !hasNextPage || isFetchingNextPage) return;
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={mark} className="more">
      <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? 'Loading more' : 'Show more'}
      </button>
    </div>
  );
}
