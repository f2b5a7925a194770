import { FILTERS } from '@portolan/chart/query';
import type { SearchHit, SearchResults } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { searchQuery } from '../api/queries.ts';
import { HitList } from '../parts/hit-list.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { chipsOf, narrowed } from '../search/edit-query.ts';
import { Chips, Facets } from '../search/narrowing.tsx';
import { QueryField } from '../search/query-field.tsx';
import { count, listed } from '../words/count.ts';
import { HIT_HEADINGS } from '../words/kind.ts';
import '../search/search.css';

const MOST_HITS = 100;

/** Everything that the words of the address may mean. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/search' });
  const navigate = useNavigate();
  const query = useQuery(searchQuery(q, MOST_HITS));
  const change = (next: string) =>
    void navigate({ to: '/search', search: next === '' ? {} : { q: next }, replace: true });
  return (
    <>
      <PageHead title={q === '' ? 'Search' : `Search: ${q}`} icon="search" />
      <QueryField query={q} suggestions={q === '' ? [] : (query.data?.suggestions ?? [])} onChange={change} />
      <Chips chips={chipsOf(q, FILTERS)} query={q} onChange={change} />
      {q === '' ? (
        <Empty>
          Type a few words: a name, an address, a field, a team. Filters stand among them:{' '}
          {listed(FILTERS.map(name => `${name}:`))}. A minus before a word or a filter is without it.
        </Empty>
      ) : (
        <Loaded query={query}>{found => <Results query={q} found={found} onChange={change} />}</Loaded>
      )}
    </>
  );
}

interface ResultsProps {
  query: string;
  found: SearchResults;
  onChange: (query: string) => void;
}

function Results({ query, found, onChange }: ResultsProps) {
  const { items, total, facets, notes } = found;
  const kinds = [...new Set(items.map(hit => hit.kind))];
  const counts = new Map(facets.find(facet => facet.filter === 'kind')?.values.map(each => [each.value, each.count]));
  return (
    <>
      {notes.map(note => (
        <p key={note} className="search-notes" role="status">
          {note}
        </p>
      ))}
      {items.length === 0 ? (
        <Empty>
          {chipsOf(query, FILTERS).length === 0
            ? `Nothing is called “${query}”. Fewer or shorter words find more.`
            : 'Nothing fits all of that. Take a filter away, or use fewer words.'}
        </Empty>
      ) : (
        <div className="search-columns">
          <div>
            <p className="unseen" role="status">
              {count(total, 'thing')} found
            </p>
            {kinds.map(kind => (
              <HitsOfKind
                key={kind}
                query={query}
                kind={kind}
                hits={items.filter(hit => hit.kind === kind)}
                total={counts.get(kind) ?? 0}
              />
            ))}
          </div>
          <Facets facets={facets} query={query} onChange={onChange} />
        </div>
      )}
    </>
  );
}

interface HitsProps {
  query: string;
  kind: SearchHit['kind'];
  hits: readonly SearchHit[];
  /** How many there are, of which these are the best. */
  total: number;
}

function HitsOfKind({ query, kind, hits, total }: HitsProps) {
  const more = total > hits.length;
  const all = { q: narrowed(query, 'kind', kind) };
  return (
    <Section
      title={HIT_HEADINGS[kind]}
      total={total}
      end={
        more && all.q !== query ? (
          <Link to="/search" search={all} className="link">
            Only these
          </Link>
        ) : null
      }
    >
      <HitList hits={hits} />
      {more && all.q === query ? (
        <p className="faint">These are the best {hits.length}. More words or filters find the others.</p>
      ) : null}
    </Section>
  );
}
