import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Kind } from '../words/kind.ts';
import { Loaded } from './loaded.tsx';
import { isUnknown, UnknownThing } from './unknown-thing.tsx';

interface Props<T> {
  kind: Kind;
  id: string;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** The page of one thing: drawn when it is there, kind when it does not exist. */
export function ThingPage<T>({ kind, id, query, children }: Props<T>) {
  if (isUnknown(query.error)) return <UnknownThing kind={kind} id={id} />;
  return <Loaded query={query}>{children}</Loaded>;
}
