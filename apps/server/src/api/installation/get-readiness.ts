import { faults } from '../../faults.ts';
import { object, words } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getReadiness = operation({
  id: 'getReadiness',
  path: '/readyz',
  summary: 'Whether requests are answered',
  description: 'True from the moment in which all documents were read once until the process is asked to end.',
  tag: 'Installation',
  about: 'process',
  parameters: {},
  answer: { description: 'They are.', schema: object({ status: words('ready') }) },
  faults: [faults.LOADING],
  run(_, { serving }) {
    if (!serving.catalog() || serving.isClosing()) throw faults.LOADING();
    return { status: 'ready' };
  },
});
