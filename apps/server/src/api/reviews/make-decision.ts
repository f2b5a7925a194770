import { faults as control } from '@portolan/control';
import { faults } from '../../faults.ts';
import type { NewDecisionView } from '../../port.ts';
import { operation } from '../operation.ts';
import { DECISION_LIST, NEW_DECISION } from '../schemas/reviews.ts';
import { knownIn, reviewsIn } from './reviews-in.ts';

export const makeDecision = operation({
  id: 'makeDecision',
  method: 'POST',
  path: '/api/v1/decisions',
  summary: 'Waive changes, or sign them off',
  description:
    'A waiver lets changes pass until its last day, and takes the role governor. A sign-off says that a service is ' +
    'ready for them, and takes the ownership of the service or of its team. The audit log tells of both.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: {},
  body: { description: 'The decision.', schema: NEW_DECISION, limit: 256 * 1_024 },
  answer: { status: 201, description: 'A decision for each change.', schema: DECISION_LIST },
  faults: [faults.REVIEWS_OFF, faults.LOADING, control.DECISION_REFUSED],
  async run(_, { body, principal, serving }) {
    const { kind, until, service, ...draft } = body as NewDecisionView;
    const reviews = reviewsIn(serving);
    if (kind === 'waiver') {
      if (until === undefined) throw control.DECISION_REFUSED({ reason: 'a waiver has a last day' });
      return { items: await reviews.waive(principal, { ...draft, until }) };
    }
    if (service === undefined) throw control.DECISION_REFUSED({ reason: 'a sign-off names the service that is ready' });
    // Whose it is, the chart says, and never who asks.
    const team = knownIn(serving).known.services.get(service)?.owner;
    return { items: await reviews.signOff(principal, { ...draft, service, ...(team !== undefined && { team }) }) };
  },
});
