import type { UserView } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usersQuery } from '../api/access.ts';
import { Badge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { highestRole, ownedWords } from '../words/roles.ts';

const COLUMNS: readonly Column<UserView>[] = [
  {
    head: 'Name',
    cell: user => (
      <>
        <Link to="/users/$id" params={{ id: user.id }} className="row-link">
          {user.name}
        </Link>{' '}
        {user.disabled ? <Badge tone="sand">Disabled</Badge> : null}
        {user.title === user.name ? null : <span className="row-note">{user.title}</span>}
      </>
    ),
  },
  { head: 'Role', cell: user => highestRole(user.roles) },
  { head: 'Owns', wide: true, cell: user => ownedWords(user.owns) },
  { head: 'Signs in with', wide: true, cell: user => user.signsInWith },
  { head: 'Since', cell: user => <When at={user.created} /> },
];

/** Everybody who has an account; for administrators. */
export function UsersPage() {
  const users = useQuery(usersQuery);
  return (
    <Loaded query={users}>
      {({ items }) => (
        <>
          <PageHead title="Users" icon="team">
            <div className="page-actions">
              <Link to="/users/$id" params={{ id: 'new' }} className="button">
                New user
              </Link>
            </div>
          </PageHead>
          <Table caption="Users" columns={COLUMNS} rows={items} keyOf={({ id }) => id} />
        </>
      )}
    </Loaded>
  );
}
