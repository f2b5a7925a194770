import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { searchQuery } from '../api/queries.ts';
import { FilterBar } from '../parts/filter-bar.tsx';
import { HitList } from '../parts/hit-list.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { HIT_HEADINGS } from '../words/kind.ts';

const MOST_HITS = 100;

/** Everything that the words of the address may mean. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/search' });
  const [filters, setFilters] = useFilters();
  const query = useQuery(searchQuery(q, MOST_HITS));
  return (
    <>
      <PageHead title={q === '' ? 'Search' : `Search: ${q}`} icon="search" />
      <FilterBar filters={filters} choices={[]} textLabel="Search the chart" onChange={setFilters} />
      {q === '' ? (
        <Empty>Type a few words: a name, an address, a field, a team.</Empty>
      ) : (
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>Nothing is called “{q}”. Fewer or shorter words find more.</Empty>
            ) : (
              [...new Set(items.map(hit => hit.kind))].map(kind => (
                <Section key={kind} title={HIT_HEADINGS[kind]}>
                  <HitList hits={items.filter(hit => hit.kind === kind)} />
                </Section>
              ))
            )
          }
        </Loaded>
      )}
    </>
  );
}
