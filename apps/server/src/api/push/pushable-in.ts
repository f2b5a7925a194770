import type { Catalog } from '@portolan/control';
import { faults } from '../../faults.ts';
import type { Call } from '../operation.ts';

/** The catalog, where it takes what is pushed. Faults: SERVER_PUSH_OFF, SERVER_LOADING. */
export function pushableIn({ serving }: Pick<Call, 'serving'>): Catalog {
  if (!serving.takesPushes) throw faults.PUSH_OFF();
  const catalog = serving.catalog();
  if (!catalog) throw faults.LOADING();
  return catalog;
}
