import { SEVERITIES } from '@portolan/base';
import { findingsList } from '../../views/findings.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { choice, text } from '../parameter.ts';

export const listFindings = operation({
  id: 'listFindings',
  path: '/api/v1/findings',
  summary: 'The findings of all documents, page by page',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: {
    severity: choice(SEVERITIES, 'Only findings of this severity.'),
    source: text('Only findings in documents of this source.'),
    document: text('Only findings in this document (its id).'),
    code: text('Only findings of this kind.'),
    ...paging,
  },
  answer: {
    description: 'A page of findings, sorted by document and in the order of its text.',
    schema: page('FindingView'),
  },
  run(values, { known }) {
    const { items, ...rest } = pageOf(findingsList(known, values), finding => finding.key, values);
    return { items: items.map(({ key: _, ...finding }) => finding), ...rest };
  },
});
