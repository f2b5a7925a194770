import type { Watches } from '@portolan/control';
import { faults } from '../../faults.ts';
import type { Call } from '../operation.ts';

/** The watches, once the documents were read. Faults: SERVER_WATCHES_OFF, SERVER_LOADING. */
export function watchesIn({ serving }: Pick<Call, 'serving'>): Watches {
  if (!serving.keepsWatches) throw faults.WATCHES_OFF();
  const watches = serving.watches();
  if (!watches) throw faults.LOADING();
  return watches;
}
