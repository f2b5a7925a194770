import type { SchemaSummary } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import type { Column } from '../parts/table.tsx';
import { languageOf } from '../words/language.ts';

/** Columns of a list of schemas; the document's page shows them too. */
export const SCHEMA_COLUMNS: readonly Column<SchemaSummary>[] = [
  {
    head: 'Schema',
    cell: schema => (
      <Link
        to="/documents/$id/schemas/$schema"
        params={{ id: schema.document, schema: schema.id }}
        className="row-link break"
      >
        {schema.id}
      </Link>
    ),
  },
  { head: 'Written in', wide: true, cell: schema => <span className="soft">{languageOf(schema)}</span> },
  { head: 'Messages', number: true, cell: schema => schema.messages },
];
