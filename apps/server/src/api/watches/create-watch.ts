import { faults as control, type NewWatch } from '@portolan/control';
import { faults } from '../../faults.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { NEW_WATCH } from '../schemas/watches.ts';
import { watchesIn } from './watches-in.ts';

export const createWatch = operation({
  id: 'createWatch',
  method: 'POST',
  path: '/api/v1/watches',
  summary: 'Have an address told of changes',
  description:
    'From now on each change is sent there as a webhook: a CloudEvent in JSON, signed as Standard Webhooks says, in ' +
    'order, and again until it is taken.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: {},
  body: { description: 'The watch.', schema: NEW_WATCH },
  answer: { status: 201, description: 'The watch with its secret.', schema: ref('WatchWithSecretView') },
  faults: [faults.WATCHES_OFF, control.WATCH_ADDRESS],
  run: (_, call) => watchesIn(call).create(call.principal, call.body as NewWatch),
});
