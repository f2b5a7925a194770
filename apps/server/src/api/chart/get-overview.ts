import { overview } from '../../views/overview.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getOverview = operation({
  id: 'getOverview',
  path: '/api/v1/overview',
  summary: 'The whole at a glance',
  description: 'How much there is of everything, the sources and their problems, and the newest changes.',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: {},
  answer: { description: 'The overview.', schema: ref('Overview') },
  run: (_, { known, serving }) => overview(known, serving.version),
});
