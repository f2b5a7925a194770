import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.tsx';
import './loaded.css';

/** Draws what a query brought; until then a quiet outline, and when it failed the problem in words. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  return <Outline />;
}

/** The shape of a page that is on its way. It waits a moment before it shows, so fast answers never flicker. */
export function Outline({ lines = 6 }: { lines?: number }) {
  return (
    <div className="outline" role="status">
      <span className="unseen">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={line} className="outline-line" data-line={line} />
      ))}
    </div>
  );
}
