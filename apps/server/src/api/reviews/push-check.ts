import { faults } from '../../faults.ts';
import type { KeptCheckView, NewCheckView } from '../../port.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { NEW_CHECK } from '../schemas/reviews.ts';
import { reviewsIn } from './reviews-in.ts';

/** The most bytes of one report. A document that was rewritten as a whole has a few hundred kilobytes. */
const MOST_BYTES = 4 * 1_024 * 1_024;

export const pushCheck = operation({
  id: 'pushCheck',
  method: 'POST',
  path: '/api/v1/checks',
  summary: 'Send what a check found',
  description:
    'What `portolan check --format json` printed, with the source and the revisions that it is about. The same again ' +
    'is kept once. Takes the ownership of the source, or the role governor.',
  tag: 'Changes',
  about: 'process',
  needs: 'own',
  parameters: {},
  body: { description: 'The report.', schema: NEW_CHECK, limit: MOST_BYTES },
  answer: { status: 201, description: 'Where it is kept.', schema: ref('KeptCheckView') },
  faults: [faults.REVIEWS_OFF, faults.PUSH_OFF],
  async run(_, { body, principal, serving }): Promise<KeptCheckView> {
    if (!serving.takesPushes) throw faults.PUSH_OFF();
    const { report, ...facts } = body as NewCheckView;
    const check = { ...facts, verdict: report.verdict, report: JSON.stringify(report) };
    const kept = await reviewsIn(serving).add(principal, check);
    return { ...kept, page: `${serving.publicUrl()}/checks/${kept.id}` };
  },
});
