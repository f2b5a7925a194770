import type { CheckSummary } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { checksQuery } from '../api/reviews.ts';
import { Outline } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { VerdictBadge } from '../parts/review-verdict.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';

const COLUMNS: readonly Column<CheckSummary>[] = [
  {
    head: 'Check',
    cell: ({ id, title, revision }) => (
      <Link to="/checks/$id" params={{ id }} className="row-link">
        {title ?? revision}
      </Link>
    ),
  },
  { head: 'Source', cell: ({ source }) => source },
  { head: 'Verdict', cell: ({ verdict }) => <VerdictBadge kind={verdict} /> },
  { head: 'Revision', wide: true, cell: ({ revision }) => <span className="mono">{revision.slice(0, 10)}</span> },
  { head: 'Sent', cell: ({ at }) => <When at={at} /> },
];

/** What pipelines found before a merge, newest first. */
export function ChecksPage() {
  const query = useInfiniteQuery(checksQuery({}));
  const checks = query.data?.pages.flatMap(page => page.items);
  if (query.error && !checks) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <PageHead title="Checks" icon="check">
        <p className="soft">What pipelines found before a merge: who breaks, and what was decided.</p>
      </PageHead>
      {checks === undefined ? <Outline /> : null}
      {checks?.length === 0 ? (
        <Empty>
          No pipeline sent a check yet. <code>portolan check --push-to</code> sends one.
        </Empty>
      ) : null}
      {checks && checks.length > 0 ? (
        <Table caption="Checks" columns={COLUMNS} rows={checks} keyOf={({ id }) => id} stacks />
      ) : null}
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
