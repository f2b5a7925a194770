import { prepare } from '@portolan/schema';
import { faults } from '../../faults.ts';
import { messagePage } from '../../views/message-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getMessage = operation({
  id: 'getMessage',
  path: '/api/v1/messages/{id}',
  summary: 'Everything about one message',
  description: 'With each document’s own definition of it: schemas drawn as trees, and examples, written or made.',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('message') },
  answer: { description: 'The message.', schema: ref('MessagePage') },
  faults: [faults.NOT_FOUND],
  async run({ id }, { known }) {
    // Drawing Protobuf needs its reader, which is loaded when somebody wants it first.
    await prepare(['protobuf'], ['outline']);
    const found = messagePage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'message', id });
    return found;
  },
});
