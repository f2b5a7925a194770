import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/access.ts';
import { Outline } from './loaded.tsx';
import { ProblemView } from './problem-view.tsx';

/**
 * Lets people through who may read here, and leads others to the sign-in. This is for their comfort: the server refuses by
 * itself whatever the portal does.
 */
export function Gate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const here = useRouterState({ select: state => state.location.href });
  if (!data) return error ? <ProblemView error={error} retry={() => void refetch()} /> : <Outline />;
  if (data.access !== 'closed' || data.who) return children;
  return <Navigate to="/sign-in" search={here === '/' ? {} : { next: here }} replace />;
}
