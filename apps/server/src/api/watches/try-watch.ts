import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { boolean, object } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { watchesIn } from './watches-in.ts';

export const tryWatch = operation({
  id: 'tryWatch',
  method: 'POST',
  path: '/api/v1/watches/{id}/try',
  summary: 'Tell a watch something at once',
  description: 'An event of the type `portolan.watch.tried`, which says that nothing has changed.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('watch') },
  answer: { description: 'It was taken.', schema: object({ taken: boolean }) },
  faults: [faults.WATCHES_OFF, control.WATCH_UNKNOWN, control.WATCH_REFUSED],
  async run({ id }, call) {
    await watchesIn(call).attempt(call.principal, id);
    return { taken: true };
  },
});
