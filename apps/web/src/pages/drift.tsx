import type { DriftPage as Drift, DriftView } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { driftQuery } from '../api/queries.ts';
import { DriftList } from '../parts/drift-list.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { useChartChoices, useFilters } from '../parts/use-filters.ts';
import { number } from '../words/count.ts';

/** Where the documents differ from what is there, and from each other. */
export function DriftPage() {
  const [filters, setFilters] = useFilters();
  const query = useInfiniteQuery(driftQuery(filters));
  const first = query.data?.pages[0];
  const kinds = first?.kinds ?? [];
  const present = kinds.filter(({ kind, total }) => total > 0 || kind === filters.kind);
  const kindChoice = {
    name: 'kind',
    label: 'Any difference',
    options: present.map(({ kind, head, total }) => ({ value: kind, label: `${head} (${number(total)})` })),
  };
  const chosen = useChartChoices().filter(({ name }) => name === 'owner' || name === 'source');
  return (
    <ListPage
      title="Drift"
      icon="drift"
      says="Where the documents differ from what is there, and from each other."
      filters={filters}
      onFilters={setFilters}
      choices={[kindChoice, ...chosen]}
      textLabel="Filter differences"
      query={query}
      none={<Empty>{first?.compared ? 'The documents and the evidence agree.' : 'The documents agree.'}</Empty>}
    >
      {items => (
        <>
          {first && !first.compared ? <NotCompared /> : null}
          <Groups items={items} kinds={kinds} />
        </>
      )}
    </ListPage>
  );
}

function Groups({ items, kinds }: { items: readonly DriftView[]; kinds: Drift['kinds'] }) {
  return kinds.map(({ kind, head, says, total }) => {
    const own = items.filter(item => item.kind === kind);
    if (own.length === 0) return null;
    return (
      <Section key={kind} title={head} total={total}>
        <p className="soft drift-says">{says}</p>
        <DriftList items={own} />
      </Section>
    );
  });
}

function NotCompared() {
  return (
    <p className="drift-note">
      Nothing beside the documents says what is there, so they are only compared with each other. A file called{' '}
      <code>evidence.yaml</code> beside them changes that.
    </p>
  );
}
