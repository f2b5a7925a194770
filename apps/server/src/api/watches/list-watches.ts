import { faults } from '../../faults.ts';
import { operation } from '../operation.ts';
import { WATCH_LIST } from '../schemas/watches.ts';
import { watchesIn } from './watches-in.ts';

export const listWatches = operation({
  id: 'listWatches',
  path: '/api/v1/watches',
  summary: 'Addresses that are told of changes',
  description: 'One’s own; for governors, all.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: {},
  answer: { description: 'Watches, oldest first.', schema: WATCH_LIST },
  faults: [faults.WATCHES_OFF],
  run: async (_, call) => ({ items: await watchesIn(call).list(call.principal) }),
});
