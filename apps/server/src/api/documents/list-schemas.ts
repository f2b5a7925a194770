import { compareText } from '@portolan/base';
import { faults } from '../../faults.ts';
import { schemasOf } from '../../views/schema-page.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { idOf } from '../parameter.ts';

export const listSchemas = operation({
  id: 'listSchemas',
  path: '/api/v1/documents/{id}/schemas',
  summary: 'The schemas of a document, page by page',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('document'), ...paging },
  answer: { description: 'A page of schemas, sorted by id.', schema: page('SchemaSummary') },
  faults: [faults.NOT_FOUND],
  run(values, { known }) {
    const found = schemasOf(known, values.id);
    if (!found) throw faults.NOT_FOUND({ kind: 'document', id: values.id });
    return pageOf(
      found.sort((a, b) => compareText(a.id, b.id)),
      schema => schema.id,
      values,
    );
  },
});
