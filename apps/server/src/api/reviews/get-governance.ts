import { faults } from '../../faults.ts';
import { governance } from '../../governance/governance.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { integer } from '../parameter.ts';
import { knownIn } from './reviews-in.ts';

export const getGovernance = operation({
  id: 'getGovernance',
  path: '/api/v1/governance',
  summary: 'What changed, which rules it met, and what was decided, week by week',
  description: '`cuts` says where not everything was looked at.',
  tag: 'Changes',
  about: 'process',
  needs: 'read',
  parameters: { days: integer({ min: 7, max: 366, otherwise: 90 }, 'How many days to look back.') },
  answer: { description: 'The numbers.', schema: ref('Governance') },
  faults: [faults.LOADING],
  async run({ days }, { serving }) {
    const { catalog, known } = knownIn(serving);
    return await governance(catalog, known, days, serving.reviews);
  },
});
