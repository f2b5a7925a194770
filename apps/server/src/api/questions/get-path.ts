import { pathAnswer } from '@portolan/chart';
import { faults } from '../../faults.ts';
import { serviceMeant } from '../../views/aim.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { requiredText } from '../parameter.ts';

export const getPath = operation({
  id: 'getPath',
  path: '/api/v1/path',
  summary: 'How messages get from one service to another',
  tag: 'Questions',
  about: 'chart',
  needs: 'read',
  parameters: {
    from: requiredText('The first service, by id or name.'),
    to: requiredText('The second one.'),
  },
  answer: { description: 'The shortest way, certain links before uncertain ones.', schema: ref('Path') },
  faults: [faults.NOT_FOUND],
  run({ from, to }, { known }) {
    const [first, second] = [serviceMeant(known, from, 'from'), serviceMeant(known, to, 'to')];
    return pathAnswer(known.snapshot.chart, first, second).facts;
  },
});
