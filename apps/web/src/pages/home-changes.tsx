import { useInfiniteQuery } from '@tanstack/react-query';
import { changesQuery } from '../api/queries.ts';
import { ChangeList } from '../parts/change-list.tsx';
import { Outline } from '../parts/loaded.tsx';
import { daysAgo } from '../words/when.ts';

const MOST_ENTRIES = 6;
const MOST_LOOKED_AT = 30;
const MOST_LINES = 2;
const WEEK = 7;

/** The newest changes of the last seven days. */
export function WeekOfChanges() {
  const { data } = useInfiniteQuery(changesQuery({ since: daysAgo(WEEK, Date.now()) }, MOST_LOOKED_AT));
  // A shared file that changes makes a revision of every document that it belongs to; most of them say what they said.
  const entries = data?.pages[0]?.items
    .filter(({ kind, changes }) => kind !== 'changed' || changes.length > 0)
    .slice(0, MOST_ENTRIES);
  if (entries === undefined) return <Outline lines={3} />;
  if (entries.length === 0) return <p className="faint">Nothing changed in the last seven days.</p>;
  return <ChangeList entries={entries} most={MOST_LINES} />;
}
