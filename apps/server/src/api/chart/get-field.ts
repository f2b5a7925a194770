import { prepare } from '@portolan/schema';
import { faults } from '../../faults.ts';
import { fieldPage } from '../../views/field-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getField = operation({
  id: 'getField',
  path: '/api/v1/messages/{id}/fields/{field}',
  summary: 'Everything about one field of a message',
  description: 'What each document says of it, who reads it, and where it may come from and go on to.',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('message'), field: idOf('field') },
  answer: { description: 'The field.', schema: ref('FieldPage') },
  faults: [faults.NOT_FOUND],
  async run({ id, field }, { known }) {
    await prepare(['protobuf'], ['outline']);
    const found = fieldPage(known, id, field);
    if (!found) throw faults.NOT_FOUND({ kind: 'field', id: `${field} in message ${id}` });
    return found;
  },
});
