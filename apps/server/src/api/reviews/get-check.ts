import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { checkPage } from '../../reviews/check-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { knownIn, reviewsIn } from './reviews-in.ts';

export const getCheck = operation({
  id: 'getCheck',
  path: '/api/v1/checks/{id}',
  summary: 'What a check found',
  description: 'With what was decided about its changes since.',
  tag: 'Changes',
  about: 'process',
  needs: 'read',
  parameters: { id: idOf('check') },
  answer: { description: 'The check.', schema: ref('CheckPage') },
  faults: [faults.REVIEWS_OFF, faults.LOADING, control.CHECK_UNKNOWN],
  async run({ id }, { serving }) {
    const reviews = reviewsIn(serving);
    const [check, decisions] = [await reviews.check(id), await reviews.decisions()];
    return await checkPage(check, decisions, knownIn(serving).known);
  },
});
