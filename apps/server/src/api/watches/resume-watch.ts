import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { watchesIn } from './watches-in.ts';

export const resumeWatch = operation({
  id: 'resumeWatch',
  method: 'POST',
  path: '/api/v1/watches/{id}/resume',
  summary: 'Tell a paused watch again',
  description: 'From where it stopped: what happened meanwhile is told first.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('watch') },
  answer: { description: 'The watch.', schema: ref('WatchView') },
  faults: [faults.WATCHES_OFF, control.WATCH_UNKNOWN],
  run: ({ id }, call) => watchesIn(call).resume(call.principal, id),
});
