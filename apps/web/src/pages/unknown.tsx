import { Link, useRouterState } from '@tanstack/react-router';
import { PageHead } from '../parts/page-head.tsx';

/** An address that leads nowhere. */
export function UnknownPage() {
  const path = useRouterState({ select: state => state.location.pathname });
  return (
    <>
      <PageHead title="There is no such page">
        <p className="soft break">
          Nothing is at <code>{path}</code>.
        </p>
      </PageHead>
      <p>
        <Link to="/" className="link">
          Go home
        </Link>{' '}
        or press <kbd>/</kbd> to search.
      </p>
    </>
  );
}
