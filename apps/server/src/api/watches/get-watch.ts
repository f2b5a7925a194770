import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { watchesIn } from './watches-in.ts';

export const getWatch = operation({
  id: 'getWatch',
  path: '/api/v1/watches/{id}',
  summary: 'A watch with its secret',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('watch') },
  answer: { description: 'The watch.', schema: ref('WatchWithSecretView') },
  faults: [faults.WATCHES_OFF, control.WATCH_UNKNOWN],
  run: ({ id }, call) => watchesIn(call).get(call.principal, id),
});
