import { Fragment, type ReactNode } from 'react';

interface Props<T> {
  of: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** Names one after another in a line, parted by commas. */
export function Names<T>({ of, keyOf, children }: Props<T>) {
  return (
    <span>
      {of.map((item, index) => (
        <Fragment key={keyOf(item)}>
          {index > 0 ? ', ' : ''}
          {children(item)}
        </Fragment>
      ))}
    </span>
  );
}
