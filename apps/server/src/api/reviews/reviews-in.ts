import type { Catalog, Reviews } from '@portolan/control';
import { faults } from '../../faults.ts';
import type { Serving } from '../../http/serving.ts';
import { type Known, known } from '../../views/known.ts';

/** Everything that is known now. Faults: SERVER_LOADING. */
export function knownIn(serving: Pick<Serving, 'catalog'>): { readonly catalog: Catalog; readonly known: Known } {
  const catalog = serving.catalog();
  if (!catalog) throw faults.LOADING();
  return { catalog, known: known(catalog.snapshot()) };
}

/** Checks and decisions. Faults: SERVER_REVIEWS_OFF. */
export function reviewsIn({ reviews }: Pick<Serving, 'reviews'>): Reviews {
  if (!reviews) throw faults.REVIEWS_OFF();
  return reviews;
}
