import { writtenIn } from '@portolan/contract/written-in';
import type { DocumentSummary } from '@portolan/server/port';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { documentsQuery, overviewQuery } from '../api/queries.ts';
import { Badge, Counts } from '../parts/badge.tsx';
import type { Choice } from '../parts/filter-bar.tsx';
import { ListPage } from '../parts/list-page.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { ScoreBadge } from '../parts/score-badge.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { When } from '../parts/when.tsx';

/** Columns of a list of documents; the service's page shows them too. */
export const DOCUMENT_COLUMNS: readonly Column<DocumentSummary>[] = [
  {
    head: 'Document',
    cell: document => (
      <>
        <ThingLink kind="document" id={document.id} className="row-link">
          {document.title}
        </ThingLink>
        <span className="row-note mono">{document.id}</span>
      </>
    ),
  },
  {
    head: 'Version',
    wide: true,
    short: true,
    cell: document => <span className="number soft">{document.version}</span>,
  },
  {
    head: 'Written in',
    wide: true,
    short: true,
    cell: document =>
      writtenIn(document) === undefined ? (
        <Badge tone="error">cannot be read</Badge>
      ) : (
        <span className="number soft">{writtenIn(document)}</span>
      ),
  },
  {
    head: 'Changed',
    wide: true,
    short: true,
    cell: document => (
      <span className="soft">
        <When at={document.at} />
      </span>
    ),
  },
  {
    head: 'Score',
    wide: true,
    short: true,
    cell: ({ score }) => (score === undefined ? <span className="faint">none</span> : <ScoreBadge points={score} />),
  },
  { head: 'Findings', short: true, cell: document => <Counts counts={document.findings} /> },
];

/** Severities to filter by. */
export const SEVERITY_CHOICE: Choice = {
  name: 'severity',
  label: 'Any severity',
  options: [
    { value: 'error', label: 'Errors' },
    { value: 'warning', label: 'Warnings' },
    { value: 'info', label: 'Notes' },
  ],
};

/** Sources to filter by. */
export function useSourceChoice(): Choice {
  const sources = useQuery(overviewQuery).data?.sources ?? [];
  return { name: 'source', label: 'Any source', options: sources.map(({ name }) => ({ value: name, label: name })) };
}

/** Every document that Portolan reads. */
export function DocumentsPage() {
  const [filters, setFilters] = useFilters();
  return (
    <ListPage
      title="Documents"
      icon="document"
      says="The texts that this chart is drawn from."
      filters={filters}
      onFilters={setFilters}
      choices={[useSourceChoice(), SEVERITY_CHOICE]}
      textLabel="Filter documents"
      query={useInfiniteQuery(documentsQuery(filters))}
      none={<NoDocuments />}
    >
      {items => <Table caption="Documents" columns={DOCUMENT_COLUMNS} rows={items} keyOf={document => document.id} />}
    </ListPage>
  );
}
