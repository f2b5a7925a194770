import type { AuditEntry } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQuery } from '../api/access.ts';
import { type Choice, FilterBar } from '../parts/filter-bar.tsx';
import { Outline } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { When } from '../parts/when.tsx';
import { deedOf } from '../words/roles.ts';
import { exactly } from '../words/when.ts';

const COLUMNS: readonly Column<AuditEntry>[] = [
  { head: 'When', short: true, cell: ({ at }) => <When at={at} /> },
  {
    head: 'Who',
    cell: ({ who, from }) => (
      <div>
        <span className="strong">{who.name}</span>
        {who.kind === 'token' ? <span className="faint"> (token)</span> : null}
        {from ? <div className="mono faint">{from}</div> : null}
      </div>
    ),
  },
  {
    head: 'What',
    cell: entry => (
      <div className="break">
        {deedOf(entry)} <span className="mono">{entry.subject}</span>
      </div>
    ),
  },
  { head: 'Detail', cell: ({ detail }) => <Detail detail={detail} /> },
];

const KINDS: Choice = {
  name: 'action',
  label: 'What was done',
  options: [
    { value: 'session.', label: 'Sign-ins' },
    { value: 'user.', label: 'Accounts' },
    { value: 'token.', label: 'Tokens' },
    { value: 'source.', label: 'Pushed documents' },
    { value: 'waiver.', label: 'Waivers' },
    { value: 'change.', label: 'Sign-offs' },
    { value: 'watch.', label: 'Watches' },
  ],
};

/** What was done, by whom, when and from where; for administrators. */
export function AuditPage() {
  const [filters, onFilters] = useFilters();
  const query = useInfiniteQuery(auditQuery(filters));
  if (query.error) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHead title="Audit log" icon="clock">
        <p className="soft">Everything that was changed. Nothing in it is altered or removed.</p>
      </PageHead>
      <FilterBar filters={filters} choices={[KINDS]} onChange={onFilters} />
      {entries === undefined ? <Outline /> : null}
      {entries?.length === 0 ? <Empty>Nothing was done yet.</Empty> : null}
      {entries && entries.length > 0 ? (
        <Table caption="Audit log" columns={COLUMNS} rows={entries} keyOf={({ sequence }) => String(sequence)} stacks />
      ) : null}
      {query.hasNextPage ? (
        <p className="page-actions">
          <button
            type="button"
            className="button"
            disabled={query.isFetching}
            onClick={() => void query.fetchNextPage()}
          >
            Older
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Members as `name: value`, on as many lines as there are. */
function Detail({ detail }: { detail: AuditEntry['detail'] }) {
  const members = Object.entries(detail).filter(([, value]) => !isNothing(value));
  return (
    <ul>
      {members.map(([name, value]) => (
        <li key={name} className="break">
          <span className="faint">{nameOf(name)}:</span> {wordsOf(value)}
        </li>
      ))}
    </ul>
  );
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
}

/** `signsInWith`: `signs in with`. */
function nameOf(member: string): string {
  return member.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return exactly(value);
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => !isNothing(member));
  return members.map(([name, member]) => `${name} ${wordsOf(member)}`).join('; ');
}
