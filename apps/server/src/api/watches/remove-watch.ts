import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { boolean, object } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { watchesIn } from './watches-in.ts';

export const removeWatch = operation({
  id: 'removeWatch',
  method: 'DELETE',
  path: '/api/v1/watches/{id}',
  summary: 'Tell an address nothing more',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('watch') },
  answer: { description: 'It is gone.', schema: object({ removed: boolean }) },
  faults: [faults.WATCHES_OFF, control.WATCH_UNKNOWN],
  async run({ id }, call) {
    await watchesIn(call).remove(call.principal, id);
    return { removed: true };
  },
});
