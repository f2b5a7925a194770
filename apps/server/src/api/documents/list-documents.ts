import { SEVERITIES } from '@portolan/base';
import { says } from '../../views/filter.ts';
import { documentSummary } from '../../views/summaries.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { choice, text } from '../parameter.ts';

export const listDocuments = operation({
  id: 'listDocuments',
  path: '/api/v1/documents',
  summary: 'The documents, page by page',
  description: 'Also those that cannot be read: their findings say why.',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: {
    source: text('Only documents of this source.'),
    severity: choice(SEVERITIES, 'Only documents with findings of this severity.'),
    q: text('Only documents that have each of these words in their path or title.'),
    ...paging,
  },
  answer: { description: 'A page of documents, sorted by id.', schema: page('DocumentSummary') },
  run({ source, severity, q, ...place }, { known }) {
    const found = [...known.snapshot.documents.values()].filter(
      document =>
        (source ?? document.source) === document.source &&
        (severity === undefined || known.findingsOf(document.id).some(finding => finding.severity === severity)) &&
        says(q, [document.id, document.title]),
    );
    const { items, ...rest } = pageOf(found, document => document.id, place);
    return { items: items.map(document => documentSummary(known, document)), ...rest };
  },
});
