import { prepare } from '@portolan/schema';
import { faults } from '../../faults.ts';
import { schemaPage } from '../../views/schema-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getSchema = operation({
  id: 'getSchema',
  path: '/api/v1/documents/{id}/schemas/{schema}',
  summary: 'One schema of a document, drawn as a tree',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('document'), schema: idOf('schema') },
  answer: { description: 'The schema, an example, and who uses it.', schema: ref('SchemaPage') },
  faults: [faults.NOT_FOUND],
  async run({ id, schema }, { known }) {
    await prepare(['protobuf'], ['outline']);
    const found = schemaPage(known, id, schema);
    if (!found) throw faults.NOT_FOUND({ kind: 'schema', id: `${schema} in document ${id}` });
    return found;
  },
});
