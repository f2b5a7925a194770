import { useInfiniteQuery } from '@tanstack/react-query';
import { findingsQuery } from '../api/queries.ts';
import { byDocument, FindingGroup } from '../parts/finding-group.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { Empty } from '../parts/section.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { SEVERITY_CHOICE, useSourceChoice } from './documents.tsx';

/** Every finding, under the document it is about. */
export function FindingsPage() {
  const [filters, setFilters] = useFilters();
  const query = useInfiniteQuery(findingsQuery(filters));
  const codes = [...new Set((query.data?.pages ?? []).flatMap(page => page.items.map(item => item.code)))].sort();
  const named = filters.code === undefined || codes.includes(filters.code) ? codes : [...codes, filters.code];
  const codeChoice = { name: 'code', label: 'Any code', options: named.map(code => ({ value: code, label: code })) };
  return (
    <ListPage
      title="Findings"
      icon="finding"
      says="What somebody should know about these documents."
      filters={filters}
      onFilters={setFilters}
      choices={[SEVERITY_CHOICE, useSourceChoice(), codeChoice]}
      query={query}
      none={<Empty>Nothing found: every document says what it should.</Empty>}
    >
      {items => byDocument(items).map(group => <FindingGroup key={group.document} group={group} level={2} />)}
    </ListPage>
  );
}
