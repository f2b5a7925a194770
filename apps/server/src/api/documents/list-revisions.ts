import type { Catalog } from '@portolan/control';
import type { Entry } from '@portolan/stores/port';
import { faults } from '../../faults.ts';
import type { Page, RevisionSummary } from '../../port.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { cursorOf, paging, sequenceOfCursor } from '../paging.ts';
import { idOf } from '../parameter.ts';

export const listRevisions = operation({
  id: 'listRevisions',
  path: '/api/v1/documents/{id}/revisions',
  summary: 'What happened to a document, newest first',
  description: 'Also of a document that was removed. Texts are in the revisions themselves.',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('document'), ...paging },
  answer: { description: 'A page of revisions and removals.', schema: page('RevisionSummary') },
  faults: [faults.NOT_FOUND],
  async run({ id, limit, cursor }, { serving }): Promise<Page<RevisionSummary>> {
    const before = cursor === undefined ? undefined : sequenceOfCursor(cursor);
    const catalog = serving.catalog() as Catalog;
    const total = await catalog.historyLength(id);
    if (total === 0) throw faults.NOT_FOUND({ kind: 'document', id });
    // One more than is shown tells whether there is a next page.
    const found = await catalog.history(id, { limit: limit + 1, ...(before !== undefined && { before }) });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(summaryOf), total, ...(last && { next: cursorOf(String(last.sequence)) }) };
  },
});

/** An entry as lists show it. */
export function summaryOf(entry: Entry): RevisionSummary {
  const { sequence, at, kind } = entry;
  return { sequence, at, kind, ...(entry.kind === 'revision' && { digest: entry.digest }) };
}
