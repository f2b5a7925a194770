import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { reviewsIn } from './reviews-in.ts';

export const revokeDecision = operation({
  id: 'revokeDecision',
  method: 'DELETE',
  path: '/api/v1/decisions/{id}',
  summary: 'Take a waiver or a sign-off back',
  description: 'For whoever might give it. It stays in the list with the time since when it counts no more.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('decision') },
  answer: { description: 'The decision.', schema: ref('DecisionView') },
  faults: [faults.REVIEWS_OFF, control.DECISION_UNKNOWN],
  run: ({ id }, { principal, serving }) => reviewsIn(serving).revoke(principal, id),
});
