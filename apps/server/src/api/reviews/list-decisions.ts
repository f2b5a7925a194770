import { faults } from '../../faults.ts';
import { operation } from '../operation.ts';
import { text } from '../parameter.ts';
import { DECISION_LIST } from '../schemas/reviews.ts';
import { reviewsIn } from './reviews-in.ts';

export const listDecisions = operation({
  id: 'listDecisions',
  path: '/api/v1/decisions',
  summary: 'Waivers and sign-offs that people gave here',
  description: 'Those that were taken back too. What a repository decides stands in its `portolan.yaml`.',
  tag: 'Changes',
  about: 'process',
  needs: 'read',
  parameters: { document: text('Id of a document.') },
  answer: { description: 'Decisions, newest first.', schema: DECISION_LIST },
  faults: [faults.REVIEWS_OFF],
  run: async ({ document }, { serving }) => ({ items: await reviewsIn(serving).decisions(document) }),
});
